"""Integers written and read in any base, however long, with what that takes counted before it is begun.

Source of the semantics: ``erlang:integer_to_binary/2`` and ``erlang:binary_to_integer/2``.
"""

from __future__ import annotations

from math import log2
from typing import Final

from simulator.elixir.runtime.values.sizes import check_bits, count_product, count_square
from simulator.terms.text import integer_of, integer_text

DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SHORT: Final = 4_096
"""Bits up to which digits are taken off one after the other."""
_FORMS: Final = {2: "b", 8: "o", 16: "X"}


def integer_in(value: int, base: int) -> str:
    """Return an integer as text in *base*, which is 2 to 36; letters are large.

    >>> integer_in(-255, 16), integer_in(35, 36), integer_in(3**7, 3)
    ('-FF', 'Z', '10000000')
    """
    if base == 10:
        if (bits := value.bit_length()) > _SHORT:
            count_product(bits, bits)
        return integer_text(value)
    if base in _FORMS:
        return format(value, _FORMS[base])
    return ("-" if value < 0 else "") + "".join([DIGITS[digit] for digit in digits_in(abs(value), base)])


def digits_in(value: int, base: int) -> list[int]:
    """Return the digits in *base* of an integer that is not negative.

    >>> digits_in(0, 7), digits_in(50, 7)
    ([0], [1, 0, 1])
    """
    bits = value.bit_length()
    if bits <= _SHORT:
        return _few_digits(value, base) or [0]
    count_square(bits)
    if base == 10:
        return [ord(digit) - 48 for digit in integer_text(value)]
    power, width = base, 1
    powers = [(power, width)]
    while power.bit_length() * 2 <= bits:
        power, width = power * power, width * 2
        powers.append((power, width))
    return _split(value, powers, len(powers))


def _few_digits(value: int, base: int) -> list[int]:
    found = []
    while value:
        value, digit = divmod(value, base)
        found.append(digit)
    return found[::-1]


def _split(value: int, powers: list[tuple[int, int]], level: int) -> list[int]:
    """Return the digits of what is divided by ever smaller powers of the base, without zeros before them."""
    while level and powers[level - 1][0] > value:
        level -= 1
    if not level or value.bit_length() <= _SHORT:
        return _few_digits(value, powers[0][0])
    power, width = powers[level - 1]
    high, low = divmod(value, power)
    last = _split(low, powers, level - 1)
    return [*_split(high, powers, level), *[0] * (width - len(last)), *last]


def read_integer(digits: str, base: int) -> int:
    """Return the integer with these digits in *base*. Raises ``SystemLimitError`` for one that is too long.

    >>> read_integer("zz", 36)
    1295
    """
    bits = int(len(digits) * log2(base))
    if bits > _SHORT:
        check_bits(bits - base)  # leading zeros are not looked for
        count_product(bits, bits)
    return integer_of(digits, base)


def integer_of_digits(digits: list[int], base: int) -> int:
    """Return the integer that has these digits, each less than *base*.

    >>> integer_of_digits([1, 0, 1], 7)
    50
    """
    if len(digits) * base.bit_length() > _SHORT:
        bits = len(digits) * base.bit_length()
        count_product(bits, bits)
        low = len(digits) // 2
        high = integer_of_digits(digits[:-low], base)
        return high * int(base**low) + integer_of_digits(digits[-low:], base)
    total = 0
    for digit in digits:
        total = total * base + digit
    return total
