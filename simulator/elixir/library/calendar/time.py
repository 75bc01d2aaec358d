"""``Time``: times of a day.

Source of the semantics: Elixir 1.14, the module ``Time``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.calendar import iso
from simulator.elixir.library.calendar.iso import DAY, ERROR, OK, micros_of, of, precision_of
from simulator.elixir.library.language.system import system_time, unit_size
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.values.graphemes import is_binary
from simulator.terms import Atom, inspect
from simulator.terms.maps import struct_name

_ORDER = (Atom("lt"), Atom("eq"), Atom("gt"))
_WITH_TIME = (iso.TIME, iso.NAIVE, iso.DATE_TIME)


def _micros(term: Any, name: str, args: tuple[Any, ...]) -> int:
    if struct_name(term) not in _WITH_TIME:
        raise function_clause("Time", name, len(args), list(args))
    return micros_of(term)


def microseconds(amount: int, unit: Any) -> int:
    """Return an amount of a unit of time in microseconds."""
    if unit.__class__ is Atom and unit.name in iso.UNITS:
        return amount * iso.UNITS[unit.name]
    return amount * unit_size(unit) // 1000


def in_unit(us: int, unit: Any) -> int:
    """Return microseconds in another unit, rounded towards zero."""
    known = iso.UNITS.get(unit.name) if unit.__class__ is Atom else None
    size = known * 1000 if known is not None else unit_size(unit)
    whole = abs(us) * 1000 // size
    return whole if us >= 0 else -whole


def new_3(hour: Any, minute: Any, second: Any) -> Any:
    """Return ``{:ok, time}`` or ``{:error, :invalid_time}``."""
    return new_4(hour, minute, second, (0, 0))


def new_4(hour: Any, minute: Any, second: Any, microsecond: Any) -> Any:
    """Return ``{:ok, time}`` or ``{:error, :invalid_time}``."""
    fraction = (microsecond, 6) if microsecond.__class__ is int else microsecond
    if not iso.valid_time(hour, minute, second, fraction):
        return (ERROR, Atom("invalid_time"))
    return (OK, iso.time((hour * 3600 + minute * 60 + second) * 1_000_000 + fraction[0], fraction[1]))


def new_or_raise_3(hour: Any, minute: Any, second: Any) -> Any:
    """Return a time. Raises ``ArgumentError`` if there is none."""
    return new_or_raise_4(hour, minute, second, (0, 0))


def new_or_raise_4(hour: Any, minute: Any, second: Any, microsecond: Any) -> Any:
    """Return a time. Raises ``ArgumentError`` if there is none."""
    kind, made = new_4(hour, minute, second, microsecond)
    if kind is OK:
        return made
    raise error("ArgumentError", message=f"cannot build time, reason: {inspect(made)}")


def from_iso8601(text: Any) -> Any:
    """Return ``{:ok, time}`` of a text such as ``10:20:30``, or ``{:error, reason}``."""
    if not is_binary(text):
        raise function_clause("Time", "from_iso8601", 2, [text, iso.ISO])
    found = iso.TIME_FORM.match(text) if text.__class__ is str else None
    if found is None:
        return (ERROR, Atom("invalid_format"))
    return new_4(int(found[1]), int(found[2]), int(found[3]), iso.fraction_of(found[4]))


def from_iso8601_or_raise(text: Any) -> Any:
    """Return the time of a text. Raises ``ArgumentError`` if it is none."""
    kind, made = from_iso8601(text)
    if kind is OK:
        return made
    raise error("ArgumentError", message=f"cannot parse {inspect(text)} as time, reason: {inspect(made)}")


def add_2(term: Any, amount: Any) -> Any:
    """Return the time so many seconds later, round the clock."""
    return add_3(term, amount, Atom("second"))


def add_3(term: Any, amount: Any, unit: Any) -> Any:
    """Return the time so much later, round the clock."""
    us = (_micros(term, "add", (term, amount, unit)) + microseconds(amount, unit)) % DAY
    return iso.time(us, precision_of(term))


def diff_2(one: Any, two: Any) -> Any:
    """Return how many seconds *one* is later than *two*."""
    return diff_3(one, two, Atom("second"))


def diff_3(one: Any, two: Any, unit: Any) -> Any:
    """Return how much later *one* is than *two*."""
    return in_unit(_micros(one, "diff", (one, two, unit)) - _micros(two, "diff", (one, two, unit)), unit)


def compare(one: Any, two: Any) -> Any:
    """Return ``:lt``, ``:eq`` or ``:gt``."""
    left, right = _micros(one, "compare", (one, two)), _micros(two, "compare", (one, two))
    return _ORDER[(left > right) - (left < right) + 1]


def truncate(term: Any, unit: Any) -> Any:
    """Return it with no more digits than a unit has."""
    cut = iso.truncated(_micros(term, "truncate", (term, unit)), precision_of(term), unit)
    if cut is None:
        raise function_clause("Time", "truncate", 2, [term, unit])
    return iso.time(*cut)


def to_string(term: Any) -> Any:
    """Return its text."""
    return iso.time_text(term)


def to_erl(term: Any) -> Any:
    """Return ``{hour, minute, second}``."""
    return (of(term, "hour"), of(term, "minute"), of(term, "second"))


def from_erl(given: Any) -> Any:
    """Return ``{:ok, time}`` of ``{hour, minute, second}``."""
    return new_3(*given)


def to_seconds_after_midnight(term: Any) -> Any:
    """Return seconds and microseconds since midnight."""
    return divmod(micros_of(term), 1_000_000)


def utc_now() -> Any:
    """Return the time of day in UTC, of the virtual clock."""
    return iso.time(system_time() // 1000 % DAY, 6)


FUNCTIONS = {
    "new/3": new_3, "new/4": new_4, "new!/3": new_or_raise_3, "new!/4": new_or_raise_4, "from_iso8601/1": from_iso8601,
    "from_iso8601!/1": from_iso8601_or_raise, "add/2": add_2, "add/3": add_3, "diff/2": diff_2, "diff/3": diff_3,
    "compare/2": compare, "truncate/2": truncate, "to_string/1": to_string, "to_iso8601/1": to_string,
    "to_erl/1": to_erl, "from_erl/1": from_erl, "to_seconds_after_midnight/1": to_seconds_after_midnight,
    "utc_now/0": utc_now,
}  # fmt: skip
