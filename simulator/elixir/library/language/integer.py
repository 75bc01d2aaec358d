"""``Integer``: division, digits, reading and printing in any base.

Source of the semantics: Elixir 1.14, the module ``Integer``.
"""

from __future__ import annotations

import math
import re
from typing import Any

from simulator.elixir.runtime.bridge import boolean
from simulator.elixir.runtime.errors import check, erlang, error, function_clause, unless
from simulator.elixir.runtime.values.basics import base_problem
from simulator.elixir.runtime.values.counted import count
from simulator.elixir.runtime.values.graphemes import binary_of, is_binary, text_of
from simulator.elixir.runtime.values.long_integers import DIGITS, digits_in, integer_in, integer_of_digits, read_integer
from simulator.elixir.runtime.values.operators import div
from simulator.elixir.runtime.values.sizes import checked_power, count_quotient
from simulator.terms import Atom, inspect
from simulator.terms.lists import from_list, to_list

_BADARITH = Atom("badarith")
_GCD = 200_000
"""Bits times bits of which the greatest common divisor counts for an item."""
_STEP = 3_000
"""Bits that take as long as an item in the products and differences of one step of Euclid's."""


def _integers(name: str, *args: Any) -> None:
    if any(arg.__class__ is not int for arg in args):
        raise function_clause("Integer", name, len(args), list(args))


def is_odd(number: Any) -> Any:
    """Return whether it is odd."""
    if number.__class__ is not int:
        raise erlang(_BADARITH)
    return boolean(number & 1)


def is_even(number: Any) -> Any:
    """Return whether it is even."""
    if number.__class__ is not int:
        raise erlang(_BADARITH)
    return boolean(not number & 1)


def floor_div(dividend: Any, divisor: Any) -> Any:
    """Return the quotient, rounded down."""
    if dividend.__class__ is not int or divisor.__class__ is not int or divisor == 0:
        raise erlang(_BADARITH)
    count_quotient(dividend.bit_length(), divisor.bit_length())
    return dividend // divisor


def mod(dividend: Any, divisor: Any) -> Any:
    """Return the remainder of :func:`floor_div`; it has the sign of *divisor*."""
    if dividend.__class__ is not int or divisor.__class__ is not int or divisor == 0:
        raise erlang(_BADARITH)
    count_quotient(dividend.bit_length(), divisor.bit_length())
    return dividend % divisor


def pow_2(base: Any, exponent: Any) -> Any:
    """Return a power."""
    _integers("pow", base, exponent)
    if exponent < 0:
        raise erlang(_BADARITH)
    return checked_power(base, exponent)


def gcd(left: Any, right: Any) -> Any:
    """Return the greatest common divisor."""
    _integers("gcd", left, right)
    count(left.bit_length() * right.bit_length() // _GCD)
    return math.gcd(left, right)


def extended_gcd(left: Any, right: Any) -> Any:
    """Return the greatest common divisor and the numbers by which it is a sum of the two."""
    _integers("extended_gcd", left, right)
    if left == 0 and right == 0:
        return (0, 0, 0)
    a, b, s, next_s, t, next_t = left, right, 1, 0, 0, 1
    while b:
        count(b.bit_length() // _STEP)
        quotient = div(a, b)
        a, b = b, a - quotient * b
        s, next_s = next_s, s - quotient * next_s
        t, next_t = next_t, t - quotient * next_t
    return (a, s, t) if a >= 0 else (-a, -s, -t)


def digits_1(number: Any) -> Any:
    """Return its decimal digits."""
    return digits_2(number, 10)


def digits_2(number: Any, base: Any) -> Any:
    """Return its digits in *base*; those of a negative number are negative."""
    if number.__class__ is not int or base.__class__ is not int or base < 2:
        raise function_clause("Integer", "digits", 2, [number, base])
    found = digits_in(abs(number), base)
    return from_list(found if number >= 0 else [-digit for digit in found])


def undigits_1(digits: Any) -> Any:
    """Return the number with these decimal digits."""
    return undigits_2(digits, 10)


def undigits_2(digits: Any, base: Any) -> Any:
    """Return the number with these digits in *base*."""
    if base.__class__ is not int or base < 2:
        raise function_clause("Integer", "undigits", 2, [digits, base])
    found = to_list(digits)
    for digit in found:
        if digit >= base:
            raise error("ArgumentError", message=f"invalid digit {digit} in base {base}")
    return integer_of_digits(found, base)


def parse_1(string: Any) -> Any:
    """Return ``{integer, rest}``, or ``:error``."""
    return parse_2(string, 10)


def parse_2(string: Any, base: Any) -> Any:
    """Return ``{integer, rest}`` of a text in *base*, or ``:error``."""
    if not is_binary(string):
        raise function_clause("Integer", "parse", 2, [string, base])
    if base.__class__ is not int or not 2 <= base <= 36:
        raise error("ArgumentError", message=f"invalid base {inspect(base)}")
    text = text_of(string)
    found = re.match(f"[+-]?[{DIGITS[:base]}{DIGITS[:base].lower()}]+", text)
    if found is None:
        return Atom("error")
    digits, sign = found[0].lstrip("+-"), -1 if text[0] == "-" else 1
    return (sign * read_integer(digits, base), binary_of(text[found.end() :]))


def to_string_1(number: Any) -> Any:
    """Return its decimal text."""
    return to_string_2(number, 10)


def to_string_2(number: Any, base: Any) -> Any:
    """Return its text in *base*."""
    check(unless(int, number, "not an integer"), base_problem(base))
    return integer_in(number, base)


def to_charlist_1(number: Any) -> Any:
    """Return its decimal text as a charlist."""
    return to_charlist_2(number, 10)


def to_charlist_2(number: Any, base: Any) -> Any:
    """Return its text in *base* as a charlist."""
    return from_list([ord(c) for c in to_string_2(number, base)])


FUNCTIONS = {
    "is_odd/1": is_odd, "is_even/1": is_even, "floor_div/2": floor_div, "mod/2": mod, "pow/2": pow_2, "gcd/2": gcd,
    "extended_gcd/2": extended_gcd, "digits/1": digits_1, "digits/2": digits_2, "undigits/1": undigits_1,
    "undigits/2": undigits_2, "parse/1": parse_1, "parse/2": parse_2, "to_string/1": to_string_1,
    "to_string/2": to_string_2, "to_charlist/1": to_charlist_1, "to_charlist/2": to_charlist_2,
}  # fmt: skip
GUARDS = {"is_odd/1", "is_even/1"}
