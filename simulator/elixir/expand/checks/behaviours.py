"""Behaviours: which callbacks they ask for.

Source: ``Module.behaviour_info/1`` of Elixir 1.14 and OTP 25.
"""

from __future__ import annotations

from typing import Final

from simulator.elixir.expand.scope.context import Context
from simulator.terms import Atom

Name = tuple[str, int]


def _names(text: str) -> tuple[Name, ...]:
    return tuple((name, int(arity)) for name, arity in (word.rsplit("/", 1) for word in text.split()))


_SERVER: Final = "code_change/3 format_status/2 handle_call/3 handle_cast/2 handle_continue/2 handle_info/2 terminate/2"
_LIBRARY: Final[dict[str, tuple[tuple[Name, ...], tuple[Name, ...]]]] = {
    "Elixir.GenServer": (_names("init/1"), _names(_SERVER)),
    "Elixir.Supervisor": (_names("init/1"), ()),
    "Elixir.DynamicSupervisor": (_names("init/1"), ()),
    "Elixir.Application": (_names("start/2 stop/1"), _names("config_change/3 prep_stop/1 start_phase/3")),
    "Elixir.Mix.Task": (_names("run/1"), ()),
    "Elixir.EEx.Engine": (
        _names("init/1 handle_text/3 handle_expr/3 handle_end/1 handle_body/1 handle_begin/1"), (),
    ),
    "Elixir.Config.Provider": (_names("init/1 load/2"), ()),
    "Elixir.Calendar.TimeZoneDatabase": (
        _names("time_zone_period_from_utc_iso_days/2 time_zone_periods_from_wall_datetime/2"), (),
    ),
    "Elixir.Calendar": (
        _names(
            "date_to_string/3 datetime_to_string/11 day_of_era/3 day_of_week/4 day_of_year/3 "
            "day_rollover_relative_to_midnight_utc/0 days_in_month/2 leap_year?/1 months_in_year/1 "
            "naive_datetime_from_iso_days/1 naive_datetime_to_iso_days/7 naive_datetime_to_string/7 parse_date/1 "
            "parse_naive_datetime/1 parse_time/1 parse_utc_datetime/1 quarter_of_year/3 time_from_day_fraction/1 "
            "time_to_day_fraction/4 time_to_string/4 valid_date?/3 valid_time?/4 year_of_era/3"
        ),
        (),
    ),
    "Elixir.Access": (_names("fetch/2 get_and_update/3 pop/2"), ()),
    "Elixir.Exception": (_names("exception/1 message/1"), _names("blame/2")),
    "Elixir.Enumerable": (_names("count/1 member?/2 reduce/3 slice/1"), ()),
    "Elixir.Collectable": (_names("into/1"), ()),
    "Elixir.String.Chars": (_names("to_string/1"), ()),
    "Elixir.List.Chars": (_names("to_charlist/1"), ()),
    "Elixir.Inspect": (_names("inspect/2"), ()),
    "gen_server": (
        _names("handle_call/3 handle_cast/2 init/1"),
        _names("code_change/3 format_status/1 format_status/2 handle_continue/2 handle_info/2 terminate/2"),
    ),
    "gen_statem": (
        _names("callback_mode/0 init/1"),
        _names("code_change/4 format_status/1 format_status/2 handle_event/4 state_name/3 terminate/3"),
    ),
    "gen_event": (
        _names("handle_call/2 handle_event/2 init/1"),
        _names("code_change/3 format_status/1 format_status/2 handle_info/2 terminate/2"),
    ),
    "supervisor": (_names("init/1"), ()),
    "application": (_names("start/2 stop/1"), ()),
}
"""Behaviours of the library: callbacks that are required, and optional ones."""
PROTOCOLS: Final = frozenset({
    "Elixir.Enumerable", "Elixir.Collectable", "Elixir.String.Chars", "Elixir.List.Chars", "Elixir.Inspect",
})  # fmt: skip
"""Protocols of the library."""


class Callback:
    """A callback that a behaviour asks for."""

    __slots__ = ("arity", "behaviour", "macro", "name", "optional")

    def __init__(self, behaviour: Atom, name: str, arity: int, macro: bool, optional: bool) -> None:
        self.behaviour = behaviour
        self.name = name
        self.arity = arity
        self.macro = macro
        self.optional = optional


def known(x: Context, behaviour: Atom) -> list[Callback] | None:
    """Return a behaviour's callbacks, sorted; None for what is no known behaviour."""
    state = x.unit.find(behaviour, hard=False)
    if state is not None:
        if not state.callbacks:
            return None
        return sorted(
            (Callback(behaviour, name, arity - macro, macro, (name, arity - macro) in state.optional)
             for name, arity, macro in state.callbacks),
            key=lambda each: (each.name, each.arity),
        )  # fmt: skip
    found = _LIBRARY.get(behaviour.name)
    if found is None:
        return None
    names = [(name, False) for name in found[0]] + [(name, True) for name in found[1]]
    return [Callback(behaviour, name, arity, False, optional) for (name, arity), optional in sorted(names)]


def callbacks_of(x: Context, behaviour: Atom) -> list[Name]:
    """Return names and arities of a behaviour's callbacks."""
    return [(each.name, each.arity) for each in known(x, behaviour) or ()]


def is_protocol(x: Context, behaviour: Atom) -> bool:
    """Whether a behaviour is a protocol's."""
    state = x.unit.find(behaviour, hard=False)
    return behaviour.name in PROTOCOLS if state is None else state.protocol is not None
