"""Erlang's ``:calendar``: dates and times as tuples, and the seconds between them.

Source of the semantics: OTP 25, ``calendar``: day 0 is the first of January of the year 0.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from simulator.elixir.library.language.system import os_time
from simulator.elixir.runtime.bridge import boolean
from simulator.elixir.runtime.errors import function_clause
from simulator.terms import Atom
from simulator.terms.bits import binary
from simulator.terms.lists import from_list, to_list

_DAYS_TO_YEAR_1: Final = 366
_DAY: Final = 86_400
_EPOCH: Final = 719_528 * _DAY


def _days(day: Any) -> int:
    year, month, number = day
    if year == 0:
        return date(4, month, number).timetuple().tm_yday - 1
    return date(year, month, number).toordinal() - 1 + _DAYS_TO_YEAR_1


def _date(days: int) -> tuple[int, int, int]:
    if days < _DAYS_TO_YEAR_1:
        found = date(4, 1, 1).fromordinal(date(4, 1, 1).toordinal() + days)
        return 0, found.month, found.day
    found = date.fromordinal(days - _DAYS_TO_YEAR_1 + 1)
    return found.year, found.month, found.day


def to_days(*parts: Any) -> int:
    """``:calendar.date_to_gregorian_days/1``, ``/3``"""
    try:
        return _days(parts[0] if len(parts) == 1 else parts)
    except (ValueError, TypeError):
        raise function_clause(Atom("calendar"), "date_to_gregorian_days", 3, list(parts)) from None


def from_days(days: Any) -> Any:
    """``:calendar.gregorian_days_to_date/1``"""
    return _date(days)


def time_to_seconds(time: Any) -> int:
    """``:calendar.time_to_seconds/1``"""
    hour, minute, second = time
    return int(hour * 3600 + minute * 60 + second)


def seconds_to_time(seconds: Any) -> Any:
    """``:calendar.seconds_to_time/1``"""
    return seconds // 3600, seconds // 60 % 60, seconds % 60


def seconds_to_daystime(seconds: Any) -> Any:
    """``:calendar.seconds_to_daystime/1``"""
    days, rest = divmod(seconds, _DAY)
    return days, seconds_to_time(rest)


def to_seconds(moment: Any) -> int:
    """``:calendar.datetime_to_gregorian_seconds/1``"""
    day, time = moment
    return to_days(day) * _DAY + time_to_seconds(time)


def from_seconds(seconds: Any) -> Any:
    """``:calendar.gregorian_seconds_to_datetime/1``"""
    days, rest = divmod(seconds, _DAY)
    return _date(days), seconds_to_time(rest)


def time_difference(first: Any, second: Any) -> Any:
    """``:calendar.time_difference/2``"""
    return seconds_to_daystime(to_seconds(second) - to_seconds(first))


def day_of_the_week(*parts: Any) -> int:
    """``:calendar.day_of_the_week/1``, ``/3``"""
    return (to_days(*parts) + 5) % 7 + 1


def is_leap_year(year: Any) -> Atom:
    """``:calendar.is_leap_year/1``"""
    return boolean(_is_leap(year))


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def last_day_of_the_month(year: Any, month: Any) -> int:
    """``:calendar.last_day_of_the_month/2``"""
    if month == 2:
        return 29 if _is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def valid_date(*parts: Any) -> Atom:
    """``:calendar.valid_date/1``, ``/3``"""
    year, month, day = parts[0] if len(parts) == 1 else parts
    return boolean(year >= 0 and 1 <= month <= 12 and 1 <= day <= last_day_of_the_month(year, month))


def iso_week_number(*day: Any) -> Any:
    """``:calendar.iso_week_number/1``, ``/0``"""
    year, month, number = day[0] if day else universal_time()[0]
    found = date(year, month, number).isocalendar()
    return found[0], found[1]


def universal_time() -> Any:
    """``:calendar.universal_time/0``: that of the virtual clock; local time is the same."""
    return from_seconds(_EPOCH + os_time() // 1_000_000_000)


def system_time_to_universal_time(time: Any, unit: Any) -> Any:
    """``:calendar.system_time_to_universal_time/2``"""
    return from_seconds(_EPOCH + time // _parts_of_a_second(unit))


def _parts_of_a_second(unit: Any) -> int:
    known = {"second": 1, "millisecond": 1_000, "microsecond": 1_000_000, "nanosecond": 10**9, "native": 10**9}
    return unit if unit.__class__ is int else known[unit.name]


def same(moment: Any) -> Any:
    """``:calendar.local_time_to_universal_time/1``, ``universal_time_to_local_time/1``"""
    return moment


def listed(moment: Any) -> Any:
    """``:calendar.local_time_to_universal_time_dst/1``"""
    return from_list([moment])


def system_time_to_rfc3339(time: Any, *opts: Any) -> Any:
    """``:calendar.system_time_to_rfc3339/1``, ``/2``"""
    given = dict(to_list(opts[0])) if opts else {}
    parts = _parts_of_a_second(given.get(Atom("unit"), Atom("second")))
    seconds, rest = divmod(time, parts)
    (year, month, day), (hour, minute, second) = from_seconds(_EPOCH + seconds)
    digits = len(str(parts)) - 1
    fraction = f".{rest:0{digits}}" if digits else ""
    text = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}Z"
    return binary(text.encode()) if given.get(Atom("return")) is Atom("binary") else from_list(list(map(ord, text)))


FUNCTIONS = {
    "date_to_gregorian_days/1": to_days, "date_to_gregorian_days/3": to_days, "gregorian_days_to_date/1": from_days,
    "time_to_seconds/1": time_to_seconds, "seconds_to_time/1": seconds_to_time,
    "seconds_to_daystime/1": seconds_to_daystime, "datetime_to_gregorian_seconds/1": to_seconds,
    "gregorian_seconds_to_datetime/1": from_seconds, "time_difference/2": time_difference,
    "day_of_the_week/1": day_of_the_week, "day_of_the_week/3": day_of_the_week, "is_leap_year/1": is_leap_year,
    "last_day_of_the_month/2": last_day_of_the_month, "valid_date/1": valid_date, "valid_date/3": valid_date,
    "iso_week_number/0": iso_week_number, "iso_week_number/1": iso_week_number, "universal_time/0": universal_time,
    "local_time/0": universal_time, "system_time_to_universal_time/2": system_time_to_universal_time,
    "system_time_to_local_time/2": system_time_to_universal_time, "local_time_to_universal_time/1": same,
    "universal_time_to_local_time/1": same, "local_time_to_universal_time_dst/1": listed,
    "now_to_datetime/1": lambda now: from_seconds(_EPOCH + now[0] * 1_000_000 + now[1]),
    "now_to_universal_time/1": lambda now: from_seconds(_EPOCH + now[0] * 1_000_000 + now[1]),
    "system_time_to_rfc3339/1": system_time_to_rfc3339, "system_time_to_rfc3339/2": system_time_to_rfc3339,
}  # fmt: skip
