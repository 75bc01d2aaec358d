"""A process whose signals travel: each is on its way for as long as the latency of the run says."""

from __future__ import annotations

from typing import Any

from simulator.kernel.process.kinds import ALIAS, MESSAGE, MONITOR
from simulator.kernel.process.process import Process
from simulator.kernel.time.entries import Delivery
from simulator.kernel.words.reports import function_name
from simulator.terms import Reference


class Delayed(Process):
    """A process of a run that has latency, recorded or not."""

    __slots__ = ()

    def _reach(self, target: Any, signal: tuple[Any, ...]) -> None:
        """Let a signal of this process set out for its target; to itself it is there at once."""
        if target is self:
            target._accept(signal)
        else:
            self._set_out(target, signal, self.env._now)

    def _set_out(self, target: Any, signal: tuple[Any, ...], departure: int) -> None:
        """Let a signal that leaves at this time reach its target after the pair's latency."""
        kernel = self.env
        at = kernel.latency.arrival(departure, (self.pid.number, _label(self)), (target.pid.number, _label(target)))
        if at == kernel._now:
            target._accept(signal)
        else:
            kernel._arm(Delivery(target, signal), at - kernel._now)

    def _parcel(self, dest: Any, target: Any, message: Any, tag: int) -> tuple[Any, ...]:
        """Return the signal that a message is: whether its address is one still is seen when it arrives."""
        if dest.__class__ is Reference:
            return (ALIAS, message, tag, dest)
        return (MESSAGE, message, tag)

    def _watch(self, target: Any, ref: Reference, seq: int) -> None:
        """Let another know that this process asks it: by a signal, as all is."""
        self._reach(target, (MONITOR, self.pid, ref, seq))


def _label(process: Any) -> str:
    """Return what a latency setting calls a process: its registered name, or its function's."""
    name = process._name
    return function_name(process._function[0]) if name is None else str(name.name)
