"""OTP's behaviours on the kernel's processes: GenServer and what stands on it."""

from simulator.kernel import Process
from simulator.otp import gen, timer
from simulator.otp.agent import Agent
from simulator.otp.dynamic_supervisor import DynamicSupervisor
from simulator.otp.gen import call, cast, reply
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
