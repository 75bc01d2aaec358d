"""OTP's behaviours on the kernel's processes: GenServer and what stands on it.

Each is imported when it is first asked for: a program that only calls a server needs no supervisor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.kernel import Process
from simulator.otp.server import gen
from simulator.otp.server.gen import call, cast, reply

if TYPE_CHECKING:
    from simulator.otp import timer as timer
    from simulator.otp.agent import Agent
    from simulator.otp.http.http import HTTPoison, HttpService, Request, Route
    from simulator.otp.registry.registry import Registry
    from simulator.otp.server.gen_server import GenServer
    from simulator.otp.state_machine.state_machine import StateMachine
    from simulator.otp.supervisor.dynamic import DynamicSupervisor
    from simulator.otp.supervisor.partition import PartitionSupervisor
    from simulator.otp.supervisor.supervisor import Supervisor
    from simulator.otp.task.supervisor import TaskSupervisor
    from simulator.otp.task.task import Task

Process.call = gen.call
Process.cast = gen.cast
Process.reply = gen.reply

_HOME = {
    "Agent": "agent",
    "DynamicSupervisor": "supervisor.dynamic",
    "GenServer": "server.gen_server",
    "HTTPoison": "http.http",
    "HttpService": "http.http",
    "PartitionSupervisor": "supervisor.partition",
    "Registry": "registry.registry",
    "Request": "http.http",
    "Route": "http.http",
    "StateMachine": "state_machine.state_machine",
    "Supervisor": "supervisor.supervisor",
    "Task": "task.supervisor",  # which gives it its Supervisor
    "TaskSupervisor": "task.supervisor",
}

__all__ = [
    "Agent",
    "DynamicSupervisor",
    "GenServer",
    "HTTPoison",
    "HttpService",
    "PartitionSupervisor",
    "Registry",
    "Request",
    "Route",
    "StateMachine",
    "Supervisor",
    "Task",
    "TaskSupervisor",
    "call",
    "cast",
    "reply",
    "timer",
]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name == "timer":
        return import_module("simulator.otp.timer")
    if name in _HOME:
        return getattr(import_module(f"simulator.otp.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
