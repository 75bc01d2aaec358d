"""Numbers and strings as Elixir writes them.

Source of the semantics: Elixir 1.14, ``Inspect.BitString``, ``Inspect.Float``, ``String.printable?/2`` and
``List.ascii_printable?/2``; Erlang/OTP 25, ``io_lib_format:fwrite_g/1``.
"""

from __future__ import annotations

_ESCAPES = {
    7: "\\a",
    8: "\\b",
    9: "\\t",
    10: "\\n",
    11: "\\v",
    12: "\\f",
    13: "\\r",
    27: "\\e",
    92: "\\\\",
    127: "\\d",
    0: "\\0",
    0xFEFF: "\\uFEFF",
}
_CONTROLS = frozenset([7, 8, 9, 10, 11, 12, 13, 27])
_CHARLIST_CODES = _CONTROLS | frozenset(range(32, 127))


def float_text(value: float) -> str:
    """Return the shortest decimal that reads back as *value*, in the form of Elixir's ``inspect``.

    >>> float_text(1e10), float_text(1e16), float_text(0.0001), float_text(0.00001), float_text(1.5e300)
    ('10000000000.0', '1.0e16', '0.0001', '1.0e-5', '1.5e300')

    Infinity and NaN, which the BEAM does not have, are ``#Float<inf>``, ``#Float<-inf>`` and ``#Float<nan>``.
    """
    return f"{int(value)}.0" if 1.0 <= abs(value) < 1e16 and value == int(value) else short_float(value)


def short_float(value: float) -> str:
    """Return the shortest decimal that reads back as *value*, in the form of ``to_string``.

    >>> short_float(100.0), short_float(1000.0), short_float(1234.0), short_float(0.00012)
    ('100.0', '1.0e3', '1234.0', '1.2e-4')
    """
    text = float.__repr__(value)
    if text[-1] in "fn":
        return f"#Float<{text}>"
    sign = "-" if text[0] == "-" else ""
    mantissa, _, exponent = text.lstrip("-").partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    point = len(whole) + int(exponent or "0") - (len(whole + fraction) - len(digits))
    digits = digits.rstrip("0")
    if not digits:
        return sign + "0.0"
    return sign + (_scientific(digits, point) if abs(value) >= _EXACT else _place_point(digits, point))


_EXACT = 2.0**53
"""From here on plain digits would pretend to be exact."""


def _scientific(digits: str, point: int) -> str:
    return f"{digits[0]}.{digits[1:] or '0'}e{point - 1}"


def _place_point(digits: str, point: int) -> str:
    """Write 0.*digits* times ten to the power of *point* in the shorter of the two notations."""
    if 0 < point < len(digits):
        return f"{digits[:point]}.{digits[point:]}"
    if point == 0:
        return f"0.{digits}"
    scientific = _scientific(digits, point)
    plain = f"0.{'0' * -point}{digits}" if point < 0 else f"{digits}{'0' * (point - len(digits))}.0"
    return plain if len(plain) <= len(scientific) else scientific


_AT_ONCE = 4000
_DIRECT = 4096  # bits


def integer_text(value: int) -> str:
    """Return the digits of *value*, however many; Python's ``str`` refuses more than 4,300.

    >>> len(integer_text(10 ** 5000))
    5001
    """
    try:
        return int.__repr__(value)
    except ValueError:
        return _long_text(value)


def _long_text(value: int) -> str:
    """Return the digits of a long integer: in halves, whose products ``decimal`` makes in next to no time.

    ``str`` and ``Decimal(value)`` take a time that grows with the square of its length: 38 s for 845,000 digits.
    """
    from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal, localcontext

    powers: dict[int, Decimal] = {}

    def halves(part: int, bits: int) -> Decimal:
        if bits <= _DIRECT:
            return Decimal(part)
        low = bits >> 1
        if low not in powers:
            powers[low] = Decimal(2) ** low
        high = part >> low
        return halves(high, bits - low) * powers[low] + halves(part - (high << low), low)

    with localcontext(Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)):
        made = halves(abs(value), value.bit_length())
    return f"{'-' if value < 0 else ''}{made:f}"


