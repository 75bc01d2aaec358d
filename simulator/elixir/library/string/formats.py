"""Erlang's format strings: ``:io.format`` and ``:io_lib.format``.

Source of the semantics: Erlang/OTP 25, the documentation of ``io:fwrite/3`` and ``io_lib_format``.
"""

from __future__ import annotations

import re
from typing import Any, Final

from simulator.elixir.library.files.io import chardata
from simulator.elixir.library.string.printed_terms import pretty, written
from simulator.elixir.runtime.values.counted import count, to_list
from simulator.kernel.words.errors import badarg
from simulator.terms import Atom, inspect
from simulator.terms.bits import bytes_of
from simulator.terms.lists import is_list

_CONTROL: Final = re.compile(
    r"~(?P<width>-?\d+|\*)?(?:\.(?P<precision>\d+|\*)?(?:\.(?P<pad>t?.))?)?(?P<flags>[tlkK]*)(?P<kind>.)", re.S
)
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


def formatted(control: Any, given: Any) -> str:
    """Return the text that a format makes of a list of arguments; raises ``ArgumentError``.

    >>> from simulator.terms.lists import from_list
    >>> formatted("~s is ~.2f~n", from_list(["pi", 3.14159]))
    'pi is 3.14\\n'
    """
    return "".join(parts_of(control, given))


def parts_of(control: Any, given: Any) -> list[str]:
    """Return what a format makes in parts: in turns what stands in it, and what one of its controls makes."""
    text = control.name if control.__class__ is Atom else chardata(control)
    if not is_list(given):
        raise badarg(2, "not a list")
    return _Format(text, to_list(given)).made()


class _Format:
    """One format string and what of its arguments is left."""

    def __init__(self, text: str, arguments: list[Any]) -> None:
        self.text = text
        self.arguments = arguments
        self.used = 0
        self.result: list[str] = []

    def made(self) -> list[str]:
        """Return the text in parts."""
        position = 0
        while position < len(self.text):
            tilde = self.text.find("~", position)
            if tilde < 0:
                break
            self.result.append(self.text[position:tilde])
            found = _CONTROL.match(self.text, tilde)
            if found is None:
                raise badarg(1, "format string invalid (truncated)")
            self.result.append(self.control(found))
            position = found.end()
        if self.used < len(self.arguments):
            raise badarg(1, "wrong number of arguments")
        return [*self.result, self.text[position:]]

    def argument(self) -> Any:
        """Return the next argument."""
        if self.used == len(self.arguments):
            raise badarg(1, "wrong number of arguments")
        self.used += 1
        return self.arguments[self.used - 1]

    def number(self, text: str | None) -> int | None:
        """Return a width or a precision, which counts: so much text is made; a star stands for the next argument."""
        if text is None:
            return None
        number = int(self.argument()) if text == "*" else int(text)
        count(abs(number))
        return number

    def control(self, found: re.Match[str]) -> str:
        """Return what one control sequence makes."""
        kind = found["kind"]
        if kind in "~n":
            return "~" if kind == "~" else "\n"
        width, precision = self.number(found["width"]), self.number(found["precision"])
        maker = getattr(self, f"as_{_NAMES.get(kind, kind)}", None)
        if maker is None:
            raise badarg(1, f"format string invalid (invalid control ~{kind})")
        text = maker(self.argument(), precision, "t" in found["flags"], width)
        if kind in "sc" and width is None and precision is not None:
            width = precision
        return _padded(text, width, (found["pad"] or " ")[-1], kind)

    def wrong(self, kind: str) -> BaseException:
        """Return what is raised for an argument that the last control cannot take."""
        return badarg(2, f"element {self.used} must be of type {kind}")

    def as_w(self, term: Any, precision: int | None, wide: bool, width: int | None) -> str:
        """``~w``"""
        return written(term)

    def as_p(self, term: Any, precision: int | None, wide: bool, width: int | None) -> str:
        """``~p``"""
        column = len("".join(self.result).rsplit("\n", 1)[-1])
        if width == 0:
            return pretty(term, 0, wide, 1 << 60)
        return pretty(term, column, wide, width or 80)

    def as_s(self, term: Any, precision: int | None, wide: bool, width: int | None) -> str:
        """``~s``"""
        if term.__class__ is Atom:
            text = term.name
        elif is_list(term) or term.__class__ in (str, bytes):
            text = chardata(term) if wide or is_list(term) else bytes_of(term).decode("latin-1")
        else:
            raise self.wrong("string")
        return text if precision is None else text[:precision]

    def as_c(self, term: Any, precision: int | None, wide: bool, width: int | None) -> str:
        """``~c``"""
        if term.__class__ is not int:
            raise self.wrong("character")
        return chr(term) * (precision or width or 1)

    def as_f(self, term: Any, precision: int | None, wide: bool, width: int | None) -> str:
        """``~f``"""
        if term.__class__ is not float:
            raise self.wrong("float")
        return f"{term:.{6 if precision is None else precision}f}"

    def as_e(self, term: Any, precision: int | None, wide: bool, width: int | None) -> str:
        """``~e``"""
        if term.__class__ is not float:
            raise self.wrong("float")
        mantissa, _, exponent = f"{term:.{(precision or 6) - 1}e}".partition("e")
        return f"{mantissa}e{int(exponent):+}"

    def as_g(self, term: Any, precision: int | None, wide: bool, width: int | None) -> str:
        """``~g``"""
        if term.__class__ is not float:
            raise self.wrong("float")
        if 0.1 <= abs(term) < 10_000:
            return self.as_f(term, (precision or 6) - len(str(int(abs(term)))) + (abs(term) < 1), wide, width)
        return self.as_e(term, precision, wide, width)

    def as_b(self, term: Any, precision: int | None, wide: bool, width: int | None) -> str:
        """``~b``"""
        if term.__class__ is not int:
            raise self.wrong("integer")
        return in_base(term, precision or 10)

    def as_B(self, term: Any, precision: int | None, wide: bool, width: int | None) -> str:
        """``~B``"""
        return self.as_b(term, precision, wide, width).upper()

    def as_based(self, term: Any, precision: int | None, wide: bool, width: int | None) -> str:
        """``~#``"""
        return f"{precision or 10}#{self.as_B(term, precision, wide, width)}"

    def as_small_based(self, term: Any, precision: int | None, wide: bool, width: int | None) -> str:
        """``~+``"""
        return f"{precision or 10}#{self.as_b(term, precision, wide, width)}"

    def as_i(self, term: Any, precision: int | None, wide: bool, width: int | None) -> str:
        """``~i``"""
        return ""


