"""``DateTime``: dates and times in UTC.

Other time zones need a database of them, which plain Elixir does not have either.
Source of the semantics: Elixir 1.14, the module ``DateTime``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.calendar import iso
from simulator.elixir.library.calendar.iso import DAY, ERROR, OK, micros_of, moment, precision_of
from simulator.elixir.library.calendar.naive_date_time import now, parsed, to_date, to_time
from simulator.elixir.library.calendar.time import in_unit, microseconds
from simulator.elixir.library.language.system import unit_size
from simulator.elixir.runtime.errors import error, function_clause
from simulator.terms import Atom, inspect
from simulator.terms.maps import struct_name

_ORDER = (Atom("lt"), Atom("eq"), Atom("gt"))
_UNIX = iso.to_days(1970, 1, 1) * DAY
_UTC = "Etc/UTC"
_NO_ZONES = (ERROR, Atom("utc_only_time_zone_database"))
_DIGITS = {"second": 0, "millisecond": 3}


def _moment(term: Any, name: str, args: tuple[Any, ...]) -> int:
    if struct_name(term) is not iso.DATE_TIME:
        raise function_clause("DateTime", name, len(args), list(args))
    return moment(term)


def utc_now() -> Any:
    """Return date and time in UTC, of the virtual clock."""
    return iso.utc(now(), 6)


def now_1(zone: Any) -> Any:
    """Return ``{:ok, now}`` in UTC; there are no other zones."""
    return (OK, utc_now()) if zone == _UTC else _NO_ZONES


def now_or_raise(zone: Any) -> Any:
    """Return now in UTC; there are no other zones."""
    if zone == _UTC:
        return utc_now()
    raise error("ArgumentError", message=(
        f"cannot get current datetime in {inspect(zone)} time zone, reason: :utc_only_time_zone_database"
    ))  # fmt: skip


def new_2(date: Any, time: Any) -> Any:
    """Return ``{:ok, datetime}`` of a date and a time in UTC."""
    return (OK, iso.utc(iso.days_of(date) * DAY + micros_of(time), precision_of(time)))


def new_3(date: Any, time: Any, zone: Any) -> Any:
    """Return ``{:ok, datetime}`` of a date and a time; there is no zone but UTC."""
    return new_2(date, time) if zone == _UTC else _NO_ZONES


def new_or_raise(date: Any, time: Any) -> Any:
    """Return a date and a time in UTC as one."""
    return new_2(date, time)[1]


def from_naive(naive: Any, zone: Any) -> Any:
    """Return ``{:ok, datetime}``; there is no zone but UTC."""
    if zone != _UTC:
        return _NO_ZONES
    return (OK, iso.utc(iso.days_of(naive) * DAY + micros_of(naive), precision_of(naive)))


def from_naive_or_raise(naive: Any, zone: Any) -> Any:
    """Return a naive date and time in UTC."""
    kind, made = from_naive(naive, zone)
    if kind is OK:
        return made
    raise error("ArgumentError", message=(
        f"cannot convert {inspect(naive)} to datetime in time zone {inspect(zone)}, reason: {inspect(made)}"
    ))  # fmt: skip


def from_iso8601(text: Any) -> Any:
    """Return ``{:ok, datetime, offset}`` of a text with an offset from UTC, or ``{:error, reason}``."""
    (kind, made), offset = parsed(text, "from_iso8601", "DateTime")
    if kind is ERROR:
        return (kind, made)
    if offset is None:
        return (ERROR, Atom("missing_offset"))
    us = iso.days_of(made) * DAY + micros_of(made) - offset * 1_000_000
    return (OK, iso.utc(us, precision_of(made)), offset)


def from_unix_1(amount: Any) -> Any:
    """Return ``{:ok, datetime}`` of seconds since 1970."""
    return from_unix_2(amount, Atom("second"))


def from_unix_2(amount: Any, unit: Any) -> Any:
    """Return ``{:ok, datetime}`` of an amount of time since 1970."""
    if amount.__class__ is not int:
        raise function_clause("DateTime", "from_unix", 3, [amount, unit, iso.ISO])
    size = unit_size(unit)
    digits = _DIGITS.get(unit.name, 6) if unit.__class__ is Atom else 6
    return (OK, iso.utc(_UNIX + amount * size // 1000, digits))


def from_unix_or_raise_1(amount: Any) -> Any:
    """Return the moment so many seconds after 1970."""
    return from_unix_2(amount, Atom("second"))[1]


def from_unix_or_raise_2(amount: Any, unit: Any) -> Any:
    """Return the moment so much after 1970."""
    return from_unix_2(amount, unit)[1]


def to_unix_1(term: Any) -> Any:
    """Return the seconds since 1970."""
    return to_unix_2(term, Atom("second"))


def to_unix_2(term: Any, unit: Any) -> Any:
    """Return the time since 1970."""
    return (_moment(term, "to_unix", (term, unit)) - _UNIX) * 1000 // unit_size(unit)


def add_2(term: Any, amount: Any) -> Any:
    """Return it so many seconds later."""
    return add_3(term, amount, Atom("second"))


def add_3(term: Any, amount: Any, unit: Any) -> Any:
    """Return it so much later."""
    return iso.utc(_moment(term, "add", (term, amount, unit)) + microseconds(amount, unit), precision_of(term))


def diff_2(one: Any, two: Any) -> Any:
    """Return how many seconds *one* is later than *two*."""
    return diff_3(one, two, Atom("second"))


def diff_3(one: Any, two: Any, unit: Any) -> Any:
    """Return how much later *one* is than *two*."""
    return in_unit(_moment(one, "diff", (one, two, unit)) - _moment(two, "diff", (one, two, unit)), unit)


def compare(one: Any, two: Any) -> Any:
    """Return ``:lt``, ``:eq`` or ``:gt``."""
    left, right = _moment(one, "compare", (one, two)), _moment(two, "compare", (one, two))
    return _ORDER[(left > right) - (left < right) + 1]


def truncate(term: Any, unit: Any) -> Any:
    """Return it with no more digits than a unit has."""
    cut = iso.truncated(_moment(term, "truncate", (term, unit)), precision_of(term), unit)
    if cut is None:
        raise function_clause("DateTime", "truncate", 2, [term, unit])
    return iso.utc(*cut)


def to_naive(term: Any) -> Any:
    """Return it without its zone."""
    return iso.naive(iso.days_of(term) * DAY + micros_of(term), precision_of(term))


def to_string(term: Any) -> Any:
    """Return its text."""
    return iso.date_time_text(term)


def to_iso8601(term: Any) -> Any:
    """Return its text with a T between date and time."""
    return iso.date_time_text(term, "T")


def shift_zone(term: Any, zone: Any) -> Any:
    """Return ``{:ok, term}`` in UTC; there are no other zones."""
    return (OK, iso.utc(moment(term), precision_of(term))) if zone == _UTC else _NO_ZONES


FUNCTIONS = {
    "utc_now/0": utc_now, "now/1": now_1, "now!/1": now_or_raise, "new/2": new_2, "new/3": new_3,
    "new!/2": new_or_raise, "from_naive/2": from_naive, "from_naive!/2": from_naive_or_raise,
    "from_iso8601/1": from_iso8601, "from_unix/1": from_unix_1, "from_unix/2": from_unix_2,
    "from_unix!/1": from_unix_or_raise_1, "from_unix!/2": from_unix_or_raise_2, "to_unix/1": to_unix_1,
    "to_unix/2": to_unix_2, "add/2": add_2, "add/3": add_3, "diff/2": diff_2, "diff/3": diff_3, "compare/2": compare,
    "truncate/2": truncate, "to_date/1": to_date, "to_time/1": to_time, "to_naive/1": to_naive,
    "to_string/1": to_string, "to_iso8601/1": to_iso8601, "shift_zone/2": shift_zone,
}  # fmt: skip
