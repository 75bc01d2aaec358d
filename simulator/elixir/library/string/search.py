"""``String``: finding, splitting, replacing.

A pattern is a text, a list of texts, or a regular expression.
"""

from __future__ import annotations

import re
from typing import Any

from simulator.elixir.library.string.regex import is_regex, matches
from simulator.elixir.library.string.regex import replace_4 as regex_replace
from simulator.elixir.library.string.regex import split_3 as regex_split
from simulator.elixir.library.string.text import checked
from simulator.elixir.runtime.bridge import FALSE, TRUE, boolean
from simulator.elixir.runtime.errors import function_clause
from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.values.counted import count_parts, counted_parts, to_list
from simulator.elixir.runtime.values.enumerable import Fun
from simulator.elixir.runtime.values.graphemes import BREAKING, binary_of, graphemes, is_binary, text_of
from simulator.elixir.runtime.values.sizes import check_bytes
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list, is_list

_BREAKS = re.compile(f"[{re.escape(BREAKING)}]+")
_GLOBAL, _PARTS, _TRIM, _INFINITY = map(Atom, ("global", "parts", "trim", "infinity"))


def patterns_of(pattern: Any, position: int = 2) -> list[str]:
    """Return the texts that a pattern stands for. Raises ``ArgumentError`` for what is none."""
    if is_binary(pattern):
        return [text_of(pattern)]
    if is_list(pattern):
        parts = to_list(pattern)
        if all(is_binary(part) for part in parts):
            return [text_of(part) for part in parts]
    raise badarg(position, "not a valid pattern")


def _any_of(parts: list[str]) -> re.Pattern[str]:
    """Return what finds the first of *parts*, the longest where several begin at one place."""
    return re.compile("|".join(re.escape(part) for part in sorted(parts, key=len, reverse=True)))


def contains(string: Any, contents: Any) -> Any:
    """Return whether it has any of the *contents* in it."""
    text = checked(string, "contains?", 2, contents)
    return boolean(any(part in text for part in patterns_of(contents)))


def starts_with(string: Any, prefix: Any) -> Any:
    """Return whether it begins with any of these."""
    text = checked(string, "starts_with?", 2, prefix)
    if not is_binary(prefix) and not is_list(prefix):
        raise function_clause("String", "starts_with?", 2, [string, prefix])
    return boolean(text.startswith(tuple(patterns_of(prefix))))


def ends_with(string: Any, suffix: Any) -> Any:
    """Return whether it ends with any of these."""
    text = checked(string, "ends_with?", 2, suffix)
    if not is_binary(suffix) and not is_list(suffix):
        raise function_clause("String", "ends_with?", 2, [string, suffix])
    return boolean(text.endswith(tuple(patterns_of(suffix))))


def match(string: Any, pattern: Any) -> Any:
    """Return whether a regular expression matches."""
    return matches(pattern, string)


def _option(options: Any, key: Atom, default: Any) -> Any:
    return next((pair[1] for pair in to_list(options) if pair[0] is key), default)


def split_1(string: Any) -> Any:
    """Return its words."""
    if not is_binary(string):
        raise badarg(1, "not a binary")
    return from_list([binary_of(part) for part in _BREAKS.split(text_of(string)) if part])


def split_2(string: Any, pattern: Any) -> Any:
    """Return the parts between what matches *pattern*."""
    return split_3(string, pattern, EMPTY)


def split_3(string: Any, pattern: Any, options: Any) -> Any:
    """Return the parts between what matches *pattern*, so many at most, empty ones left out if asked."""
    if is_regex(pattern):
        return regex_split(pattern, string, options)
    if not is_binary(string):
        raise function_clause("String", "split", 3, [string, pattern, options])
    trims = _option(options, _TRIM, FALSE) is TRUE
    limit = _option(options, _PARTS, _INFINITY)
    most = 0 if limit is _INFINITY else limit
    found = _split(text_of(string), pattern, most, trims)
    count_parts(len(found))
    return from_list([binary_of(part) for part in found])


def _split(text: str, pattern: Any, most: int, trims: bool) -> list[str]:
    if is_binary(pattern) and not pattern:
        parts = ["", *graphemes(text), ""]
        if trims:
            parts = [part for part in parts if part]
        return parts if not most or len(parts) <= most else [*parts[: most - 1], "".join(parts[most - 1 :])]
    wanted = patterns_of(pattern)
    if not wanted:
        return [text]
    finder = _any_of(wanted)
    if not trims:
        return [text] if most == 1 else finder.split(text, most - 1 if most else 0)
    parts = []
    while text:
        found = finder.search(text)
        if found is None or (most and len(parts) == most - 1):
            parts.append(text)
            break
        if found.start():
            parts.append(text[: found.start()])
        text = text[found.end() :]
    return parts


def splitter_2(string: Any, pattern: Any) -> Any:
    """Return the parts as an enumerable."""
    return split_2(string, pattern)


def splitter_3(string: Any, pattern: Any, options: Any) -> Any:
    """Return the parts as an enumerable."""
    return split_3(string, pattern, options)


def replace_3(string: Any, pattern: Any, replacement: Fun) -> Any:
    """Return it with what matches *pattern* replaced, by a text or by what a function makes of it."""
    return replace_4(string, pattern, replacement, EMPTY)


def replace_4(string: Any, pattern: Any, replacement: Fun, options: Any) -> Any:
    """Return it with what matches *pattern* replaced: everywhere, or only the first with ``global: false``."""
    text = checked(string, "replace", 4, pattern, replacement, options)
    if not is_binary(replacement) and not callable(replacement):
        raise function_clause("String", "replace", 4, [string, pattern, replacement, options])
    if is_regex(pattern):
        return regex_replace(pattern, string, replacement, options)
    everywhere = _option(options, _GLOBAL, TRUE) is not FALSE
    if is_binary(pattern) and not pattern:
        return _between(text, replacement, everywhere)
    wanted = patterns_of(pattern)
    if not wanted:
        return string
    found = list(counted_parts(_any_of(wanted).finditer(text)))[: None if everywhere else 1]
    if is_binary(replacement):
        check_bytes(len(text) + len(text_of(replacement)) * len(found))
    parts: list[str] = []
    here = 0
    for one in found:
        parts.append(text[here : one.start()])
        made = replacement if is_binary(replacement) else replacement(binary_of(one[0]))
        parts.append(text_of(made))
        here = one.end()
    return binary_of("".join([*parts, text[here:]]))


def _between(text: str, replacement: Fun, everywhere: bool) -> Any:
    """Put a replacement between all graphemes, and at both ends."""
    parts: list[str] = []
    letters = graphemes(text)
    for letter in letters if everywhere else letters[:1]:
        made = replacement if is_binary(replacement) else replacement("")
        parts += [text_of(made), letter]
    if everywhere:
        made = replacement if is_binary(replacement) else replacement("")
        parts.append(text_of(made))
    else:
        parts += letters[1:] or []
    return binary_of("".join(parts))


TABLE = {
    "contains?/2": contains, "starts_with?/2": starts_with, "ends_with?/2": ends_with, "match?/2": match,
    "split/1": split_1, "split/2": split_2, "split/3": split_3, "splitter/2": splitter_2, "splitter/3": splitter_3,
    "replace/3": replace_3, "replace/4": replace_4,
}  # fmt: skip
