"""Elixir's ``Version``: versions with their parts in order of precedence, and requirements that they meet.

Source of the semantics: Elixir 1.14, ``Version``, which follows Semantic Versioning 2.0.
"""

from __future__ import annotations

import re
from typing import Any, Final

from simulator.elixir.runtime.bridge import boolean
from simulator.elixir.runtime.errors import error, function_clause
from simulator.terms import Atom, inspect
from simulator.terms.lists import EMPTY, from_list, to_list
from simulator.terms.maps import STRUCT, TEXTS, Map, struct_name
from simulator.terms.structs import PRINTERS, SHOWN, define

VERSION: Final = Atom("Elixir.Version")
_REQUIREMENT: Final = Atom("Elixir.Version.Requirement")
_OK, _ERROR, _NIL = Atom("ok"), Atom("error"), Atom("nil")
_LESS, _SAME, _GREATER = Atom("lt"), Atom("eq"), Atom("gt")
_NUMBER = "(0|[1-9][0-9]*)"
_TEXT: Final = re.compile(
    rf"{_NUMBER}\.{_NUMBER}(?:\.{_NUMBER})?(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?"
    r"(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?"
)
_TOKENS: Final = re.compile(r" and | or |>=|<=|~>|==|!=|[<>!]|[^ <>=~!]+| +|.", re.DOTALL)

Parts = tuple[int, int, int, list[Any]]
"""Major, minor, patch, and the parts of a version before the release, each a number or a text."""


def parse(text: Any) -> Any:
    """``Version.parse/1``"""
    found = _parsed(text)
    return _ERROR if found is None else (_OK, found)


def parse_strictly(text: Any) -> Any:
    """``Version.parse!/1``"""
    found = _parsed(text)
    if found is None:
        raise error("Version.InvalidVersionError", version=text)
    return found


_FALSE: Final = Atom("false")


def _parsed(text: Any) -> Map | None:
    if text.__class__ is not str:
        if text.__class__ is bytes:
            return None
        raise function_clause("Version", "parse", 1, [text])
    found = _TEXT.fullmatch(text)
    if found is None or found[3] is None:
        return None
    before = _before(found[4])
    if before is None:
        return None
    return _made((int(found[1]), int(found[2]), int(found[3]), before), found[5])


def _before(text: str | None) -> list[Any] | None:
    """Return the parts before a release; None where a number begins with zero."""
    if text is None:
        return []
    parts: list[Any] = []
    for part in text.split("."):
        if part.isdigit() and len(part) > 1 and part[0] == "0":
            return None
        parts.append(int(part) if part.isdigit() else part)
    return parts


def _made(parts: Parts, build: str | None) -> Map:
    major, minor, patch, before = parts
    return Map({
        STRUCT: VERSION, Atom("major"): major, Atom("minor"): minor, Atom("patch"): patch,
        Atom("pre"): from_list(list(before)), Atom("build"): _NIL if build is None else build,
    })  # fmt: skip


def _parts(version: Any) -> Parts:
    """Return the parts of a version, given as one or as a text."""
    if version.__class__ is str:
        version = parse_strictly(version)
    if version.__class__ is not Map or struct_name(version) is not VERSION:
        raise function_clause("Version.Parser", "parse_version", 2, [version, _FALSE])
    fields = version.d
    return fields[Atom("major")], fields[Atom("minor")], fields[Atom("patch")], to_list(fields[Atom("pre")])


def _rank(parts: Parts) -> tuple[Any, ...]:
    """Return what orders versions: a release comes after all that is before it, numbers before texts."""
    *numbers, before = parts
    return (*numbers, not before, [(part.__class__ is str, part) for part in before])


def compare(left: Any, right: Any) -> Atom:
    """``Version.compare/2``"""
    one, other = _rank(_parts(left)), _rank(_parts(right))
    return _LESS if one < other else _GREATER if one > other else _SAME


def to_string(version: Any) -> str:
    """``Version.to_string/1``"""
    major, minor, patch, before = _parts(version)
    build = version.d[Atom("build")]
    text = f"{major}.{minor}.{patch}"
    if before:
        text += "-" + ".".join(map(str, before))
    return text if build is _NIL else f"{text}+{build}"


# -- requirements ---------------------------------------------------------------------------------


