"""``IO.ANSI``: escape sequences for colours; they are off, as where standard output is no terminal.

Source of the semantics: Elixir 1.14, the module ``IO.ANSI``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.elixir.runtime.bridge import FALSE, TRUE
from simulator.elixir.runtime.errors import error
from simulator.terms import Atom, inspect
from simulator.terms.lists import EMPTY, from_list, is_list, parts

_COLOURS: Final = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_STYLES: Final = {
    "reset": 0,
    "bright": 1,
    "faint": 2,
    "italic": 3,
    "underline": 4,
    "blink_slow": 5,
    "blink_rapid": 6,
    "inverse": 7,
    "reverse": 7,
    "conceal": 8,
    "crossed_out": 9,
    "normal": 22,
    "not_italic": 23,
    "no_underline": 24,
    "blink_off": 25,
    "inverse_off": 27,
    "reverse_off": 27,
    "default_color": 39,
    "default_background": 49,
    "framed": 51,
    "encircled": 52,
    "overlined": 53,
    "not_framed_encircled": 54,
    "not_overlined": 55,
}
_PLACES: Final = {"home": "H", "clear": "2J", "clear_line": "2K"}


def sequences() -> dict[str, str]:
    """Return every named sequence.

    >>> sequences()["red"], sequences()["light_blue_background"]
    ('\\x1b[31m', '\\x1b[104m')
    """
    codes = dict(_STYLES)
    for number, colour in enumerate(_COLOURS):
        codes |= {colour: 30 + number, f"light_{colour}": 90 + number}
        codes |= {f"{colour}_background": 40 + number, f"light_{colour}_background": 100 + number}
    return {name: f"\x1b[{code}m" for name, code in codes.items()} | {
        name: f"\x1b[{end}" for name, end in _PLACES.items()
    }


_SEQUENCES: Final = sequences()
_RESET: Final = _SEQUENCES["reset"]


def enabled() -> Atom:
    """``IO.ANSI.enabled?/0``"""
    return FALSE


def format_(term: Any) -> Any:
    """``IO.ANSI.format/1``"""
    return format_as(term, FALSE)


def format_as(term: Any, enable: Any) -> Any:
    """``IO.ANSI.format/2``: the texts with escape sequences for the atoms among them, and a reset at the end."""
    made = _formatted(term, enable is TRUE, EMPTY)
    return from_list([made], _RESET) if enable is TRUE else made


def fragment(term: Any) -> Any:
    """``IO.ANSI.format_fragment/1``"""
    return fragment_as(term, FALSE)


def fragment_as(term: Any, enable: Any) -> Any:
    """``IO.ANSI.format_fragment/2``"""
    return _formatted(term, enable is TRUE, EMPTY)


def _formatted(term: Any, enable: bool, before: Any) -> Any:
    """Return what came *before* and a term behind it, nested as Elixir nests it."""
    if term.__class__ is Atom:
        code = _SEQUENCES.get(term.name)
        if code is None:
            raise error("ArgumentError", message=f"invalid ANSI sequence specification: {inspect(term)}")
        return from_list([before], code) if enable else before
    if not is_list(term):
        return from_list([before, term])
    items, end = parts(term)
    for item in [*items, *([] if end is EMPTY else [end])]:
        before = _formatted(item, enable, before)
    return before


def _constant(text: str) -> Callable[[], str]:
    def sequence() -> str:
        return text

    return sequence


def _moving(letter: str) -> Callable[[int], str]:
    def move(count: int) -> str:
        return f"\x1b[{count}{letter}"

    return move


def cursor(line: Any, column: Any) -> str:
    """``IO.ANSI.cursor/2``"""
    return f"\x1b[{line};{column}H"


def color(code: Any) -> str:
    """``IO.ANSI.color/1``"""
    return f"\x1b[38;5;{code}m"


def color_background(code: Any) -> str:
    """``IO.ANSI.color_background/1``"""
    return f"\x1b[48;5;{code}m"


FUNCTIONS: dict[str, Any] = {
    **{f"{name}/0": _constant(text) for name, text in _SEQUENCES.items()},
    **{f"cursor_{way}/1": _moving(letter) for way, letter in zip(("up", "down", "right", "left"), "ABCD", strict=True)},
    "enabled?/0": enabled,
    "format/1": format_,
    "format/2": format_as,
    "format_fragment/1": fragment,
    "format_fragment/2": fragment_as,
    "cursor/2": cursor,
    "color/1": color,
    "color_background/1": color_background,
}
