"""The settings of a scenario: one object that its file makes and the command line overrides."""

from __future__ import annotations

from collections.abc import Iterable
from contextvars import ContextVar
from typing import Any

from simulator.kernel.time.latency import Latency
from simulator.terms.durations import nanoseconds
from simulator.terms.errors import SimulatorError
from simulator.terms.shown import portable

_OVERRIDES: ContextVar[overriding | None] = ContextVar("overrides", default=None)
_VIEWS: ContextVar[dict[int, dict[str, Any]] | None] = ContextVar("views", default=None)
_WORDS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


class ConfigError(SimulatorError, ValueError):
    """A setting that does not exist, or a value that it cannot have."""


class Config:
    """Settings of a run, and whatever a scenario wants to be adjustable.

    Make one at the top of a scenario: ``config = Config(until="5s", workers=3)``, and read
    ``config.workers``. The command line overrides any of them (``--until 1s --set workers=5``) before
    the scenario's own code sees the object; in code ``run(main, until="1s", workers=5)`` does so for
    that run alone: while it lasts ``config.workers`` is 5, and the object stays what it was. A setting
    of the scenario's own keeps the type of its default. The settings that every run has:

    - ``until``: stop at this virtual time (milliseconds, or ``"1.5s"``). None: when nothing more can happen
    - ``seed``: of every random number
    - ``schedulers``: how many processes may ``work`` at once; None: as many as want to
    - ``time_slice``: how long one works while others wait for its scheduler
    - ``latency``: how long signals are on their way (see :mod:`simulator.kernel.time.latency`)
    - ``cost``: how long a turn takes, and each counted call of an Elixir program (``"1us"``); 0: code takes no time
    - ``halt``: end when the main process has ended, as ``elixir FILE`` does
    - ``limit``: turns of processes after which a run without an end is stopped
    - ``mailbox_limit``: messages in one mailbox after which it is taken to be flooded
    - ``process_limit``: processes alive at once after which spawning is taken to have no end
    - ``work_limit``: calls, turns of loops and items of walks of an Elixir program at one instant, after which it is
      taken to have no end
    - ``states``: record what state servers have before and after each callback

    Two more say how the player shows the run, where a scenario gives them: ``view_time``, the time that its axis
    begins with (``"scale"``, ``"strict"``, ``"compressed"`` or ``"step"``), and ``view_at``, the moment that it opens
    at (``"1.5s"``).

    Raises :class:`ConfigError` for a value that a setting cannot have.

    >>> Config(until="5s", workers=3).workers
    3
    """

    __slots__ = ("_read", "_values")

    _values: dict[str, Any]
    _read: set[str]
    until: int | float | str | None
    seed: int
    schedulers: int | None
    time_slice: int | float | str
    latency: Any
    cost: int | float | str
    halt: bool
    limit: int
    mailbox_limit: int
    process_limit: int
    work_limit: int
    states: bool

    def __init__(self, **settings: Any) -> None:
        values = {**DEFAULTS, **settings}
        overrides = _OVERRIDES.get()
        if overrides is not None:
            overrides.apply(values)
        _fill(self, values)

    def __getattr__(self, name: str) -> Any:
        try:
            value = _seen(self)[name]
        except KeyError:
            raise AttributeError(f"this config has no setting {name!r}{_nearest(name, _seen(self))}") from None
        object.__getattribute__(self, "_read").add(name)
        return value

    def __setattr__(self, name: str, value: Any) -> None:
        _check_name(name)
        object.__getattribute__(self, "_values")[name] = _seen(self)[name] = value

    def settings(self) -> dict[str, Any]:
        """Return all settings as they stand, in the order of their names."""
        return dict(sorted(_seen(self).items()))

    def __repr__(self) -> str:
        return f"Config({', '.join(f'{key}={value!r}' for key, value in self.settings().items())})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, ({key: portable(value) for key, value in self.settings().items()},)


def _fill(config: Config, values: dict[str, Any]) -> None:
    """Make *values* the settings of a config; raises :class:`ConfigError` for what no run could have."""
    for key in values:
        _check_name(key)
    _check(values)
    object.__setattr__(config, "_values", values)
    object.__setattr__(config, "_read", set())


def _restored(values: dict[str, Any]) -> Config:
    """Return a config of just these settings, whatever the command line says."""
    config = Config.__new__(Config)
    _fill(config, values)
    return config


def _check_name(name: str) -> None:
    if name.startswith("__") or name in ("_read", "_values", "settings"):
        raise ConfigError(f"a setting cannot be called {name!r}: that is a Config's own")


def _check(values: dict[str, Any]) -> None:
    """Refuse values that the kernel could not run with."""
    if values["until"] is not None:
        nanoseconds(values["until"])
    if nanoseconds(values["time_slice"]) == 0:
        raise ConfigError("time_slice is more than 0")
    for key in ("seed", "limit", "mailbox_limit", "process_limit", "work_limit"):
        if type(values[key]) is not int:
            raise ConfigError(f"{key} is a whole number, not {values[key]!r}")
    for key in ("limit", "mailbox_limit", "process_limit", "work_limit"):
        if values[key] < 1:
            raise ConfigError(f"{key} is 1 or more, not {values[key]}")
    if values["latency"] is not None:
        Latency(values["latency"], 0)
    nanoseconds(values["cost"])
    for key in ("halt", "states"):
        if not isinstance(values[key], bool):
            raise ConfigError(f"{key} is true or false, not {values[key]!r}")
    if values.get("view_time", "scale") not in _TIMES:
        raise ConfigError(f"view_time is {', '.join(_TIMES[:-1])} or {_TIMES[-1]}, not {values['view_time']!r}")
    nanoseconds(values.get("view_at", 0))
    schedulers = values["schedulers"]
    if schedulers is not None and (type(schedulers) is not int or schedulers < 1):
        raise ConfigError(f"schedulers is a whole number from 1, not {schedulers!r}")


