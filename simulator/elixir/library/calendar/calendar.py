"""``Calendar``: dates and times written to a pattern.

Source of the semantics: Elixir 1.14, ``Calendar.strftime/2``.
"""

from __future__ import annotations

import re
from typing import Any

from simulator.elixir.library.calendar import iso
from simulator.elixir.library.calendar.date import day_of_week_1, day_of_year, quarter_of_year
from simulator.elixir.library.calendar.iso import of
from simulator.elixir.runtime.errors import error
from simulator.terms.maps import struct_name

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_WIDTHS = {"d": 2, "H": 2, "I": 2, "j": 3, "m": 2, "M": 2, "S": 2, "y": 2, "Y": 4}
_DIRECTIVE = re.compile(r"%([-_0])?(\d+)?(.)")


def strftime(term: Any, pattern: Any) -> Any:
    """Return a date or time as a pattern says: ``%Y-%m-%d``."""

    def filled(found: re.Match[str]) -> str:
        flag, width, letter = found.groups()
        text = _directive(term, letter)
        fill = " " if flag == "_" or not text.lstrip("-").isdigit() else "0"
        wanted = 0 if flag == "-" else int(width) if width else _WIDTHS.get(letter, 0)
        return text.rjust(wanted, fill)

    return _DIRECTIVE.sub(filled, pattern)


def _directive(term: Any, letter: str) -> str:
    if letter in "YmdyjaAbBuq":
        return _of_date(term, letter)
    if letter in "HIMSpPf":
        return _of_time(term, letter)
    if letter in ("c", "x", "X"):
        return {"c": iso.naive_text, "x": iso.date_text, "X": iso.time_text}[letter](term)
    if letter in ("z", "Z"):
        zoned = struct_name(term) is iso.DATE_TIME
        return "" if not zoned else "+0000" if letter == "z" else str(of(term, "zone_abbr"))
    if letter == "%":
        return "%"
    raise error("ArgumentError", message=f"invalid strftime format: %{letter}")


def _of_date(term: Any, letter: str) -> str:
    if letter in "aA":
        name = _DAYS[day_of_week_1(term) - 1]
        return name[:3] if letter == "a" else name
    if letter in "bB":
        name = _MONTHS[of(term, "month") - 1]
        return name[:3] if letter == "b" else name
    if letter in "juq":
        return str({"j": day_of_year, "u": day_of_week_1, "q": quarter_of_year}[letter](term))
    return str(
        {"Y": of(term, "year"), "m": of(term, "month"), "d": of(term, "day"), "y": of(term, "year") % 100}[letter]
    )


def _of_time(term: Any, letter: str) -> str:
    hour = of(term, "hour")
    if letter in "pP":
        name = "AM" if hour < 12 else "PM"
        return name if letter == "p" else name.lower()
    if letter == "f":
        micro, precision = of(term, "microsecond")
        return f"{micro:06}"[: precision or 1]
    return str({"H": hour, "I": (hour + 11) % 12 + 1, "M": of(term, "minute"), "S": of(term, "second")}[letter])


FUNCTIONS = {"strftime/2": strftime}
