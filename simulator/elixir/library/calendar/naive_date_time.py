"""``NaiveDateTime``: dates and times without a time zone.

Source of the semantics: Elixir 1.14, the module ``NaiveDateTime``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.calendar import iso
from simulator.elixir.library.calendar.iso import DAY, ERROR, OK, micros_of, of, precision_of
from simulator.elixir.library.calendar.time import in_unit, microseconds
from simulator.elixir.library.language.system import system_time
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.values.graphemes import is_binary
from simulator.terms import Atom, inspect
from simulator.terms.maps import struct_name

_ORDER = (Atom("lt"), Atom("eq"), Atom("gt"))
_BOTH = (iso.NAIVE, iso.DATE_TIME)
_UNIX = iso.to_days(1970, 1, 1) * DAY


def _local(term: Any, name: str, args: tuple[Any, ...]) -> int:
    if struct_name(term) not in _BOTH:
        raise function_clause("NaiveDateTime", name, len(args), list(args))
    return iso.days_of(term) * DAY + micros_of(term)


def new_2(date: Any, time: Any) -> Any:
    """Return ``{:ok, naive}`` of a date and a time."""
    return (OK, iso.naive(iso.days_of(date) * DAY + micros_of(time), precision_of(time)))


def new_or_raise_2(date: Any, time: Any) -> Any:
    """Return a date and a time as one."""
    return new_2(date, time)[1]


def new_6(year: Any, month: Any, day: Any, hour: Any, minute: Any, second: Any) -> Any:
    """Return ``{:ok, naive}`` or ``{:error, reason}``."""
    return _made(year, month, day, hour, minute, second, (0, 0))


def new_7(year: Any, month: Any, day: Any, hour: Any, minute: Any, second: Any, microsecond: Any) -> Any:
    """Return ``{:ok, naive}`` or ``{:error, reason}``."""
    return _made(year, month, day, hour, minute, second, microsecond)


def new_or_raise_6(year: Any, month: Any, day: Any, hour: Any, minute: Any, second: Any) -> Any:
    """Return a date and time. Raises ``ArgumentError`` if there is none."""
    kind, made = _made(year, month, day, hour, minute, second, (0, 0))
    if kind is OK:
        return made
    raise error("ArgumentError", message=f"cannot build naive datetime, reason: {inspect(made)}")


def _made(year: Any, month: Any, day: Any, hour: Any, minute: Any, second: Any, microsecond: Any) -> Any:
    fraction = (microsecond, 6) if microsecond.__class__ is int else microsecond
    if not iso.valid_date(year, month, day):
        return (ERROR, Atom("invalid_date"))
    if not iso.valid_time(hour, minute, second, fraction):
        return (ERROR, Atom("invalid_time"))
    us = (hour * 3600 + minute * 60 + second) * 1_000_000 + fraction[0]
    return (OK, iso.naive(iso.to_days(year, month, day) * DAY + us, fraction[1]))


def parsed(text: Any, name: str, module: str) -> tuple[Any, int | None]:
    """Return what :func:`_made` gives for a text, and its offset from UTC in seconds."""
    if not is_binary(text):
        raise function_clause(module, name, 2, [text, iso.ISO])
    found = iso.BOTH_FORM.match(text) if text.__class__ is str else None
    if found is None:
        return (ERROR, Atom("invalid_format")), None
    year = int(found[2]) * (-1 if found[1] == "-" else 1)
    month, day, hour, minute, second = (int(found[n]) for n in (3, 4, 5, 6, 7))
    made = _made(year, month, day, hour, minute, second, iso.fraction_of(found[8]))
    return made, iso.offset_of(found[9])


def from_iso8601(text: Any) -> Any:
    """Return ``{:ok, naive}`` of a text such as ``2024-01-31 10:20:30``, or ``{:error, reason}``."""
    return parsed(text, "from_iso8601", "NaiveDateTime")[0]


def from_iso8601_or_raise(text: Any) -> Any:
    """Return the date and time of a text. Raises ``ArgumentError`` if it is none."""
    kind, made = from_iso8601(text)
    if kind is OK:
        return made
    raise error("ArgumentError", message=f"cannot parse {inspect(text)} as naive datetime, reason: {inspect(made)}")


def add_2(term: Any, amount: Any) -> Any:
    """Return it so many seconds later."""
    return add_3(term, amount, Atom("second"))


def add_3(term: Any, amount: Any, unit: Any) -> Any:
    """Return it so much later."""
    return iso.naive(_local(term, "add", (term, amount, unit)) + microseconds(amount, unit), precision_of(term))


def diff_2(one: Any, two: Any) -> Any:
    """Return how many seconds *one* is later than *two*."""
    return diff_3(one, two, Atom("second"))


def diff_3(one: Any, two: Any, unit: Any) -> Any:
    """Return how much later *one* is than *two*."""
    return in_unit(_local(one, "diff", (one, two, unit)) - _local(two, "diff", (one, two, unit)), unit)


def compare(one: Any, two: Any) -> Any:
    """Return ``:lt``, ``:eq`` or ``:gt``."""
    left, right = _local(one, "compare", (one, two)), _local(two, "compare", (one, two))
    return _ORDER[(left > right) - (left < right) + 1]


def truncate(term: Any, unit: Any) -> Any:
    """Return it with no more digits than a unit has."""
    cut = iso.truncated(_local(term, "truncate", (term, unit)), precision_of(term), unit)
    if cut is None:
        raise function_clause("NaiveDateTime", "truncate", 2, [term, unit])
    return iso.naive(*cut)


def to_date(term: Any) -> Any:
    """Return its date."""
    return iso.date(of(term, "year"), of(term, "month"), of(term, "day"))


def to_time(term: Any) -> Any:
    """Return its time of day."""
    return iso.time(micros_of(term), precision_of(term))


def to_string(term: Any) -> Any:
    """Return its text."""
    return iso.naive_text(term)


def to_iso8601(term: Any) -> Any:
    """Return its text with a T between date and time."""
    return iso.naive_text(term, "T")


def to_erl(term: Any) -> Any:
    """Return ``{{year, month, day}, {hour, minute, second}}``."""
    return (
        (of(term, "year"), of(term, "month"), of(term, "day")),
        (of(term, "hour"), of(term, "minute"), of(term, "second")),
    )


def from_erl(given: Any) -> Any:
    """Return ``{:ok, naive}`` of ``{{year, month, day}, {hour, minute, second}}``."""
    (year, month, day), (hour, minute, second) = given
    return _made(year, month, day, hour, minute, second, (0, 0))


def now() -> int:
    """Return the virtual clock's time in microseconds since 0000-01-01."""
    return _UNIX + system_time() // 1000


def utc_now() -> Any:
    """Return date and time in UTC, of the virtual clock."""
    return iso.naive(now(), 6)


FUNCTIONS = {
    "new/2": new_2, "new!/2": new_or_raise_2, "new/6": new_6, "new/7": new_7, "new!/6": new_or_raise_6,
    "from_iso8601/1": from_iso8601, "from_iso8601!/1": from_iso8601_or_raise, "add/2": add_2, "add/3": add_3,
    "diff/2": diff_2, "diff/3": diff_3, "compare/2": compare, "truncate/2": truncate, "to_date/1": to_date,
    "to_time/1": to_time, "to_string/1": to_string, "to_iso8601/1": to_iso8601, "to_erl/1": to_erl,
    "from_erl/1": from_erl, "utc_now/0": utc_now, "local_now/0": utc_now,
}  # fmt: skip
