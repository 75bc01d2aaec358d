"""What a process is made of: its slots, and the words for what it is doing.

A waiting process costs its generator and the slots below, well under a kilobyte. What few processes
have (links, monitors, a name, timers, a dictionary) stands in :class:`Relations`, made at need.
"""

from __future__ import annotations

from typing import Any, Final

import simpy

from simulator.kernel.process.home import Home
from simulator.kernel.process.mailbox import Mailbox
from simulator.kernel.process.relations import Relations
from simulator.terms import Atom, Pid

# Status: where the process stands in the run queue's eyes.
WAITING: Final = 0  # in a receive: a message or a signal puts it at the end of the run queue
RUNNABLE: Final = 1  # in the run queue
RUNNING: Final = 2  # its code is executing
BLOCKED: Final = 3  # waits for an event or a scheduler: messages just queue up, a signal wakes it
EXITED: Final = 4

# Pending: the request that was made and is not yet answered.
NOTHING: Final = 0
RECEIVE: Final = 1
SLEEP: Final = 2
WORK: Final = 3
EVENT: Final = 4
HIBERNATE: Final = 5
RESCHEDULE: Final = 6
PERFORM: Final = 7
ENDED: Final = 8  # no request can be made any more
ANSWERED: Final = 9  # the answer is there; the process waits for its turn
OUTPUT: Final = 10  # waits for the group leader
INQUIRING: Final = 11  # waits for what another process tells of itself
REPLIED: Final = 12  # as ANSWERED, by a message: the outer queue of the mailbox has been looked at for it
FLUSHING: Final = 13  # as ANSWERED, and the DOWN of whom it had asked is to be removed in that turn

EXPIRED: Final = -1
"""In place of the time to wait: it is over, and what comes does not count any more."""

REQUEST_NAMES: Final = (
    "", "receive", "sleep", "work", "event", "hibernate", "yield_", "perform", "", "", "output", "inquire", "", "",
)  # fmt: skip


REDUCTIONS: Final = 4_000
"""How many requests a process may have answered in one turn before the others get theirs."""


class Failure:
    """The answer to a request that failed: raised at the yield that waits for it."""

    __slots__ = ("exception",)

    def __init__(self, exception: BaseException) -> None:
        self.exception = exception


class _Absent:
    """No message, where ``None`` could be one."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = _Absent()
UNSEEN: Final = _Absent()
"""The frame of a function of the user's that has not been asked for."""


class State(simpy.Process):
    """The slots of a process. SimPy's own attributes are slots here too, which keeps it small."""

    __slots__ = (
        "_after",
        "_answer",
        "_arrived",
        "_callbacks",
        "_callers",
        "_cause",
        "_deadline",
        "_deadline_eid",
        "_fetched",
        "_frame",
        "_function",
        "_generator",
        "_inbox",
        "_inbox_tag",
        "_mailbox",
        "_patterns",
        "_pending",
        "_relations",
        "_signals",
        "_status",
        "_to_itself",
        "_wait_seq",
        "_wake_time",
        "env",
        "pid",
    )

    env: Home  # type: ignore[assignment]
    pid: Pid
    """This process's identifier."""
    _function: tuple[Any, int]  # what it runs, or a name for it, and with how many arguments

    _generator: Any
    _status: int
    _callers: tuple[Any, Any] | None  # the generator that performs this one, and what performs that
    _pending: int
    # What the generator will be resumed with; while the process waits for a message: how many messages
    # of its mailbox it has already looked at; while it waits for a SimPy event: that event.
    _answer: Any
    _patterns: Any  # a tuple of patterns, or an Ask
    _after: int | None  # nanoseconds
    _deadline: int | None  # virtual time of the pending timeout
    _deadline_eid: int
    _wake_time: int | None  # the heap holds an entry for this process at this time, maybe a stale one
    _inbox: Any  # the message that woke the process, not yet looked at
    _mailbox: Mailbox | None
    _arrived: int  # messages that were ever put into the mailbox
    # The mailbox is two queues, as on the BEAM: what came since the last look or signal lies in an outer one,
    # which nobody but the process itself can tell from the rest: by asking for its own messages and their number.
    _fetched: int  # how many had been put into the mailbox when the outer queue was last emptied into the inner one
    _to_itself: bool  # whether it has sent itself something and handled no signal since: then it looks before it tells
    _signals: Any  # a list of those that wait, or a deque where they are many; None where there are none
    _relations: Relations | None

    # For the trace alone: the event that last resumed the process, the sequence numbers of the
    # messages that wait, and of the wait itself.
    _cause: int
    # The frame of its function, if that is the user's own: whoever asks for a frame that nobody keeps has it made
    # anew, for every event. Set only where there is a recorder; UNSEEN until the process first waits.
    _frame: Any
    _inbox_tag: int
    _wait_seq: int
    _callbacks: Any  # SimPy's, made when someone asks; ENDED once they were called

    def _related(self) -> Relations:
        """Return the relations, made if there were none."""
        relations = self._relations
        if relations is None:
            relations = self._relations = Relations()
        return relations

    @property
    def _name(self) -> Atom | None:
        return None if self._relations is None else self._relations.name