_BASES = {"binary": ("0b", "b"), "octal": ("0o", "o"), "hex": ("0x", "X")}


def integer_of(digits: str, base: int = 10) -> int:
    """Return the integer with these digits in *base*, however many: Python refuses to read more than 4,300 at once.

    >>> integer_of("1" + "0" * 5000) == 10**5000
    True
    """
    if len(digits) <= _AT_ONCE:
        return int(digits, base)
    low = len(digits) // 2
    return integer_of(digits[:-low], base) * int(base**low) + integer_of(digits[-low:], base)


def integer_in_base(value: int, base: str) -> str:
    """Return *value* in this *base* (binary, octal or hex), with its prefix.

    >>> integer_in_base(-255, "hex")
    '-0xFF'
    """
    prefix, form = _BASES[base]
    return f"{'-' if value < 0 else ''}{prefix}{abs(value):{form}}"


def is_printable(code: int) -> bool:
    """Say whether the character of this code shows when printed, by Elixir's table."""
    if code < 160:
        return 32 <= code <= 127 or code in _CONTROLS
    return code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000


def quoted(text: str, quote: str, limit: int | None = None, more: str = "") -> str:
    """Return *text* between two *quote* characters, escaped; past *limit* characters it ends, followed by *more*.

    >>> print(quoted('say "hi"', '"'), quoted("abcdef", '"', 3, " <> ..."))
    "say \\"hi\\"" "abc" <> ...
    """
    out = [quote]
    position, left = 0, len(text) if limit is None else limit
    while position < len(text) and left:
        letter = text[position]
        if letter == quote:
            out.append("\\" + quote)
        elif letter == "#" and text.startswith("{", position + 1):
            out.append("\\#{")
            position += 1  # Elixir counts this pair as one character
        else:
            out.append(_ESCAPES.get(ord(letter)) or _character(letter))
        position += 1
        left -= 1
    out.append(quote)
    return "".join(out) + (more if position < len(text) else "")


def _character(letter: str) -> str:
    code = ord(letter)
    if is_printable(code):
        return letter
    if 0xDC80 <= code <= 0xDCFF:  # a byte that is not UTF-8
        code -= 0xDC00
    if code < 0x100:
        return f"\\x{code:02X}"
    return f"\\x{{{code:04X}}}" if code < 0x10000 else f"\\x{{{code:06X}}}"


def string_text(text: str, limit: int | None, always: bool = False) -> str | None:
    """Return *text* as a double-quoted string, or None if it does not print, judged by its first *limit* characters.

    With *always* it is a string at any rate.
    """
    if text.isascii() and text.isprintable() and '"' not in text and "\\" not in text and "#" not in text:
        if limit is None or len(text) <= limit:
            return f'"{text}"'
    elif not always and not all(is_printable(ord(letter)) for letter in text[:limit]):
        return None
    return quoted(text, '"', limit, " <> ...")


def binary_text(data: bytes, limit: int | None, always: bool = False) -> str | None:
    """Return *data* as a double-quoted string, or None if it is not UTF-8 that prints; see :func:`string_text`."""
    if limit is not None and len(data) > 4 * limit:
        data = data[: 4 * limit + 4]  # what lies behind the limit is not looked at, only that it is there
    return string_text(data.decode("utf-8", "surrogateescape"), limit, always)


def charlist_text(codes: list[object], limit: int | None) -> str | None:
    """Return a list of ASCII codes as a single-quoted charlist, or None if it does not print as one."""
    head = codes if limit is None else codes[:limit]
    for code in head:
        if type(code) is not int or code not in _CHARLIST_CODES:
            return None
    return quoted("".join(map(chr, head)) + ("?" if len(head) < len(codes) else ""), "'", limit, " ++ ...")  # type: ignore[arg-type]


def codes_text(codes: list[object], limit: int | None) -> str | None:
    """Return a list of any characters' codes as a single-quoted charlist, or None if it holds anything else."""
    if not all(type(code) is int and 0 <= code < 0x110000 for code in codes):
        return None
    return quoted("".join(map(chr, codes)), "'", limit, " ++ ...")  # type: ignore[arg-type]
