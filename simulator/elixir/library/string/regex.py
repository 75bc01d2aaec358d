"""``Regex``: regular expressions, as PCRE understands them.

They are run by the ``regex`` package, whose expressions are PCRE's but for rare corners; what it does not
understand is a ``Regex.CompileError``. A regular expression is a struct with its source and its options.
Source of the semantics: Elixir 1.14, the module ``Regex``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

from simulator.elixir.library.lazily import blocking
from simulator.elixir.library.string import matching
from simulator.elixir.library.string.pcre import BadExpression, translated
from simulator.elixir.runtime.bridge import FALSE, NIL, TRUE, boolean
from simulator.elixir.runtime.errors import Raised, error, function_clause
from simulator.elixir.runtime.values.counted import count_bytes, to_list
from simulator.elixir.runtime.values.enumerable import Fun
from simulator.elixir.runtime.values.graphemes import binary_of, is_binary, text_of
from simulator.terms import Atom, inspect
from simulator.terms.bits import bytes_of
from simulator.terms.lists import EMPTY, from_list, is_list
from simulator.terms.maps import from_pairs, get, struct, struct_name

REGEX = Atom("Elixir.Regex")
_SOURCE, _OPTS = Atom("source"), Atom("opts")
_CAPTURE, _RETURN, _INDEX, _PARTS, _TRIM, _GLOBAL, _OFFSET, _INCLUDE, _ON = map(
    Atom, ("capture", "return", "index", "parts", "trim", "global", "offset", "include_captures", "on")
)
_ALL, _FIRST, _NONE, _NAMES, _BUT_FIRST, _INFINITY = map(
    Atom, ("all", "first", "none", "all_names", "all_but_first", "infinity")
)
_LETTERS = {"caseless": "i", "unicode": "u", "dotall": "s", "multiline": "m", "extended": "x", "ungreedy": "U",
            "firstline": "f"}  # fmt: skip
_KNOWN_LETTERS = frozenset("iusmxUfr")
_SPECIAL = frozenset(".^$*+?()[]{}|\\#- \t\n\r\v\f")


def is_regex(term: Any) -> bool:
    """Return whether a term is a regular expression."""
    return struct_name(term) is REGEX


@lru_cache(maxsize=500)
def _compiled(source: str, options: str) -> Any:
    """Return the expression that runs. Raises ``Regex.CompileError`` for a source that cannot be read."""
    import regex

    flags = regex.VERSION0
    for letter, flag in (("i", regex.I), ("s", regex.S), ("m", regex.M), ("x", regex.X)):
        flags |= flag if letter in options else 0
    flags |= regex.U if "u" in options else regex.A
    if "u" not in options:
        source = _narrow(source)
    try:
        return regex.compile(translated(source, options), flags)
    except BadExpression as wrong:
        raise error("Regex.CompileError", message=f"{wrong} at position {wrong.place}") from None
    except regex.error as wrong:
        known, at = _WORDS.get(wrong.msg, (wrong.msg, 0))
        place = wrong.pos + at if at is not None else len(source)
        raise error("Regex.CompileError", message=f"{known} at position {place}") from None


_WORDS: Final = {
    "missing )": ("missing )", None),
    "unbalanced parenthesis": ("unmatched parentheses", 0),
    "bad escape (end of pattern)": ("\\ at end of pattern", None),
    "bad character range": ("range out of order in character class", -1),
    "unknown property": ("unknown property name after \\P or \\p", -1),
}
"""What PCRE says of a source that cannot be read, and how far from where the package says it, or None for the end."""


def _narrow(text: str) -> str:
    """Return a text with a character for each of its bytes: without the option ``u`` they are what is matched."""
    return text if text.isascii() else bytes_of(binary_of(text)).decode("latin-1")


def _program(pattern: Any) -> Any:
    return _compiled(text_of(get(pattern, _SOURCE)), _letters(get(pattern, _OPTS)))


def _search(pattern: Any, text: str, offset: int = 0) -> Any:
    """Return the first match, or None."""
    return matching.first(_program(pattern), text, offset, _named(pattern))


def _all_found(pattern: Any, text: str) -> list[Any]:
    """Return all matches."""
    return matching.every(_program(pattern), text, _named(pattern))


def _named(pattern: Any) -> str:
    return f"~r/{text_of(get(pattern, _SOURCE))}/{_letters(get(pattern, _OPTS))}"


def _letters(options: Any) -> str:
    """Return options as the letters of a sigil."""
    if not is_list(options):
        return str(options)
    return "".join(_LETTERS.get(option.name, "") for option in to_list(options) if option.__class__ is Atom)


def _is_narrow(pattern: Any) -> bool:
    return "u" not in _letters(get(pattern, _OPTS))


def _wide(part: str, narrow: bool) -> Any:
    """Return a part of what was searched as a binary."""
    if narrow and not part.isascii():
        part = part.encode("latin-1").decode("utf-8", "surrogateescape")
    return binary_of(part)


def compile_1(source: Any) -> Any:
    """Return ``{:ok, regex}`` or ``{:error, reason}``."""
    return compile_2(source, "")


def compile_2(source: Any, options: Any) -> Any:
    """Return ``{:ok, regex}`` or ``{:error, {reason, position}}``."""
    if options.__class__ is str:
        for at, letter in enumerate(options):
            if letter not in _KNOWN_LETTERS:
                return (Atom("error"), (Atom("invalid_option"), options[at:]))
    try:
        return (Atom("ok"), compile_or_raise_2(source, options))
    except Raised as failed:
        message, _, place = str(failed).rpartition(" at position ")
        return (Atom("error"), (from_list([ord(c) for c in message]), int(place)))


def compile_or_raise_1(source: Any) -> Any:
    """Return the regular expression. Raises ``Regex.CompileError``."""
    return compile_or_raise_2(source, "")


def compile_or_raise_2(source: Any, options: Any) -> Any:
    """Return the regular expression with these options. Raises ``Regex.CompileError``."""
    if not is_binary(source):
        raise function_clause("Regex", "compile", 2, [source, options])
    for place, letter in enumerate(options if options.__class__ is str else ""):
        if letter not in _KNOWN_LETTERS:
            raise error("Regex.CompileError", message=f"invalid_option at position {options[place:]}")
    _compiled(text_of(source), _letters(options))
    return struct("Regex", source=source, opts=options, re_pattern=Atom("regex"), re_version="")


def _checked(pattern: Any, string: Any, name: str, arity: int, *rest: Any) -> str:
    if not is_regex(pattern) or not is_binary(string):
        raise function_clause("Regex", name, arity, [pattern, string, *rest])
    text = text_of(string)
    count_bytes(len(text))
    return _narrow(text) if _is_narrow(pattern) else text


def matches(pattern: Any, string: Any) -> Any:
    """Return whether it is found anywhere."""
    return boolean(_search(pattern, _checked(pattern, string, "match?", 2)))


def _option(options: Any, key: Atom, default: Any) -> Any:
    return next((pair[1] for pair in to_list(options) if pair[0] is key), default)


def _captures(found: Any, wanted: Any, text: str, positions: bool, narrow: bool) -> Any:
    """Return what was captured, as asked: texts, or places in bytes."""
    names = sorted(found.re.groupindex)
    keys: list[Any]
    if wanted is _ALL:
        keys = list(range(found.re.groups + 1))
        while len(keys) > 1 and found.span(keys[-1])[0] < 0:
            keys.pop()  # groups at the end that took no part are left out
    elif wanted is _FIRST:
        keys = [0]
    elif wanted is _BUT_FIRST:
        keys = list(range(1, found.re.groups + 1))
        while keys and found.span(keys[-1])[0] < 0:
            keys.pop()
    elif wanted is _NAMES:
        keys = list(names)
    elif wanted is _NONE:
        keys = []
    else:
        keys = [key.name if key.__class__ is Atom else key if key.__class__ is int else text_of(key)
                for key in to_list(wanted)]  # fmt: skip
    if positions:
        return from_list([_place(found.span(key), text, narrow) for key in keys])
    return from_list([_wide(found.group(key) or "", narrow) for key in keys])


def _place(span: tuple[int, int], text: str, narrow: bool) -> tuple[int, int]:
    start, end = span
    if start < 0:
        return (-1, 0)
    if narrow:
        return (start, end - start)
    return (len(bytes_of(binary_of(text[:start]))), len(bytes_of(binary_of(text[start:end]))))


def run_2(pattern: Any, string: Any) -> Any:
    """Return the first match with its groups, or nil."""
    return run_3(pattern, string, EMPTY)


def run_3(pattern: Any, string: Any, options: Any) -> Any:
    """Return what of the first match is asked for, or nil."""
    text = _checked(pattern, string, "run", 3, options)
    found = _search(pattern, text, _option(options, _OFFSET, 0))
    if found is None:
        return NIL
    wanted, positions = _option(options, _CAPTURE, _ALL), _option(options, _RETURN, NIL) is _INDEX
    return _captures(found, wanted, text, positions, _is_narrow(pattern))


def scan_2(pattern: Any, string: Any) -> Any:
    """Return every match with its groups."""
    return scan_3(pattern, string, EMPTY)


def scan_3(pattern: Any, string: Any, options: Any) -> Any:
    """Return what of every match is asked for."""
    text = _checked(pattern, string, "scan", 3, options)
    wanted, positions = _option(options, _CAPTURE, _ALL), _option(options, _RETURN, NIL) is _INDEX
    narrow = _is_narrow(pattern)
    return from_list([_captures(found, wanted, text, positions, narrow) for found in _all_found(pattern, text)])


def named_captures_2(pattern: Any, string: Any) -> Any:
    """Return the named groups of the first match as a map, or nil."""
    text = _checked(pattern, string, "named_captures", 3, EMPTY)
    found = _search(pattern, text)
    if found is None:
        return NIL
    return from_pairs((name, _wide(found.group(name) or "", _is_narrow(pattern))) for name in found.re.groupindex)


def named_captures_3(pattern: Any, string: Any, options: Any) -> Any:
    """Return the named groups of the first match as a map, or nil."""
    return named_captures_2(pattern, string)


def names(pattern: Any) -> Any:
    """Return the names of its groups, sorted."""
    return from_list(sorted(_program(pattern).groupindex))


def source(pattern: Any) -> Any:
    """Return its source."""
    return get(pattern, _SOURCE)


def opts(pattern: Any) -> Any:
    """Return its options, as the letters of a sigil."""
    return get(pattern, _OPTS)


def regex_p(term: Any) -> Any:
    """Return whether a term is a regular expression."""
    return boolean(is_regex(term))


def escape(string: Any) -> Any:
    """Return a text with what means something in an expression escaped."""
    return binary_of("".join(f"\\{c}" if c in _SPECIAL else c for c in _text(string, "escape")))


def _text(string: Any, name: str) -> str:
    if not is_binary(string):
        raise function_clause("Regex", name, 1, [string])
    return text_of(string)


def split_2(pattern: Any, string: Any) -> Any:
    """Return the parts between the matches."""
    return split_3(pattern, string, EMPTY)


def split_3(pattern: Any, string: Any, options: Any) -> Any:
    """Return the parts between the matches, so many at most, empty ones left out if asked."""
    text = _checked(pattern, string, "split", 3, options)
    trims = _option(options, _TRIM, FALSE) is TRUE
    with_captures = _option(options, _INCLUDE, FALSE) is TRUE
    limit = _option(options, _PARTS, _INFINITY)
    left = 2 * len(text) + 3 if limit is _INFINITY else limit
    if not text:
        return from_list([] if trims else [""])
    parts: list[str] = []
    here = 0
    key = _split_key(options)
    for found in _all_found(pattern, text):
        if left <= 1:
            break
        start, end = found.span(key)
        if start < 0:
            continue
        if start == end and trims and start in (0, len(text)):
            continue
        if not (trims and start == here):
            parts.append(text[here:start])
            left -= 1
        if with_captures:
            parts.append(found[key])
        here = end
    if not (trims and here == len(text)):
        parts.append(text[here:])
    narrow = _is_narrow(pattern)
    return from_list([_wide(part, narrow) for part in parts])


def _split_key(options: Any) -> Any:
    """Return at which group a text is split: the whole match, or the first that ``on:`` names."""
    wanted = _option(options, _ON, _FIRST)
    if not is_list(wanted):
        return 0
    first = next(iter(to_list(wanted)), 0)
    return first.name if first.__class__ is Atom else first if first.__class__ is int else text_of(first)


def replace_3(pattern: Any, string: Any, replacement: Fun) -> Any:
    """Return the text with each match replaced, by a text with ``\\1`` or by what a function makes of it."""
    return replace_4(pattern, string, replacement, EMPTY)


def replace_4(pattern: Any, string: Any, replacement: Fun, options: Any) -> Any:
    """Return the text with each match, or only the first, replaced."""
    text = _checked(pattern, string, "replace", 4, replacement, options)
    everywhere = _option(options, _GLOBAL, TRUE) is not FALSE
    narrow = _is_narrow(pattern)
    parts: list[str] = []
    here = 0
    for found in _all_found(pattern, text)[: None if everywhere else 1]:
        parts.append(text[here : found.start()])
        if is_binary(replacement):
            template = text_of(replacement)
            parts.append(_filled(_narrow(template) if narrow else template, found))
        else:
            given = [
                _wide((found.group(n) if n <= found.re.groups else None) or "", narrow)
                for n in range(_arity(replacement))
            ]
            made = replacement(*given)
            told = text_of(made) if is_binary(made) else _printed(made)
            parts.append(_narrow(told) if narrow else told)
        here = found.end()
    return _wide("".join([*parts, text[here:]]), narrow)


def _arity(function: Any) -> int:
    arity: int = function.__code__.co_argcount
    return arity


def _printed(term: Any) -> str:
    raise error("ArgumentError", message=f"a replacement is a binary, not {inspect(term)}")


def _filled(template: str, found: Any) -> str:
    """Return a replacement with its groups filled in: ``\\1``, ``\\g{1}``, ``\\g{name}``, ``\\0``."""
    import re

    def group(reference: re.Match[str]) -> str:
        if reference[0] == "\\\\":
            return "\\"
        key = reference[1] or reference[2]
        try:
            return found.group(int(key) if key.isdigit() else key) or ""
        except (IndexError, KeyError):
            return ""

    return re.sub(r"\\\\|\\(\d+)|\\g\{(\w+)\}", group, template)


TABLE = {
    "replace/3": replace_3, "replace/4": replace_4,
    "compile/1": compile_1, "compile/2": compile_2, "compile!/1": compile_or_raise_1,
    "compile!/2": compile_or_raise_2, "match?/2": matches, "run/2": run_2, "run/3": run_3, "scan/2": scan_2,
    "scan/3": scan_3, "named_captures/2": named_captures_2, "named_captures/3": named_captures_3, "names/1": names,
    "source/1": source, "opts/1": opts, "regex?/1": regex_p, "escape/1": escape, "split/2": split_2, "split/3": split_3,
}  # fmt: skip
FUNCTIONS = TABLE


def __getattr__(name: str) -> Any:
    return blocking(name, __name__)
