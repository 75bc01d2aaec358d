"""The ways in which a run goes: a class of processes for each, chosen once, when the run is made."""

from __future__ import annotations

from simulator.kernel.process.delayed import Delayed
from simulator.kernel.process.plain import Plain
from simulator.kernel.process.process import Process
from simulator.kernel.process.recorded import Recorded


def way_of(recorded: bool, delayed: bool) -> type[Process]:
    """Return the class of the processes of a run that has a recorder, or latency, or both, or neither.

    >>> way_of(recorded=True, delayed=False).__name__
    'Recorded'
    """
    if delayed:
        return Delayed
    return Recorded if recorded else Plain
