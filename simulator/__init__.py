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

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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
    from simulator.otp import (
        Agent,
        DynamicSupervisor,
        GenServer,
        HTTPoison,
        HttpService,
        PartitionSupervisor,
        Registry,
        Route,
        StateMachine,
        Supervisor,
        Task,
        TaskSupervisor,
        timer,
    )
    from simulator.scenario import Config, Run, load, run
    from simulator.terms import Atom, Pid, Reference, atom, inspect
    from simulator.terms.errors import SimulatorError

__version__ = "0.1.0"

_HOME = {
    "ANY": "kernel",
    "Agent": "otp",
    "ArgumentError": "kernel",
    "Atom": "terms",
    "Config": "scenario",
    "DynamicSupervisor": "otp",
    "ErlangError": "kernel",
    "Exit": "kernel",
    "GenServer": "otp",
    "HTTPoison": "otp",
    "HttpService": "otp",
    "Kernel": "kernel",
    "PartitionSupervisor": "otp",
    "Pid": "terms",
    "Process": "kernel",
    "Reference": "terms",
    "Registry": "otp",
    "Route": "otp",
    "Run": "scenario",
    "ScenarioError": "kernel",
    "SimulatorError": "terms.errors",
    "StateMachine": "otp",
    "Supervisor": "otp",
    "Task": "otp",
    "TaskSupervisor": "otp",
    "Throw": "kernel",
    "atom": "terms",
    "inspect": "terms",
    "load": "scenario",
    "run": "scenario",
    "timer": "otp",
    "when": "kernel",
}

__all__ = [
    "ANY",
    "Agent",
    "ArgumentError",
    "Atom",
    "Config",
    "DynamicSupervisor",
    "ErlangError",
    "Exit",
    "GenServer",
    "HTTPoison",
    "HttpService",
    "Kernel",
    "PartitionSupervisor",
    "Pid",
    "Process",
    "Reference",
    "Registry",
    "Route",
    "Run",
    "ScenarioError",
    "SimulatorError",
    "StateMachine",
    "Supervisor",
    "Task",
    "TaskSupervisor",
    "Throw",
    "atom",
    "explore",
    "inspect",
    "load",
    "run",
    "timer",
    "when",
]


def __getattr__(name: str) -> Any:
    if name in _HOME or name == "explore":
        from importlib import import_module

        if name == "explore":
            return import_module("simulator.explore")  # a room that can be called
        if name in ("Kernel", "Process"):
            import_module("simulator.otp")  # gives every process its call, cast and reply
        return getattr(import_module(f"simulator.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