_TIMES = ("scale", "strict", "compressed", "step")

DEFAULTS: dict[str, Any] = {
    "until": None,
    "seed": 0,
    "schedulers": None,
    "time_slice": 1,
    "latency": None,
    "cost": 0,
    "halt": False,
    "limit": 10_000_000,
    "mailbox_limit": 2_000_000,
    "process_limit": 1_200_000,
    "work_limit": 100_000_000,
    "states": False,
}


SETTINGS = (*DEFAULTS, "view_time", "view_at")
"""What every scenario may set, whatever else is adjustable in it."""


class overriding:
    """While this is open, every :class:`Config` that is made takes these values in place of its own.

    :meth:`settle` is for the one that counts: what no config knew is an error then.
    """

    def __init__(self, overrides: dict[str, Any]) -> None:
        self._given = overrides
        self._known: set[str] = set()
        self._token: Any = None

    def __enter__(self) -> overriding:
        self._token = _OVERRIDES.set(self)
        return self

    def __exit__(self, *_: object) -> None:
        _OVERRIDES.reset(self._token)

    def apply(self, values: dict[str, Any]) -> None:
        """Put the values in place of those that a config is made with."""
        for key, value in self._given.items():
            if key in values:
                self._known.add(key)
                values[key] = _like(key, values[key], value)

    def settle(self, config: Config) -> Config:
        """Return *config* with the values; itself if it has them, as it has if it was made in the meantime.

        Raises :class:`ConfigError` if something was to be set that is no setting of any config that was made.
        """
        known = config.settings()
        for key in self._given:
            if key not in known and key not in self._known:
                raise _unknown(key, known)
        wanted = overridden(config, {key: value for key, value in self._given.items() if key in known})
        return config if wanted.settings() == known else wanted


def overridden(config: Config, given: dict[str, Any]) -> Config:
    """Return a config with the settings of *config*, but for those *given*.

    Raises :class:`ConfigError`, with the nearest name, for a setting that *config* does not have.

    >>> overridden(Config(workers=3), {"workers": "5"}).workers
    5
    """
    values = config.settings()
    for key, value in given.items():
        if key not in values:
            raise _unknown(key, values)
        values[key] = _like(key, values[key], value)
    return _restored(values)


class seen_as:
    """While this is open, whoever reads one of *configs* sees the settings of *shown*, and those that only it has.

    So a run can have settings of its own although the scenario's code reads one object, and that stays as it was.
    """

    def __init__(self, configs: Iterable[Config], shown: Config) -> None:
        views = {id(config): {**_seen(config), **_seen(shown)} for config in configs}
        self._views = {**(_VIEWS.get() or {}), **views}
        self._kept = configs  # or an id could be another's
        self._token: Any = None

    def __enter__(self) -> seen_as:
        self._token = _VIEWS.set(self._views)
        return self

    def __exit__(self, *_: object) -> None:
        _VIEWS.reset(self._token)


def misspelt(configs: Iterable[Config]) -> list[str]:
    """Return a line for each setting of a scenario's own that its code never read, and that is nearly a run's.

    >>> misspelt([Config(untill="5s", workers=3)])
    ['the setting untill is never read; did you mean until?']
    """
    from difflib import get_close_matches  # only what nobody read needs it

    lines = []
    for config in configs:
        values: dict[str, Any] = object.__getattribute__(config, "_values")
        for key in values.keys() - DEFAULTS.keys() - object.__getattribute__(config, "_read"):
            near = get_close_matches(key, [name for name in DEFAULTS if name[:3] == key[:3]], 1, 0.8)
            lines += [f"the setting {key} is never read; did you mean {near[0]}?"] if near else []
    return sorted(lines)


def _seen(config: Config) -> dict[str, Any]:
    """Return the values that whoever reads *config* now is to see."""
    values: dict[str, Any] = object.__getattribute__(config, "_values")
    views = _VIEWS.get()
    return views.get(id(config), values) if views else values


def _unknown(key: str, known: dict[str, Any]) -> ConfigError:
    return ConfigError(f"no setting {key!r}{_nearest(key, known)} (this scenario has {', '.join(known)})")


def _nearest(key: str, known: dict[str, Any]) -> str:
    """Return a hint at the setting that may have been meant; nothing if none is near."""
    from difflib import get_close_matches  # only a mistake needs it

    near = get_close_matches(key, known, 1)
    return f"; did you mean {near[0]}?" if near else ""


def _like(key: str, default: Any, value: Any) -> Any:
    """Return a value given as text in the type of the setting's default."""
    if not isinstance(value, str):
        return value
    if key in ("schedulers", "until", "latency") and value.lower() in ("none", "unlimited"):
        return None
    if key in ("until", "time_slice", "latency", "cost"):  # times have units
        return value
    try:
        if isinstance(default, bool):
            return _WORDS[value.lower()]
        if isinstance(default, int) or key == "schedulers":
            return int(value.replace("_", ""))
        if isinstance(default, float):
            return float(value)
    except (KeyError, ValueError):
        kind = "true or false" if isinstance(default, bool) else "a number"
        raise ConfigError(f"{key} is {kind}, not {value!r}") from None
    return value
