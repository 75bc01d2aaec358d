"""Made by ``simulator.elixir.library.twins`` from ``string/search.py``: where arguments wait."""

from __future__ import annotations
from collections.abc import Generator
from simulator.elixir.library.blocking.string.regex import replace_4 as regex_replace
from simulator.elixir.library.string.regex import is_regex
from simulator.elixir.library.string.search import _GLOBAL, _any_of, _option, patterns_of
from simulator.elixir.library.string.text import checked
from simulator.elixir.runtime.bridge import FALSE, TRUE
from simulator.elixir.runtime.errors import function_clause
from simulator.elixir.runtime.values.counted import counted_parts
from simulator.elixir.runtime.values.enumerable import Fun
from simulator.elixir.runtime.values.graphemes import binary_of, graphemes, is_binary, text_of
from simulator.elixir.runtime.values.sizes import check_bytes
from simulator.terms.lists import EMPTY
from types import GeneratorType
from typing import Any

def replace_3(string: Any, pattern: Any, replacement: Fun) -> Generator[Any, Any, Any]:
    """Return it with what matches *pattern* replaced, by a text or by what a function makes of it."""
    return (yield from replace_4(string, pattern, replacement, EMPTY))

def replace_4(string: Any, pattern: Any, replacement: Fun, options: Any) -> Generator[Any, Any, Any]:
    """Return it with what matches *pattern* replaced: everywhere, or only the first with ``global: false``."""
    text = checked(string, 'replace', 4, pattern, replacement, options)
    if not is_binary(replacement) and (not callable(replacement)):
        raise function_clause('String', 'replace', 4, [string, pattern, replacement, options])
    if is_regex(pattern):
        return (yield from regex_replace(pattern, string, replacement, options))
    everywhere = _option(options, _GLOBAL, TRUE) is not FALSE
    if is_binary(pattern) and (not pattern):
        return (yield from _between(text, replacement, everywhere))
    wanted = patterns_of(pattern)
    if not wanted:
        return string
    found = list(counted_parts(_any_of(wanted).finditer(text)))[:None if everywhere else 1]
    if is_binary(replacement):
        check_bytes(len(text) + len(text_of(replacement)) * len(found))
    parts: list[str] = []
    here = 0
    for one in found:
        parts.append(text[here:one.start()])
        made = replacement if is_binary(replacement) else (yield from result1) if (result1 := replacement(binary_of(one[0]))).__class__ is GeneratorType else result1
        parts.append(text_of(made))
        here = one.end()
    return binary_of(''.join([*parts, text[here:]]))

def _between(text: str, replacement: Fun, everywhere: bool) -> Generator[Any, Any, Any]:
    """Put a replacement between all graphemes, and at both ends."""
    parts: list[str] = []
    letters = graphemes(text)
    for letter in letters if everywhere else letters[:1]:
        made = replacement if is_binary(replacement) else (yield from result1) if (result1 := replacement('')).__class__ is GeneratorType else result1
        parts += [text_of(made), letter]
    if everywhere:
        made = replacement if is_binary(replacement) else (yield from result2) if (result2 := replacement('')).__class__ is GeneratorType else result2
        parts.append(text_of(made))
    else:
        parts += letters[1:] or []
    return binary_of(''.join(parts))
TABLE = {'replace/3': replace_3, 'replace/4': replace_4}
