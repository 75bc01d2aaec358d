"""The ISO calendar: days, times of day, their structs and their texts.

A date is also a number of days since 0000-01-01, a time a number of microseconds since midnight.
Source of the semantics: Elixir 1.14, ``Calendar.ISO``.
"""

from __future__ import annotations

import os
import re
import sys
from typing import Any

from simulator.elixir.runtime.errors import Raised, error, function_clause
from simulator.terms import Atom, inspect
from simulator.terms.inspect import Walk
from simulator.terms.maps import TEXTS, Map, struct, struct_name
from simulator.terms.structs import PRINTERS, define

ISO = Atom("Elixir.Calendar.ISO")
DAY = 86_400_000_000
"""Microseconds of a day."""
OK, ERROR = Atom("ok"), Atom("error")
DATE = define("Date", "calendar", "day", "month", "year")
TIME = define("Time", "calendar", "hour", "microsecond", "minute", "second")
NAIVE = define("NaiveDateTime", "calendar", "day", "hour", "microsecond", "minute", "month", "second", "year")
DATE_TIME = define(
    "DateTime", "calendar", "day", "hour", "microsecond", "minute", "month", "second", "std_offset", "time_zone",
    "utc_offset", "year", "zone_abbr",
)  # fmt: skip
DATE_RANGE = define("Date.Range", "first", "first_in_iso_days", "last", "last_in_iso_days", "step")
_KEYS = {name: Atom(name) for name in (
    "year", "month", "day", "hour", "minute", "second", "microsecond", "utc_offset", "std_offset", "zone_abbr",
    "time_zone",
)}  # fmt: skip
UNITS = {"day": DAY, "hour": 3_600_000_000, "minute": 60_000_000, "second": 1_000_000, "millisecond": 1000,
         "microsecond": 1}  # fmt: skip
"""Microseconds of a unit of time; a nanosecond is less than one."""
_DATE_TEXT = r"([+-]?)(\d{4})-(\d\d)-(\d\d)"
_TIME_TEXT = r"T?(\d\d):(\d\d):(\d\d)(?:[.,](\d{1,}))?"
_OFFSET_TEXT = r"(Z|[+-]\d\d(?::?\d\d)?)?"
_FIRST_DAY, _LAST_DAY = -3_652_059, 3_652_424
"""The days that the calendar has: from the year -9999 to 9999."""
DATE_FORM = re.compile(f"{_DATE_TEXT}$")
TIME_FORM = re.compile(f"{_TIME_TEXT}{_OFFSET_TEXT}$")
BOTH_FORM = re.compile(f"{_DATE_TEXT}[ T]{_TIME_TEXT}{_OFFSET_TEXT}$")


def of(term: Any, name: str) -> Any:
    """Return a field of a struct. Raises ``KeyError`` where it has none of the name."""
    try:
        return term.d[_KEYS[name]]
    except AttributeError:
        raise _misused() from None
    except KeyError:
        raise error("KeyError", key=_KEYS[name], term=term) from None


def _misused() -> Raised:
    """Return the error of the calendar's function that a program called, with something that has no fields."""
    frame, outer = sys._getframe(2), None
    while frame is not None and frame.f_code.co_filename.startswith(_HERE):
        outer, frame = frame, frame.f_back  # type: ignore[assignment]
    assert outer is not None
    code = outer.f_code
    for title, function in outer.f_globals.get("FUNCTIONS", {}).items():
        if function.__code__ is code:
            name, _, arity = title.partition("/")
            args = [outer.f_locals[each] for each in code.co_varnames[: code.co_argcount]]
            return function_clause(_MODULES[os.path.basename(code.co_filename)], name, int(arity), args)
    return function_clause("Calendar.ISO", code.co_name, code.co_argcount, [])


_HERE = os.path.dirname(__file__) + os.sep
_MODULES = {
    "calendar.py": "Calendar", "date.py": "Date", "date_time.py": "DateTime", "naive_date_time.py": "NaiveDateTime",
    "time.py": "Time",
}  # fmt: skip


