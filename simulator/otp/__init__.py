"""OTP's behaviours on the kernel's processes: GenServer and what stands on it.

Each is imported when it is first asked for: a program that only calls a server needs no supervisor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.kernel import Process
from simulator.otp import gen
from simulator.otp.gen import call, cast, reply

if TYPE_CHECKING:
    from simulator.otp import timer as timer
    from simulator.otp.agent import Agent
    from simulator.otp.dynamic_supervisor import DynamicSupervisor
    from simulator.otp.gen_server import GenServer
    from simulator.otp.http import HTTPoison, HttpService, Request, Route
    from simulator.otp.partition_supervisor import PartitionSupervisor
    from simulator.otp.registry import Registry
    from simulator.otp.state_machine import StateMachine
    from simulator.otp.supervisor import Supervisor
    from simulator.otp.task import Task
    from simulator.otp.task_supervisor import TaskSupervisor

Process.call = gen.call
Process.cast = gen.cast
Process.reply = gen.reply

_HOME = {
    "Agent": "agent",
    "DynamicSupervisor": "dynamic_supervisor",
    "GenServer": "gen_server",
    "HTTPoison": "http",
    "HttpService": "http",
    "PartitionSupervisor": "partition_supervisor",
    "Registry": "registry",
    "Request": "http",
    "Route": "http",
    "StateMachine": "state_machine",
    "Supervisor": "supervisor",
    "Task": "task_supervisor",  # which gives it its Supervisor
    "TaskSupervisor": "task_supervisor",
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
