"""What a supervisor knows: its strategy, how many restarts it allows, its children in the order of their start.

Source of the semantics: OTP 25's ``supervisor`` (``init_state``, ``check_flags`` and its children's list).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from simulator.kernel import Process
from simulator.otp.server.tables import row_key
from simulator.otp.supervisor.child_spec import NEVER, TEMPORARY, UNDEFINED, Child, InvalidSpec, is_integer
from simulator.otp.supervisor.children import Intensity
from simulator.terms import Atom, Pid, atom

ONE_FOR_ONE: Final = atom.one_for_one
ONE_FOR_ALL: Final = atom.one_for_all
REST_FOR_ONE: Final = atom.rest_for_one
RESTARTING: Final = atom.restarting
_STRATEGIES: Final = (ONE_FOR_ONE, ONE_FOR_ALL, REST_FOR_ONE, atom.simple_one_for_one)
_SHUTDOWNS: Final = (NEVER, atom.any_significant, atom.all_significant)


class Flags:
    """A supervisor's settings, checked; raises :class:`InvalidSpec` with what OTP says of a wrong one."""

    __slots__ = ("auto_shutdown", "intensity", "period", "strategy")

    def __init__(self, flags: Any) -> None:
        if isinstance(flags, tuple) and len(flags) == 3:
            flags = dict(zip((atom.strategy, atom.intensity, atom.period), flags, strict=True))
        if not isinstance(flags, dict):
            raise InvalidSpec((atom.invalid_type, flags))
        self.strategy = flags.get(atom.strategy, ONE_FOR_ONE)
        self.intensity = flags.get(atom.intensity, 1)
        self.period = flags.get(atom.period, 5)
        self.auto_shutdown = flags.get(atom.auto_shutdown, NEVER)
        if self.strategy not in _STRATEGIES:
            raise InvalidSpec((atom.invalid_strategy, self.strategy))
        check_intensity(self.intensity, self.period)
        if self.auto_shutdown not in _SHUTDOWNS:
            raise InvalidSpec((atom.invalid_auto_shutdown, self.auto_shutdown))


def check_intensity(intensity: Any, period: Any) -> None:
    """Raise :class:`InvalidSpec` if these are not a number of restarts and a number of seconds."""
    if not is_integer(intensity) or intensity < 0:
        raise InvalidSpec((atom.invalid_intensity, intensity))
    if not is_integer(period) or period <= 0:
        raise InvalidSpec((atom.invalid_period, period))


class State(tuple[Any, ...]):
    """The state of a supervisor. It prints as OTP's own record does, of which it is no more than a picture."""

    children: dict[Any, Child]
    """By what stands for their ids, in the order of their start."""

    def __new__(cls, *_: Any) -> State:
        return super().__new__(cls)

    def __init__(self, proc: Process, name: Any, flags: Flags, module: Any, arg: Any) -> None:
        self.name = (proc.pid, module) if name is None else (atom.local, name) if isinstance(name, Atom) else name
        self.flags = flags
        self.intensity = Intensity(flags.intensity, flags.period)
        self.module = module
        self.arg = arg
        self.children = {}
        self._by_pid: dict[Pid, Child] = {}

    def find(self, name: Any) -> Child | None:
        """Return the child of this id."""
        return self.children.get(row_key(name))

    def find_pid(self, pid: Pid) -> Child | None:
        """Return the child that runs as this process."""
        return self._by_pid.get(pid)

    def add(self, child: Child) -> None:
        """Take a child in, behind all others."""
        self.children[row_key(child.id)] = child

    def remove(self, child: Child) -> None:
        """Forget a child."""
        self.place(child, UNDEFINED)
        del self.children[row_key(child.id)]

    def place(self, child: Child, pid: Any) -> None:
        """Note what runs in a child's place: a pid, ``:undefined`` or ``(:restarting, pid)``."""
        if child.pid.__class__ is Pid:
            self._by_pid.pop(child.pid, None)
        child.pid = pid
        if pid.__class__ is Pid:
            child.last = pid
            self._by_pid[pid] = child

    def ended(self, child: Child) -> None:
        """Note that a child runs no more: a temporary one is forgotten, another one stays without a process."""
        if child.restart is TEMPORARY:
            self.remove(child)
        else:
            self.place(child, UNDEFINED)

    def from_child_on(self, child: Child) -> list[Child]:
        """Return this child and those that were started after it."""
        children = [*self.children.values()]
        return children[children.index(child) :]

    def __iter__(self) -> Iterator[Any]:
        flags = self.flags
        ids = [child.id for child in self.newest_first()]
        records = {key: child.record for key, child in self.children.items()}
        return iter(
            (
                atom.state, self.name, flags.strategy, (ids, records), UNDEFINED, flags.intensity, flags.period,
                self.intensity.listed, 0, flags.auto_shutdown, self.module, self.arg,
            )
        )  # fmt: skip

    def newest_first(self) -> Iterable[Child]:
        """Return the children, those that were started last first."""
        return reversed(self.children.values())