class _Inspected(_Format):
    """A format whose terms are shown as Elixir's ``inspect`` shows them."""

    def as_w(self, term: Any, precision: int | None, wide: bool, width: int | None) -> str:
        """``~w``"""
        return inspect(term)

    def as_p(self, term: Any, precision: int | None, wide: bool, width: int | None) -> str:
        """``~p``"""
        return inspect(term, width=width or 80)


def inspected(control: Any, given: Any) -> str:
    """Return the text that a format makes as Elixir's ``Logger`` has it: its terms are those of ``inspect``.

    >>> from simulator.terms.lists import from_list
    >>> inspected("~tp is ~s", from_list([Atom("Elixir.Stack"), "here"]))
    'Stack is here'
    """
    text = control.name if control.__class__ is Atom else chardata(control)
    if not is_list(given):
        raise badarg(2, "not a list")
    return "".join(_Inspected(text, to_list(given)).made())


_NAMES: Final = {"#": "based", "+": "small_based", "W": "w", "P": "p"}


def in_base(number: int, base: int) -> str:
    """Return a number in a base from 2 to 36, in small letters.

    >>> in_base(255, 16), in_base(-5, 2), in_base(0, 10)
    ('ff', '-101', '0')
    """
    digits = ""
    rest = abs(number)
    while rest or not digits:
        rest, digit = divmod(rest, base)
        digits = _DIGITS[digit] + digits
    return f"-{digits}" if number < 0 else digits


def _padded(text: str, width: int | None, pad: str, kind: str) -> str:
    """Return text in a field of *width*, at its right end, or for a negative one at its left."""
    if width is None or kind in "pi":
        return text
    size = abs(width)
    if len(text) > size:
        return text[:size] if kind == "s" else "*" * size
    return text.ljust(size, pad) if width < 0 else text.rjust(size, pad)
