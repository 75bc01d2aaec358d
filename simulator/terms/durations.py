"""Durations: what people write, the integer nanoseconds that the clock counts, and back.

Text is parsed and printed with integers alone, so no duration is ever rounded by accident.
"""

from __future__ import annotations

import re
from typing import Any

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

_NUMBER = re.compile(r"(?=\.?[0-9])([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,4}))?")


class DurationError(SimulatorError, ValueError):
    """A text or number that is no duration, or a negative one."""


def nanoseconds(value: int | float | str) -> int:
    """Return a duration in nanoseconds; numbers are milliseconds, as in Elixir, a text has its unit.

    Raises :class:`DurationError` for what is negative or cannot be read.

    >>> nanoseconds(5), nanoseconds("1.5s"), nanoseconds("250us"), nanoseconds("2 min"), nanoseconds(f"{0.000023}s")
    (5000000, 1500000000, 250000, 120000000000, 23000)
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


def whole(value: Any, unit: str) -> Any:
    """Return a duration that is a text in whole units, as the BEAM's functions take it; anything else as it is.

    Raises :class:`DurationError` for a text that is no whole number of units.

    >>> whole("1.5s", "ms"), whole("2min", "s"), whole(5, "s")
    (1500, 120, 5)
    """
    if not isinstance(value, str):
        return value
    count, rest = divmod(nanoseconds(value), UNITS[unit])
    if rest:
        raise DurationError(f"not a whole number of {unit}: {value!r}")
    return count


def _parse(text: str) -> int:
    """Read ``"1.5s"`` or ``"2.3e-05s"``, as Python prints a float; a number without a unit is milliseconds."""
    compact = text.strip().replace("_", "").replace(" ", "")
    number = compact.rstrip("".join(UNITS))
    unit = compact[len(number) :] or "ms"
    found = _NUMBER.fullmatch(number)
    if unit not in UNITS or found is None:
        if number.startswith("-"):
            raise DurationError(f"a duration cannot be negative: {text!r}")
        raise DurationError(f"not a duration: {text!r} (write a number and one of {', '.join(UNITS)})")
    whole, fraction, exponent = found[1], found[2] or "", int(found[3] or 0)
    if len(whole + fraction) > 40 or abs(exponent) > 40:
        raise DurationError(f"a duration of more than 40 digits: {text[:20]!r}...")
    ns = int(whole + fraction) * UNITS[unit]
    power = exponent - len(fraction)
    if power >= 0:
        return int(ns * 10**power)
    scale: int = 10**-power
    return (ns + scale // 2) // scale


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
