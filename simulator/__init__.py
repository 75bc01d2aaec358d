"""A discrete-event simulator and visualiser of Elixir/OTP processes.

A scenario is a Python file whose ``main(proc)`` is the first process; what can block is yielded, what
cannot is called::

    from simulator import run

    def main(proc):
        reply = yield proc.receive(after=1000)
        proc.puts(f"got {reply!r} at {proc.now_ms} ms")

    print(run(main).output)

See the README for the command ``simulator``, and :class:`simulator.Process` for all that ``proc`` can do.
"""

from simulator.kernel import (
    ANY,
    ArgumentError,
    ErlangError,
    Exit,
    Kernel,
    Process,
    ScenarioError,
    Throw,
    when,
)
from simulator.scenario import Config, Run, run
from simulator.terms import Atom, Pid, Reference, atom, inspect
from simulator.terms.errors import SimulatorError

__version__ = "0.1.0"

__all__ = [
    "ANY",
    "ArgumentError",
    "Atom",
    "Config",
    "ErlangError",
    "Exit",
    "Kernel",
    "Pid",
    "Process",
    "Reference",
    "Run",
    "ScenarioError",
    "SimulatorError",
    "Throw",
    "atom",
    "inspect",
    "run",
    "when",
]
