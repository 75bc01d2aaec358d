"""The kernel: clock, processes, mailboxes, signals, links, monitors, names, timers, scheduling.

Its principles stand in :mod:`simulator.kernel.time.clock` (time and order), :mod:`simulator.kernel.process.process`
(what a process is) and :mod:`simulator.kernel.process.turns` (how processes run).
"""

from simulator.kernel import lean_simpy as lean_simpy  # isort: skip - before those that import SimPy themselves
from simulator.kernel.kernel import Kernel
from simulator.kernel.limits import EVENT_LIMIT, INSTANT_LIMIT, MAILBOX_LIMIT, LimitReached
from simulator.kernel.process.isolation import IMMUTABLE, isolated, settled
from simulator.kernel.process.patterns import Matcher, matches, when
from simulator.kernel.process.process import Process
from simulator.kernel.process.stacks import frames_of, hibernates
from simulator.kernel.process.state import ABSENT
from simulator.kernel.time.clock import Policy
from simulator.kernel.time.latency import LatencySetting, distribution
from simulator.kernel.words.errors import (
    ArgumentError,
    BadArityError,
    CutOff,
    ErlangError,
    Exit,
    ForeignContext,
    ForeignYield,
    ForgottenYield,
    Halted,
    MailboxFlood,
    NotAProcess,
    NotCopyable,
    OutputLost,
    ScenarioError,
    StalledClock,
    Throw,
    TooManyProcesses,
    TooMuchKept,
    TooMuchWork,
)
from simulator.kernel.words.exits import error_headline, exit_text
from simulator.kernel.words.front import PYTHON, Front
from simulator.kernel.words.places import caller
from simulator.kernel.words.reports import stacktrace
from simulator.terms.patterns import ANY

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
    "CutOff",
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
    "NotCopyable",
    "OutputLost",
    "Policy",
    "Process",
    "ScenarioError",
    "StalledClock",
    "Throw",
    "TooManyProcesses",
    "TooMuchKept",
    "TooMuchWork",
    "caller",
    "distribution",
    "error_headline",
    "exit_text",
    "frames_of",
    "hibernates",
    "isolated",
    "matches",
    "settled",
    "stacktrace",
    "when",
]
