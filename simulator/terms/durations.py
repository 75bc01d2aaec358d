"""Durations: what people write, the integer nanoseconds that the clock counts, and back.

Text is parsed and printed with integers alone, so no duration is ever rounded by accident.
"""

from __future__ import annotations

from simulator.terms.errors import SimulatorError

UNITS = {
    "ns": 1,
    "us": 1_000,
    "µs": 1_000,
    "ms": 1_000_000,
    "s": 1_000_000_000,
    "min": 60_000_000_000,
    "h": 3_600_000_000_000,
    "d": 86_400_000_000_000,
}


class DurationError(SimulatorError, ValueError):
    """A text or number that is no duration, or a negative one."""


def nanoseconds(value: int | float | str) -> int:
    """Return a duration in nanoseconds; numbers are milliseconds, as in Elixir, a text has its unit.

    Raises :class:`DurationError` for what is negative or cannot be read.

    >>> nanoseconds(5), nanoseconds("1.5s"), nanoseconds("250us"), nanoseconds("2 min")
    (5000000, 1500000000, 250000, 120000000000)
    """
    if value.__class__ is int:
        if value < 0:
            raise DurationError(f"a duration cannot be negative: {value}")
        return value * 1_000_000
    if isinstance(value, str):
        return _parse(value)
    if isinstance(value, float):
        if not 0 <= value < 1e300:
            raise DurationError(f"not a duration: {value!r}")
        return round(value * 1_000_000)
    raise DurationError(f"not a duration: {value!r} (give milliseconds, or a text such as '1.5s')")


def _parse(text: str) -> int:
    """Read ``"1.5s"``; a number without a unit is milliseconds."""
    compact = text.strip().replace("_", "").replace(" ", "")
    number = compact.rstrip("".join(UNITS))
    unit = compact[len(number) :] or "ms"
    whole, _, fraction = number.partition(".")
    digits = whole + fraction
    if unit not in UNITS or not digits.isascii() or not digits.isdigit():
        if number.startswith("-"):
            raise DurationError(f"a duration cannot be negative: {text!r}")
        raise DurationError(f"not a duration: {text!r} (write a number and one of {', '.join(UNITS)})")
    if len(digits) > 40:
        raise DurationError(f"a duration of more than 40 digits: {text[:20]!r}...")
    scale: int = 10 ** len(fraction)
    return (int(digits) * UNITS[unit] + scale // 2) // scale


def duration_text(ns: int) -> str:
    """Return a duration in the largest unit up to seconds that it fills; from an hour on in days, hours and so on.

    >>> duration_text(1_500_000_000), duration_text(250_000), duration_text(0), duration_text(90_000_000_000)
    ('1.5 s', '250 µs', '0 ms', '90 s')
    >>> duration_text(UNITS["d"] * 36_525 + UNITS["h"]), duration_text(UNITS["h"] + 30_500_000_000)
    ('36525 d 1 h', '1 h 30.5 s')
    """
    if ns == 0:
        return "0 ms"
    parts = []
    if ns >= UNITS["h"]:
        for unit in ("d", "h", "min"):
            count, ns = divmod(ns, UNITS[unit])
            if count:
                parts.append(f"{count} {unit}")
    if ns:
        unit = "s" if ns >= 1_000_000_000 else "ms" if ns >= 1_000_000 else "µs" if ns >= 1_000 else "ns"
        whole, rest = divmod(ns, UNITS[unit])
        fraction = str(rest).rjust(len(str(UNITS[unit])) - 1, "0").rstrip("0")
        parts.append(f"{whole}.{fraction} {unit}" if fraction else f"{whole} {unit}")
    return " ".join(parts)
