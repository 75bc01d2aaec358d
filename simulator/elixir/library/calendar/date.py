"""``Date``: days of the ISO calendar.

Source of the semantics: Elixir 1.14, the module ``Date``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from simulator.elixir.library.calendar import iso
from simulator.elixir.library.calendar.iso import ERROR, OK, date, date_of, days_of, of
from simulator.elixir.library.language.system import system_time
from simulator.elixir.runtime.bridge import boolean
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.values.enumerable import SEQUENCES, STRUCTS
from simulator.elixir.runtime.values.graphemes import is_binary
from simulator.terms import Atom, inspect
from simulator.terms.maps import struct, struct_name

_ORDER = (Atom("lt"), Atom("eq"), Atom("gt"))
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WITH_DATE = (iso.DATE, iso.NAIVE, iso.DATE_TIME)


def _days(term: Any, name: str, args: tuple[Any, ...]) -> int:
    """Return the days of anything that has a date."""
    if struct_name(term) not in _WITH_DATE:
        raise function_clause("Date", name, len(args), list(args))
    return days_of(term)


def new_3(year: Any, month: Any, day: Any) -> Any:
    """Return ``{:ok, date}`` or ``{:error, :invalid_date}``."""
    return (OK, date(year, month, day)) if iso.valid_date(year, month, day) else (ERROR, Atom("invalid_date"))


def new_or_raise(year: Any, month: Any, day: Any) -> Any:
    """Return a date. Raises ``ArgumentError`` if there is none."""
    kind, made = new_3(year, month, day)
    if kind is OK:
        return made
    raise error("ArgumentError", message=f"cannot build date, reason: {inspect(made)}")


def from_iso8601(text: Any) -> Any:
    """Return ``{:ok, date}`` of a text such as ``2024-01-31``, or ``{:error, reason}``."""
    if not is_binary(text):
        raise function_clause("Date", "from_iso8601", 2, [text, iso.ISO])
    found = iso.DATE_FORM.match(text) if text.__class__ is str else None
    if found is None:
        return (ERROR, Atom("invalid_format"))
    year = int(found[2]) * (-1 if found[1] == "-" else 1)
    return new_3(year, int(found[3]), int(found[4]))


def from_iso8601_or_raise(text: Any) -> Any:
    """Return the date of a text. Raises ``ArgumentError`` if it is none."""
    kind, made = from_iso8601(text)
    if kind is OK:
        return made
    raise error("ArgumentError", message=f"cannot parse {inspect(text)} as date, reason: {inspect(made)}")


def add(term: Any, days: Any) -> Any:
    """Return the date so many days later."""
    return date_of(_days(term, "add", (term, days)) + days)


def diff(one: Any, two: Any) -> Any:
    """Return how many days *one* is later than *two*."""
    return _days(one, "diff", (one, two)) - _days(two, "diff", (one, two))


def compare(one: Any, two: Any) -> Any:
    """Return ``:lt``, ``:eq`` or ``:gt``."""
    left, right = _days(one, "compare", (one, two)), _days(two, "compare", (one, two))
    return _ORDER[(left > right) - (left < right) + 1]


def day_of_week_1(term: Any) -> Any:
    """Return the day of the week, from 1 for Monday."""
    return (_days(term, "day_of_week", (term,)) + 5) % 7 + 1


def day_of_week_2(term: Any, starting: Any) -> Any:
    """Return the day of a week that begins on the day *starting*."""
    first = 0 if starting.name == "default" else _WEEK.index(starting.name)
    return (_days(term, "day_of_week", (term, starting)) + 5 - first) % 7 + 1


def beginning_of_week(term: Any) -> Any:
    """Return the Monday of its week."""
    return add(term, 1 - day_of_week_1(term))


def end_of_week(term: Any) -> Any:
    """Return the Sunday of its week."""
    return add(term, 7 - day_of_week_1(term))


def day_of_year(term: Any) -> Any:
    """Return the day of the year, from 1."""
    return _days(term, "day_of_year", (term,)) - iso.to_days(of(term, "year"), 1, 1) + 1


def quarter_of_year(term: Any) -> Any:
    """Return the quarter of the year, from 1."""
    return (of(term, "month") + 2) // 3


def days_in_month(term: Any) -> Any:
    """Return how many days its month has."""
    return iso.month_days(of(term, "year"), of(term, "month"))


def beginning_of_month(term: Any) -> Any:
    """Return the first of its month."""
    return date(of(term, "year"), of(term, "month"), 1)


def end_of_month(term: Any) -> Any:
    """Return the last day of its month."""
    return date(of(term, "year"), of(term, "month"), days_in_month(term))


def leap_year(term: Any) -> Any:
    """Return whether its year has 366 days."""
    return boolean(iso.leap(of(term, "year")))


def months_in_year(term: Any) -> Any:
    """Return twelve."""
    return 12


def to_string(term: Any) -> Any:
    """Return its text."""
    return iso.date_text(term)


def to_erl(term: Any) -> Any:
    """Return ``{year, month, day}``."""
    return (of(term, "year"), of(term, "month"), of(term, "day"))


def from_erl(given: Any) -> Any:
    """Return ``{:ok, date}`` of ``{year, month, day}``."""
    return new_3(*given)


def from_erl_or_raise(given: Any) -> Any:
    """Return the date of ``{year, month, day}``."""
    return new_or_raise(*given)


def to_gregorian_days(term: Any) -> Any:
    """Return the days since 0000-01-01."""
    return days_of(term)


def from_gregorian_days(days: Any) -> Any:
    """Return the date so many days after 0000-01-01."""
    return date_of(days)


def utc_today() -> Any:
    """Return today's date, of the virtual clock."""
    return date_of(iso.to_days(1970, 1, 1) + system_time() // 86_400_000_000_000)


def range_2(first: Any, last: Any) -> Any:
    """Return all dates from *first* to *last*."""
    return range_3(first, last, 1 if days_of(first) <= days_of(last) else -1)


def range_3(first: Any, last: Any, step: Any) -> Any:
    """Return the dates from *first* to *last*, every so many days."""
    return struct(
        "Date.Range", first=first, first_in_iso_days=days_of(first), last=last, last_in_iso_days=days_of(last),
        step=step,
    )  # fmt: skip


class _Dates(Sequence[Any]):
    """The dates of a range, each made where it is asked for: there may be millions."""

    __slots__ = ("_days",)

    def __init__(self, days: range) -> None:
        self._days = days

    def __len__(self) -> int:
        return len(self._days)

    def __getitem__(self, place: Any) -> Any:
        found = self._days[place]
        return _Dates(found) if found.__class__ is range else date_of(found)


def _dates(term: Any) -> _Dates:
    first, last, step = (term.d[Atom(key)] for key in ("first_in_iso_days", "last_in_iso_days", "step"))
    return _Dates(range(first, last + (1 if step > 0 else -1), step))


STRUCTS[iso.DATE_RANGE] = _dates
SEQUENCES.add(_Dates)

FUNCTIONS = {
    "new/3": new_3, "new!/3": new_or_raise, "from_iso8601/1": from_iso8601, "from_iso8601!/1": from_iso8601_or_raise,
    "add/2": add, "diff/2": diff, "compare/2": compare, "day_of_week/1": day_of_week_1, "day_of_week/2": day_of_week_2,
    "beginning_of_week/1": beginning_of_week, "end_of_week/1": end_of_week, "day_of_year/1": day_of_year,
    "quarter_of_year/1": quarter_of_year, "days_in_month/1": days_in_month, "beginning_of_month/1": beginning_of_month,
    "end_of_month/1": end_of_month, "leap_year?/1": leap_year, "months_in_year/1": months_in_year,
    "to_string/1": to_string, "to_iso8601/1": to_string, "to_erl/1": to_erl, "from_erl/1": from_erl,
    "from_erl!/1": from_erl_or_raise, "to_gregorian_days/1": to_gregorian_days,
    "from_gregorian_days/1": from_gregorian_days, "utc_today/0": utc_today, "range/2": range_2, "range/3": range_3,
}  # fmt: skip
