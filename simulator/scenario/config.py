"""The settings of a scenario: one object that its file makes and the command line overrides."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any

from simulator.kernel.latency import Latency
from simulator.terms.durations import nanoseconds
from simulator.terms.errors import SimulatorError

_OVERRIDES: ContextVar[dict[str, Any] | None] = ContextVar("overrides", default=None)
_WORDS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


class ConfigError(SimulatorError, ValueError):
    """A setting that does not exist, or a value that it cannot have."""


class Config:
    """Settings of a run, and whatever a scenario wants to be adjustable.

    Make one at the top of a scenario: ``config = Config(until="5s", workers=3)``, and read
    ``config.workers``. The command line overrides any of them (``--until 1s --set workers=5``) before
    the scenario's own code sees the object. A setting of the scenario's own keeps the type of its
    default. The settings that every run has:

    - ``until``: stop at this virtual time (milliseconds, or ``"1.5s"``); None: when nothing more can happen
    - ``seed``: of every random number
    - ``schedulers``: how many processes may ``work`` at once; None: as many as want to
    - ``time_slice``: how long one works while others wait for its scheduler
    - ``latency``: how long signals are on their way (see :mod:`simulator.kernel.latency`)
    - ``halt``: end when the main process has ended, as ``elixir FILE`` does
    - ``limit``: turns of processes after which a run without an end is stopped
    - ``mailbox_limit``: messages in one mailbox after which it is taken to be flooded
    - ``process_limit``: processes alive at once after which spawning is taken to have no end
    - ``states``: record what state servers have before and after each callback

    Raises :class:`ConfigError` for a value that a setting cannot have.

    >>> Config(until="5s", workers=3).workers
    3
    """

    until: int | float | str | None
    seed: int
    schedulers: int | None
    time_slice: int | float | str
    latency: Any
    halt: bool
    limit: int
    mailbox_limit: int
    process_limit: int
    states: bool

    def __init__(self, **settings: Any) -> None:
        values = {**DEFAULTS, **settings}
        overrides = _OVERRIDES.get()
        for key, value in (overrides or {}).items():
            if key in values:
                values[key] = _like(key, values[key], value)
        if overrides is not None:
            for key in values:
                overrides.pop(key, None)
        for key, value in values.items():
            setattr(self, key, value)
        self._check()

    def _check(self) -> None:
        """Refuse values that the kernel could not run with."""
        if self.until is not None:
            nanoseconds(self.until)
        nanoseconds(self.time_slice)
        if nanoseconds(self.time_slice) == 0:
            raise ConfigError("time_slice is more than 0")
        for key in ("seed", "limit", "mailbox_limit", "process_limit"):
            if type(getattr(self, key)) is not int:
                raise ConfigError(f"{key} is a whole number, not {getattr(self, key)!r}")
        for key in ("limit", "mailbox_limit", "process_limit"):
            if getattr(self, key) < 1:
                raise ConfigError(f"{key} is 1 or more, not {getattr(self, key)}")
        if self.latency is not None:
            Latency(self.latency, 0)
        if not isinstance(self.states, bool):
            raise ConfigError(f"states is true or false, not {self.states!r}")
        if self.schedulers is not None and (type(self.schedulers) is not int or self.schedulers < 1):
            raise ConfigError(f"schedulers is a whole number from 1, not {self.schedulers!r}")

    def settings(self) -> dict[str, Any]:
        """Return all settings as they stand, in the order of their names."""
        return {key: vars(self)[key] for key in sorted(vars(self))}

    def __repr__(self) -> str:
        return f"Config({', '.join(f'{key}={value!r}' for key, value in self.settings().items())})"


DEFAULTS: dict[str, Any] = {
    "until": None,
    "seed": 0,
    "schedulers": None,
    "time_slice": 1,
    "latency": None,
    "halt": False,
    "limit": 10_000_000,
    "mailbox_limit": 2_000_000,
    "process_limit": 1_200_000,
    "states": False,
}


class overriding:
    """While this is open, every :class:`Config` that is made takes these values in place of its own.

    ``left`` holds those that no config knew; :meth:`check` makes them an error.
    """

    def __init__(self, overrides: dict[str, Any]) -> None:
        self.left = dict(overrides)
        self._token: Any = None

    def __enter__(self) -> overriding:
        self._token = _OVERRIDES.set(self.left)
        return self

    def __exit__(self, *_: object) -> None:
        _OVERRIDES.reset(self._token)

    def check(self, config: Config) -> None:
        """Raise :class:`ConfigError` if something was to be set that is no setting of *config*."""
        if not self.left:
            return
        from difflib import get_close_matches  # only a mistake needs it

        for key in self.left:
            known = list(config.settings())
            near = get_close_matches(key, known, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise ConfigError(f"no setting {key!r}{hint} (this scenario has {', '.join(known)})")


def _like(key: str, default: Any, value: Any) -> Any:
    """Return a value given as text in the type of the setting's default."""
    if not isinstance(value, str):
        return value
    if key in ("schedulers", "until", "latency") and value.lower() in ("none", "unlimited"):
        return None
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
