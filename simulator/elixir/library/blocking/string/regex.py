"""Made by ``simulator.elixir.library.twins`` from ``string/regex.py``: where arguments wait."""

from __future__ import annotations
from collections.abc import Generator
from simulator.elixir.library.string.regex import _GLOBAL, _all_found, _arity, _checked, _filled, _is_narrow, _narrow, _option, _printed, _wide
from simulator.elixir.runtime.bridge import FALSE, TRUE
from simulator.elixir.runtime.values.enumerable import Fun
from simulator.elixir.runtime.values.graphemes import is_binary, text_of
from simulator.terms.lists import EMPTY
from types import GeneratorType
from typing import Any

def replace_3(pattern: Any, string: Any, replacement: Fun) -> Generator[Any, Any, Any]:
    """Return the text with each match replaced, by a text with ``\\1`` or by what a function makes of it."""
    return (yield from replace_4(pattern, string, replacement, EMPTY))

def replace_4(pattern: Any, string: Any, replacement: Fun, options: Any) -> Generator[Any, Any, Any]:
    """Return the text with each match, or only the first, replaced."""
    text = _checked(pattern, string, 'replace', 4, replacement, options)
    everywhere = _option(options, _GLOBAL, TRUE) is not FALSE
    narrow = _is_narrow(pattern)
    parts: list[str] = []
    here = 0
    for found in _all_found(pattern, text)[:None if everywhere else 1]:
        parts.append(text[here:found.start()])
        if is_binary(replacement):
            template = text_of(replacement)
            parts.append(_filled(_narrow(template) if narrow else template, found))
        else:
            given = [_wide((found.group(n) if n <= found.re.groups else None) or '', narrow) for n in range(_arity(replacement))]
            made = (yield from result1) if (result1 := replacement(*given)).__class__ is GeneratorType else result1
            told = text_of(made) if is_binary(made) else _printed(made)
            parts.append(_narrow(told) if narrow else told)
        here = found.end()
    return _wide(''.join([*parts, text[here:]]), narrow)
TABLE = {'replace/3': replace_3, 'replace/4': replace_4}
