"""``OptionParser``: options of a command line.

Source of the semantics: Elixir 1.14, the module ``OptionParser``.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Any, Final

from simulator.elixir.library.string.text import to_existing_atom
from simulator.elixir.runtime.bridge import FALSE, NIL, TRUE, options
from simulator.elixir.runtime.errors import Raised, error
from simulator.terms import Atom, inspect
from simulator.terms.lists import EMPTY, from_list, is_list, to_list

_NEGATIVE: Final = re.compile(r"-\d+(\.\d+)?([eE][+-]?\d+)?")
_NUMBER: Final = re.compile(r"[+-]?\d+(\.\d+([eE][+-]?\d+)?)?")
_TYPES: Final = frozenset({"boolean", "count", "integer", "float", "string", "keep"})
_OK: Final = Atom("ok")


class _Config:
    """What is asked for: switches with their types, aliases, and whether others are refused."""

    def __init__(self, opts: Any) -> None:
        given = options(opts)
        self.strict = "strict" in given
        self.switches = {
            name: [kind.name for kind in (to_list(kinds) if is_list(kinds) else [kinds])]
            for name, kinds in to_list(given.get("strict", given.get("switches", EMPTY)))
        }
        for kinds in self.switches.values():
            for kind in kinds:
                if kind not in _TYPES:
                    raise error("ArgumentError", message=f"invalid switch types/modifiers: :{kind}")
        self.aliases = dict(to_list(given.get("aliases", EMPTY)))
        self.any_atom = given.get("allow_nonexistent_atoms", FALSE) is TRUE

    def kinds(self, key: Any) -> list[str]:
        return self.switches.get(key, [])

    def key(self, text: str) -> Any:
        """Return the option of that name; None for an atom that nothing has mentioned."""
        name = text.replace("-", "_")
        if self.any_atom:
            return Atom(name)
        try:
            return to_existing_atom(name)
        except (Raised, ValueError):
            return None


Found = tuple[str, Any, Any, list[Any]]
"""What came of the first argument: how it went, the option, its value, what is left."""


def _next(argv: list[Any], config: _Config) -> Found:
    first, rest = argv[0], argv[1:]
    if not first.startswith("-") or first in ("-", "--") or first.startswith("- "):
        return "error", first, None, rest
    name, equals, text = first.partition("=")
    value: Any = text if equals else None
    if first.startswith("--"):
        option = name[2:]
        if "_" in option:
            return "undefined", name, value, rest
        return _tagged(*_tag(option, config), value, name, rest, config)
    option = name[1:]
    if value is None and _NEGATIVE.fullmatch(first):
        return "error", first, None, rest
    if "-" in option or "_" in option:
        return "undefined", name, value, rest
    if len(option) == 1:
        key = config.aliases.get(config.key(option))
        return _tagged("default" if key is not None else "unknown", key, value, name, rest, config)
    *shorts, last = re.findall(r"\D\d*|\d+", option)
    return _next([*(f"-{each}" for each in shorts), f"-{last}" + (f"={text}" if equals else ""), *rest], config)


def _tag(option: str, config: _Config) -> tuple[str, Any]:
    if option.startswith("no-"):
        negated = config.key(option[3:])
        if negated is not None and "boolean" in config.kinds(negated):
            return "negated", negated
    key = config.key(option)
    return ("unknown", None) if key is None else ("default", key)


def _tagged(tag: str, key: Any, value: Any, original: str, rest: list[Any], config: _Config) -> Found:
    if tag == "unknown" or (config.strict and key not in config.switches):
        return "undefined", original, value, rest
    kinds = config.kinds(key)
    if tag == "negated":
        return ("invalid", original, value, rest) if value is not None else ("ok", key, FALSE, rest)
    if value is None:
        value, rest = _implied(kinds, rest, config)
    fine, made = _typed(value, kinds)
    return ("ok", key, made, rest) if fine else ("invalid", original, value, rest)


def _implied(kinds: list[str], rest: list[Any], config: _Config) -> tuple[Any, list[Any]]:
    """Return the value of an option that has none beside it."""
    if "boolean" in kinds:
        return TRUE, rest
    if "count" in kinds:
        return 1, rest
    if rest and (not rest[0].startswith("-") or rest[0] == "-" or rest[0].startswith("- ")
                 or _NEGATIVE.fullmatch(rest[0])):  # fmt: skip
        return rest[0], rest[1:]
    return (TRUE, rest) if not kinds and not config.strict else (None, rest)


def _typed(value: Any, kinds: list[str]) -> tuple[bool, Any]:
    if "boolean" in kinds:
        known = {"true": TRUE, "false": FALSE, TRUE: TRUE, FALSE: FALSE}.get(value)
        return known is not None, known
    if "count" in kinds:
        return value == 1, value
    if value is None:
        return False, None
    if "integer" in kinds:
        fine = re.fullmatch(r"[+-]?\d+", value) is not None
        return fine, int(value) if fine else value
    if "float" in kinds:
        fine = _NUMBER.fullmatch(value) is not None
        return fine, float(value) if fine else value
    return True, value


def _parsed(argv: Any, config: _Config, every: bool) -> tuple[list[Any], list[Any], list[Any]]:
    left, args, invalid = to_list(argv), [], []
    found: list[tuple[Any, Any]] = []
    while left:
        how, option, value, rest = _next(left, config)
        if how == "error":
            if option == "--":
                args += rest
                break
            args.append(option)
            if not every:
                args += rest
                break
        elif how == "ok":
            _store(found, option, value, config.kinds(option))
        elif how == "invalid" or config.strict:
            invalid.append((option, NIL if value is None else value))
        left = rest
    return found, args, invalid


def _store(found: list[tuple[Any, Any]], key: Any, value: Any, kinds: list[str]) -> None:
    if "count" in kinds:
        for index, (known, number) in enumerate(found):
            if known is key:
                found[index] = key, number + 1
                return
    elif "keep" not in kinds:
        found[:] = [pair for pair in found if pair[0] is not key]
    found.insert(0 if "count" in kinds else len(found), (key, value))


def _answer(parts: tuple[list[Any], ...]) -> Any:
    return tuple([from_list(part) if part else EMPTY for part in parts])


def parse(argv: Any, opts: Any) -> Any:
    """``OptionParser.parse/2``"""
    return _answer(_parsed(argv, _Config(opts), True))


def parse_head(argv: Any, opts: Any) -> Any:
    """``OptionParser.parse_head/2``: up to the first argument."""
    return _answer(_parsed(argv, _Config(opts), False))


def _strictly(argv: Any, opts: Any, every: bool) -> Any:
    config = _Config(opts)
    found, args, invalid = _parsed(argv, config, every)
    if not invalid:
        return _answer((found, args))
    lines = "".join([f"\n{_complaint(option, value, config)}" for option, value in invalid])
    plural = "error" if len(invalid) == 1 else "errors"
    raise error("OptionParser.ParseError", message=f"{len(invalid)} {plural} found!{lines}")


def _complaint(option: str, value: Any, config: _Config) -> str:
    key = config.key(option.lstrip("-"))
    key = config.aliases.get(key, key) if not option.startswith("--") else key
    kinds = [kind for kind in config.kinds(key) if kind != "keep"]
    if not config.kinds(key):
        near = _similar(option, config)
        return f"{option} : Unknown option" + ("" if near is None else f". Did you mean {near}?")
    if value is NIL:
        return f"{option} : Missing argument of type {kinds[0] if kinds else 'string'}"
    return f"{option} : Expected type {kinds[0] if kinds else 'string'}, got {inspect(value)}"


def _similar(option: str, config: _Config) -> str | None:
    name = option.lstrip("-")
    rated = [(SequenceMatcher(None, name, each).ratio(), each) for each in (_switch(key) for key in config.switches)]
    best = max(rated, default=(0.0, ""))
    return f"--{best[1]}" if best[0] >= 0.8 else None


def _switch(key: Any) -> str:
    return str(key.name.replace("_", "-"))


def parse_strictly(argv: Any, opts: Any) -> Any:
    """``OptionParser.parse!/2``"""
    return _strictly(argv, opts, True)


def parse_head_strictly(argv: Any, opts: Any) -> Any:
    """``OptionParser.parse_head!/2``"""
    return _strictly(argv, opts, False)


def next_option(argv: Any, opts: Any) -> Any:
    """``OptionParser.next/2``"""
    given = to_list(argv)
    if not given:
        return Atom("error"), EMPTY
    how, option, value, rest = _next(given, _Config(opts))
    if how == "error":
        return Atom("error"), argv
    return Atom(how), option, NIL if value is None else value, from_list(rest) if rest else EMPTY


def split(text: Any) -> Any:
    """``OptionParser.split/1``: a command line's words."""
    words: list[str] = []
    word, quote, escaped, started = "", "", False, False
    for letter in text:
        if escaped:
            word += letter if not quote or letter == quote else f"\\{letter}"
            escaped = False
        elif letter == "\\":
            escaped = started = True
        elif quote:
            quote, word = ("", word) if letter == quote else (quote, word + letter)
        elif letter in "\"'":
            quote, started = letter, True
        elif letter in " \t\n\r":
            words += [word] if started else []
            word, started = "", False
        else:
            word, started = word + letter, True
    if quote:
        raise error("RuntimeError", message="argv string did not terminate properly, a " + (
            "double" if quote == '"' else "single") + "-quoted string was not closed")  # fmt: skip
    return from_list([*words, word] if started else words)


def to_argv(pairs: Any, *opts: Any) -> Any:
    """``OptionParser.to_argv/1``, ``/2``"""
    kinds = _Config(opts[0]).switches if opts else {}
    made: list[Any] = []
    for key, value in to_list(pairs):
        name = _switch(key)
        if value is TRUE:
            made.append(f"--{name}")
        elif value is FALSE:
            made.append(f"--no-{name}")
        elif "count" in kinds.get(key, []):
            made += [f"--{name}"] * value
        elif value is not NIL:
            made += [f"--{name}", value if value.__class__ is str else inspect(value)]
    return from_list(made)


FUNCTIONS = {
    "parse/2": parse, "parse!/2": parse_strictly, "parse_head/2": parse_head, "parse_head!/2": parse_head_strictly,
    "next/2": next_option, "split/1": split, "to_argv/1": to_argv, "to_argv/2": to_argv,
}  # fmt: skip