def leap(year: int) -> bool:
    """Return whether a year has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_days(year: int, month: int) -> int:
    """Return how many days a month has."""
    return 29 if month == 2 and leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def valid_date(year: Any, month: Any, day: Any) -> bool:
    """Return whether there is such a day."""
    return (
        year.__class__ is int
        and -9999 <= year <= 9999
        and month.__class__ is int
        and 1 <= month <= 12
        and day.__class__ is int
        and 1 <= day <= month_days(year, month)
    )


def to_days(year: int, month: int, day: int) -> int:
    """Return the days since 0000-01-01.

    >>> to_days(2024, 1, 1), from_days(739251)
    (739251, (2024, 1, 1))
    """
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year + 60


def from_days(days: int) -> tuple[int, int, int]:
    """Return year, month and day of a number of days since 0000-01-01; raise what the calendar does beyond it."""
    if days.__class__ is not int or not _FIRST_DAY <= days <= _LAST_DAY:
        raise function_clause("Calendar.ISO", "date_from_iso_days", 1, [days])
    era, of_era = divmod(days - 60, 146_097)
    year = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + (3 if shifted < 10 else -9)
    return year + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1


def date(year: int, month: int, day: int) -> Map:
    """Return the struct of a date."""
    return struct("Date", calendar=ISO, day=day, month=month, year=year)


def date_of(days: int) -> Map:
    """Return the date that is so many days after 0000-01-01."""
    return date(*from_days(days))


def days_of(term: Any) -> int:
    """Return the days of a date, or of the date in a time of a day."""
    return to_days(of(term, "year"), of(term, "month"), of(term, "day"))


def valid_time(hour: Any, minute: Any, second: Any, microsecond: Any = (0, 0)) -> bool:
    """Return whether there is such a time of day."""
    whole = all(part.__class__ is int for part in (hour, minute, second))
    fraction = microsecond.__class__ is tuple and len(microsecond) == 2 and 0 <= microsecond[1] <= 6
    return (
        whole and fraction and 0 <= hour <= 23 and 0 <= minute <= 59 and 0 <= second <= 59
        and 0 <= microsecond[0] <= 999_999
    )  # fmt: skip


def split_time(us: int) -> tuple[int, int, int, int]:
    """Return hour, minute, second and microsecond of a time of day in microseconds."""
    seconds, micro = divmod(us, 1_000_000)
    return seconds // 3600, seconds // 60 % 60, seconds % 60, micro


def time(us: int, precision: int) -> Map:
    """Return the struct of a time of day in microseconds, with so many digits of a second."""
    hour, minute, second, micro = split_time(us)
    return struct("Time", calendar=ISO, hour=hour, microsecond=(micro, precision), minute=minute, second=second)


def micros_of(term: Any) -> int:
    """Return the time of day of a struct, in microseconds since midnight."""
    seconds = of(term, "hour") * 3600 + of(term, "minute") * 60 + of(term, "second")
    return int(seconds * 1_000_000 + of(term, "microsecond")[0])


def precision_of(term: Any) -> int:
    """Return how many digits of a second a struct shows."""
    return int(of(term, "microsecond")[1])


def naive(us: int, precision: int) -> Map:
    """Return the date and time so many microseconds after 0000-01-01."""
    days, rest = divmod(us, DAY)
    year, month, day = from_days(days)
    hour, minute, second, micro = split_time(rest)
    return struct(
        "NaiveDateTime", calendar=ISO, day=day, hour=hour, microsecond=(micro, precision), minute=minute, month=month,
        second=second, year=year,
    )  # fmt: skip


def utc(us: int, precision: int) -> Map:
    """Return the date and time in UTC so many microseconds after 0000-01-01."""
    fields = naive(us, precision).d
    plain = {key.name: value for key, value in fields.items() if key.name != "__struct__"}
    return struct("DateTime", **plain, std_offset=0, time_zone="Etc/UTC", utc_offset=0, zone_abbr="UTC")


def moment(term: Any) -> int:
    """Return a date and time in microseconds since 0000-01-01, in UTC where it has a zone."""
    shift = (of(term, "utc_offset") + of(term, "std_offset")) * 1_000_000 if struct_name(term) is DATE_TIME else 0
    return days_of(term) * DAY + micros_of(term) - shift


def truncated(us: int, precision: int, unit: Any) -> tuple[int, int] | None:
    """Return microseconds and digits cut off at a unit: ``:second``, ``:millisecond`` or ``:microsecond``."""
    digits = {"second": 0, "millisecond": 3, "microsecond": 6}.get(unit.name if unit.__class__ is Atom else "")
    if digits is None:
        return None
    kept = min(precision, digits)
    step = int(10 ** (6 - kept))
    return us // step * step, kept


def fraction_of(text: str | None) -> tuple[int, int]:
    """Return microseconds and digits of the text behind a decimal point."""
    if not text:
        return 0, 0
    digits = text[:6]
    return int(digits.ljust(6, "0")), len(digits)


def offset_of(text: str | None) -> int | None:
    """Return an offset from UTC in seconds, or None for none.

    >>> offset_of("Z"), offset_of("+02:00"), offset_of("-0130"), offset_of(None)
    (0, 7200, -5400, None)
    """
    if not text:
        return None
    if text == "Z":
        return 0
    digits = text[1:].replace(":", "").ljust(4, "0")
    seconds = int(digits[:2]) * 3600 + int(digits[2:]) * 60
    return -seconds if text[0] == "-" else seconds


def date_text(term: Any) -> str:
    """Return a date as ``2024-01-31``."""
    year = of(term, "year")
    return f"{'-' if year < 0 else ''}{abs(year):04}-{of(term, 'month'):02}-{of(term, 'day'):02}"


def time_text(term: Any) -> str:
    """Return a time of day as ``10:20:30.5``, with as many digits as it has."""
    micro, precision = of(term, "microsecond")
    fraction = f".{micro:06}"[: 1 + precision] if precision else ""
    return f"{of(term, 'hour'):02}:{of(term, 'minute'):02}:{of(term, 'second'):02}{fraction}"


def naive_text(term: Any, between: str = " ") -> str:
    """Return date and time."""
    return f"{date_text(term)}{between}{time_text(term)}"


def date_time_text(term: Any, between: str = " ") -> str:
    """Return date, time and offset from UTC."""
    offset = of(term, "utc_offset") + of(term, "std_offset")
    if of(term, "time_zone") == "Etc/UTC":
        return f"{naive_text(term, between)}Z"
    sign, seconds = "-" if offset < 0 else "+", abs(offset)
    return f"{naive_text(term, between)}{sign}{seconds // 3600:02}:{seconds // 60 % 60:02}"


def _range_text(term: Any) -> str:
    first, last, step = (term.d[Atom(key)] for key in ("first", "last", "step"))
    return f"Date.range({inspect(first)}, {inspect(last)}{'' if step == 1 else f', {step}'})"


def _print(term: Map, limit: int, walk: Walk) -> Any:
    text = {DATE: date_text, TIME: time_text, NAIVE: naive_text, DATE_TIME: date_time_text}
    letter = {DATE: "D", TIME: "T", NAIVE: "N", DATE_TIME: "U"}
    name = struct_name(term)
    assert name is not None
    return f"~{letter[name]}[{text[name](term)}]"


TEXTS.update({DATE: date_text, TIME: time_text, NAIVE: naive_text, DATE_TIME: date_time_text})
PRINTERS.update(dict.fromkeys((DATE, TIME, NAIVE, DATE_TIME), _print))
PRINTERS[DATE_RANGE] = lambda term, limit, walk: _range_text(term)
