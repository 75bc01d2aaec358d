"""The kernel: clock, processes, mailboxes, signals, links, monitors, names, timers, scheduling.

Its principles stand in :mod:`simulator.kernel.clock` (time and order), :mod:`simulator.kernel.process`
(what a process is) and :mod:`simulator.kernel.turns` (how processes run).
"""

from simulator.kernel import lean_simpy as lean_simpy  # isort: skip - before those that import SimPy themselves
from simulator.kernel.clock import Policy
from simulator.kernel.errors import (
    ArgumentError,
    BadArityError,
    ErlangError,
    Exit,
    ForeignContext,
    ForeignYield,
    ForgottenYield,
    Halted,
    MailboxFlood,
    NotAProcess,
    OutputLost,
    ScenarioError,
    StalledClock,
    Throw,
    TooManyProcesses,
)
from simulator.kernel.exits import error_headline, exit_text
from simulator.kernel.front import PYTHON, Front
from simulator.kernel.isolation import IMMUTABLE, isolated
from simulator.kernel.kernel import EVENT_LIMIT, INSTANT_LIMIT, MAILBOX_LIMIT, Kernel, LimitReached
from simulator.kernel.latency import LatencySetting, distribution
from simulator.kernel.patterns import ANY, Matcher, matches, when
from simulator.kernel.places import caller
from simulator.kernel.process import Process
from simulator.kernel.reports import stacktrace
from simulator.kernel.state import ABSENT

__all__ = [
    "ABSENT",
    "ANY",
    "EVENT_LIMIT",
    "IMMUTABLE",
    "INSTANT_LIMIT",
    "MAILBOX_LIMIT",
    "PYTHON",
    "ArgumentError",
    "BadArityError",
    "ErlangError",
    "Exit",
    "ForeignContext",
    "ForeignYield",
    "ForgottenYield",
    "Front",
    "Halted",
    "Kernel",
    "LatencySetting",
    "LimitReached",
    "MailboxFlood",
    "Matcher",
    "NotAProcess",
    "OutputLost",
    "Policy",
    "Process",
    "ScenarioError",
    "StalledClock",
    "Throw",
    "TooManyProcesses",
    "caller",
    "distribution",
    "error_headline",
    "exit_text",
    "isolated",
    "matches",
    "stacktrace",
    "when",
]
