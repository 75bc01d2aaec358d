"""``Float``: rounding in decimal, reading, printing.

Source of the semantics: Elixir 1.14, the module ``Float``.
"""

from __future__ import annotations

import math
from typing import Any

from simulator.elixir.library.string.numbers import parsed
from simulator.elixir.runtime.errors import erlang, error, function_clause
from simulator.elixir.runtime.values.graphemes import binary_of, is_binary, text_of
from simulator.terms import Atom
from simulator.terms.lists import from_list
from simulator.terms.text import short_float


def parse(string: Any) -> Any:
    """Return ``{float, rest}``, or ``:error``."""
    if not is_binary(string):
        raise function_clause("Float", "parse", 1, [string])
    found = parsed(text_of(string))
    return Atom("error") if found is None else (found[0], binary_of(found[1]))


def _decimal(number: Any, precision: Any, name: str, rounding: str) -> Any:
    if number.__class__ is not float:
        raise function_clause("Float", name, 2, [number, precision])
    if precision.__class__ is not int:
        raise function_clause("Float", name, 2, [number, precision])
    if not 0 <= precision <= 15:
        raise error("ArgumentError", message=f"precision {precision} is out of valid range of 0..15")
    from decimal import Context, Decimal

    exact = Decimal(number)  # all digits of the binary fraction, so that halves are halves
    made = float(exact.quantize(Decimal(1).scaleb(-precision), rounding=rounding, context=Context(prec=400)))
    if made or (number == 0 and (precision or name != "round")) or (not precision and name != "round"):
        return made if made else math.copysign(0.0, number)
    return 0.0  # what is rounded away loses its sign, as does the zero that round/1 is given


def round_1(number: Any) -> Any:
    """Return the nearest whole number as a float; halves are rounded away from zero."""
    return round_2(number, 0)


def round_2(number: Any, precision: Any) -> Any:
    """Return the nearest number with *precision* decimals."""
    return _decimal(number, precision, "round", "ROUND_HALF_UP")


def floor_1(number: Any) -> Any:
    """Return the whole number below, as a float."""
    return floor_2(number, 0)


def floor_2(number: Any, precision: Any) -> Any:
    """Return the number with *precision* decimals below."""
    return _decimal(number, precision, "floor", "ROUND_FLOOR")


def ceil_1(number: Any) -> Any:
    """Return the whole number above, as a float."""
    return ceil_2(number, 0)


def ceil_2(number: Any, precision: Any) -> Any:
    """Return the number with *precision* decimals above."""
    return _decimal(number, precision, "ceil", "ROUND_CEILING")


def pow_2(base: Any, exponent: Any) -> Any:
    """Return a power as a float."""
    if base.__class__ is not float or exponent.__class__ not in (int, float):
        raise function_clause("Float", "pow", 2, [base, exponent])
    try:
        made = base**exponent
    except (OverflowError, ZeroDivisionError):
        raise erlang(Atom("badarith")) from None
    if made.__class__ is complex:
        raise erlang(Atom("badarith"))
    return float(made)


def to_string(number: Any) -> Any:
    """Return its shortest text."""
    if number.__class__ is not float:
        raise function_clause("Float", "to_string", 1, [number])
    return short_float(number)


def to_charlist(number: Any) -> Any:
    """Return its shortest text as a charlist."""
    return from_list([ord(c) for c in to_string(number)])


def ratio(number: Any) -> Any:
    """Return numerator and denominator."""
    if number.__class__ is not float:
        raise function_clause("Float", "ratio", 1, [number])
    return number.as_integer_ratio()


def max_finite() -> float:
    """Return the largest float."""
    return 1.7976931348623157e308


def min_finite() -> float:
    """Return the smallest float."""
    return -1.7976931348623157e308


FUNCTIONS = {
    "parse/1": parse, "round/1": round_1, "round/2": round_2, "floor/1": floor_1, "floor/2": floor_2, "ceil/1": ceil_1,
    "ceil/2": ceil_2, "pow/2": pow_2, "to_string/1": to_string, "to_charlist/1": to_charlist, "ratio/1": ratio,
    "max_finite/0": max_finite, "min_finite/0": min_finite,
}  # fmt: skip