class _Test:
    """One comparison of a requirement: the operator, and the version that it names."""

    __slots__ = ("operator", "parts", "short")

    def __init__(self, operator: str, parts: Parts, short: bool) -> None:
        self.operator = operator
        self.parts = parts
        self.short = short

    def holds(self, version: Parts, allow_pre: bool) -> bool:
        """Whether a version meets it; one before a release only where that is allowed, or asked for."""
        given, wanted = _rank(version), _rank(self.parts)
        if self.operator == "~>":
            return given >= wanted and given < _rank(self._end()) and self._admits(version, allow_pre)
        if self.operator in (">", ">="):
            above = given > wanted if self.operator == ">" else given >= wanted
            return above and self._admits(version, allow_pre)
        if self.operator in ("<", "<="):
            return given < wanted if self.operator == "<" else given <= wanted
        return (given == wanted) is (self.operator == "==")

    def _admits(self, version: Parts, allow_pre: bool) -> bool:
        return allow_pre or bool(self.parts[3]) or not version[3]

    def _end(self) -> Parts:
        """Return the first version that is too high for ``~>``."""
        major, minor, _, _ = self.parts
        return (major + 1, 0, 0, [0]) if self.short else (major, minor + 1, 0, [0])


def _alternatives(text: Any) -> list[list[_Test]] | None:
    """Return a requirement as alternatives, each of tests that must all hold; None for what is none."""
    if text.__class__ is not str:
        if text.__class__ is bytes:
            return None
        raise function_clause("Version.Requirement", "match?", 2, [text])
    every: list[list[_Test]] = [[]]
    operator: str | None = None
    expected = True
    for token in _TOKENS.findall(text):
        if token.isspace():
            continue
        if token in (" and ", " or "):
            if expected:
                return None
            expected = True
            if token == " or ":
                every.append([])
        elif token in (">=", "<=", "~>", "==", "!=", "<", ">", "!"):
            if operator is not None or not expected:
                return None
            operator = "!=" if token == "!" else token
        else:
            test = _test(operator or "==", token) if expected else None
            if test is None:
                return None
            every[-1].append(test)
            operator, expected = None, False
    return None if expected or operator is not None else every


def _test(operator: str, text: str) -> _Test | None:
    found = _TEXT.fullmatch(text)
    before = None if found is None else _before(found[4])
    if found is None or before is None or (found[3] is None and operator != "~>"):
        return None
    return _Test(operator, (int(found[1]), int(found[2]), int(found[3] or 0), before), found[3] is None)


def parse_requirement(text: Any) -> Any:
    """``Version.parse_requirement/1``"""
    return _ERROR if _alternatives(text) is None else (_OK, _requirement(text))


def parse_requirement_strictly(text: Any) -> Any:
    """``Version.parse_requirement!/1``"""
    if _alternatives(text) is None:
        raise error("Version.InvalidRequirementError", requirement=text)
    return _requirement(text)


def _requirement(text: str) -> Map:
    return Map({STRUCT: _REQUIREMENT, Atom("source"): text, Atom("lexed"): EMPTY})


def compile_requirement(requirement: Any) -> Any:
    """``Version.compile_requirement/1``: it is as fast without."""
    return requirement


def match(version: Any, requirement: Any) -> Any:
    """``Version.match?/2``"""
    return match_with(version, requirement, EMPTY)


def match_with(version: Any, requirement: Any, opts: Any) -> Any:
    """``Version.match?/3``"""
    known = requirement if struct_name(requirement) is _REQUIREMENT else parse_requirement_strictly(requirement)
    allowed = dict(to_list(opts)).get(Atom("allow_pre")) is not Atom("false")
    parts = _parts(version)
    every = _alternatives(known.d[Atom("source")]) or []
    return boolean(any(all(test.holds(parts, allowed) for test in tests) for tests in every))


_FIELDS: Final = ("major", "minor", "patch", "pre", "build")
define("Version", *_FIELDS)
SHOWN[VERSION] = (frozenset(map(Atom, _FIELDS)), {Atom("pre"): EMPTY, Atom("build"): _NIL})
TEXTS[VERSION] = to_string
PRINTERS[_REQUIREMENT] = lambda term, limit, walk: f"Version.parse_requirement!({inspect(term.d[Atom('source')])})"

FUNCTIONS = {
    "parse/1": parse, "parse!/1": parse_strictly, "compare/2": compare, "to_string/1": to_string,
    "parse_requirement/1": parse_requirement, "parse_requirement!/1": parse_requirement_strictly,
    "compile_requirement/1": compile_requirement, "match?/2": match, "match?/3": match_with,
}  # fmt: skip
