"""Made by ``simulator.elixir.library.twins`` from ``string/regex.py``: where arguments wait."""

from __future__ import annotations
from collections.abc import Generator
from simulator.elixir.library.string.regex import _GLOBAL, _arity, _checked, _filled, _option, _printed, _program
from simulator.elixir.runtime.bridge import FALSE, TRUE
from simulator.elixir.runtime.values.enumerable import Fun
from simulator.elixir.runtime.values.graphemes import binary_of, is_binary, text_of
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
    parts: list[str] = []
    here = 0
    for found in list(_program(pattern).finditer(text))[:None if everywhere else 1]:
        parts.append(text[here:found.start()])
        if is_binary(replacement):
            parts.append(_filled(text_of(replacement), found))
        else:
            given = [binary_of(found.group(n) or '') for n in range(_arity(replacement))]
            made = (yield from result1) if (result1 := replacement(*given)).__class__ is GeneratorType else result1
            parts.append(text_of(made) if is_binary(made) else _printed(made))
        here = found.end()
    return binary_of(''.join([*parts, text[here:]]))
TABLE = {'replace/3': replace_3, 'replace/4': replace_4}
