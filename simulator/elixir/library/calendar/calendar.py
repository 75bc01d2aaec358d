"""``Calendar``: dates and times written to a pattern.

Source of the semantics: Elixir 1.14, ``Calendar.strftime/2,3``.
"""

from __future__ import annotations

import re
from typing import Any

from simulator.elixir.library.calendar import iso
from simulator.elixir.library.calendar.date import day_of_week_1, day_of_year, quarter_of_year
from simulator.elixir.library.calendar.iso import of
from simulator.elixir.runtime.alone import settle
from simulator.elixir.runtime.bridge import options
from simulator.elixir.runtime.errors import error
from simulator.terms import Atom
from simulator.terms.maps import struct_name

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_WIDTHS = {"d": 2, "H": 2, "I": 2, "j": 3, "m": 2, "M": 2, "S": 2, "y": 2, "Y": 4}
_DIRECTIVE = re.compile(r"%([-_0])?(\d+)?(.?)", re.DOTALL)
_PREFERRED = {"c": "preferred_datetime", "x": "preferred_date", "X": "preferred_time"}
_FORMATS = {"preferred_datetime": "%Y-%m-%d %H:%M:%S", "preferred_date": "%Y-%m-%d", "preferred_time": "%H:%M:%S"}
_NAMES = {
    "A": "day_of_week_names", "a": "abbreviated_day_of_week_names", "B": "month_names",
    "b": "abbreviated_month_names", "p": "am_pm_names", "P": "am_pm_names",
}  # fmt: skip


def strftime(term: Any, pattern: Any) -> Any:
    """Return a date or time as a pattern says: ``%Y-%m-%d``."""
    return _filled(term, pattern, {}, ())


def strftime_with(term: Any, pattern: Any, opts: Any) -> Any:
    """``Calendar.strftime/3``: with functions that give the names, and the preferred formats."""
    given = options(opts)
    for key in given:
        if key not in _FORMATS and key not in _NAMES.values():
            problem = f"unknown option :{key} given to Calendar.strftime/3"
            raise error("ArgumentError", message=problem)
    return _filled(term, pattern, given, ())


def _filled(term: Any, pattern: Any, given: dict[str, Any], within: tuple[str, ...]) -> str:

    def filled(found: re.Match[str]) -> str:
        flag, width, letter = found.groups()
        if letter in _PREFERRED and letter:
            text = _preferred(term, _PREFERRED[letter], given, within)
        else:
            text = _directive(term, letter, given)
        fill = " " if flag == "_" or letter in "aAbBpPZcxX" else "0"
        wanted = 0 if flag == "-" else int(width) if width else _WIDTHS.get(letter, 0)
        return text.rjust(wanted, fill)

    return _DIRECTIVE.sub(filled, pattern)


def _preferred(term: Any, key: str, given: dict[str, Any], within: tuple[str, ...]) -> str:
    if key in within:
        raise error("ArgumentError", message=f"tried to format {key} within another {key} format")
    return _filled(term, given.get(key, _FORMATS[key]), given, (*within, key))


def _directive(term: Any, letter: str, given: dict[str, Any]) -> str:
    names = given.get(_NAMES.get(letter, ""))
    if names is not None:
        return _named(term, letter, names)
    if letter and letter in "YmdyjaAbBuq":
        return _of_date(term, letter)
    if letter and letter in "HIMSpPf":
        return _of_time(term, letter)
    if letter in ("z", "Z"):
        zoned = struct_name(term) is iso.DATE_TIME
        return "" if not zoned else "+0000" if letter == "z" else str(of(term, "zone_abbr"))
    if letter == "%":
        return "%"
    raise error("ArgumentError", message=f"invalid strftime format: %{letter}")


def _named(term: Any, letter: str, names: Any) -> str:
    """Return what a given function calls the day, the month or the half of the day."""
    if letter in "pP":
        name: str = settle(names(Atom("am" if of(term, "hour") < 12 else "pm")))
        return name.upper() if letter == "p" else name.lower()
    number = day_of_week_1(term) if letter in "aA" else of(term, "month")
    return settle(names(number))  # type: ignore[no-any-return]


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


FUNCTIONS = {"strftime/2": strftime, "strftime/3": strftime_with}
