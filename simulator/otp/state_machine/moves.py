"""What a state machine does with what its callbacks return: its state, its timeouts, its queue of events.

Nothing here waits. Source of the semantics: OTP 25's ``gen_statem``.
"""

from __future__ import annotations

from collections import deque
from typing import Any, Final

from simulator.kernel import Process
from simulator.otp.server import gen
from simulator.otp.state_machine.errors import Fault
from simulator.terms import Atom, Pid, Reference, atom
from simulator.terms.durations import nanoseconds

TIMEOUT: Final = atom.timeout
STATE_TIMEOUT: Final = atom.state_timeout
INFINITY: Final = atom.infinity
UPDATE: Final = atom.update
CANCEL: Final = atom.cancel
POSTPONE: Final = atom.postpone
HIBERNATE: Final = atom.hibernate
REPLY: Final = atom.reply
NEXT_EVENT: Final = atom.next_event
NEXT_STATE: Final = atom.next_state
KEEP_STATE: Final = atom.keep_state
KEEP_STATE_AND_DATA: Final = atom.keep_state_and_data
REPEAT_STATE: Final = atom.repeat_state
REPEAT_STATE_AND_DATA: Final = atom.repeat_state_and_data
STOP: Final = atom.stop
STOP_AND_REPLY: Final = atom.stop_and_reply
_PLAIN_KINDS: Final = (atom.cast, atom.info, atom.internal, TIMEOUT, STATE_TIMEOUT)
_NO_ACTIONS: Final[list[Any]] = []

Event = tuple[Any, Any]
"""The kind of an event and its content."""

Timer = tuple[Reference | None, Reference | None, Any]
"""The reference in a timeout's message, that of the kernel's timer, the content; no references for a time of 0."""


class Stopped(Exception):
    """A callback asked for the end; *reason* is the machine's exit reason."""

    def __init__(self, reason: Any) -> None:
        super().__init__(reason)
        self.reason = reason


class Moves:
    """Where a state machine is, and how what a callback returned moves it."""

    __slots__ = (
        "data", "entering", "enters", "event", "hibernating", "late", "next_data", "next_events", "next_state",
        "postponed", "postpones", "proc", "queue", "state", "timeouts", "timers", "zeros",
    )  # fmt: skip

    def __init__(self, proc: Process) -> None:
        self.proc = proc
        self.state: Any = atom.undefined
        self.data: Any = atom.undefined
        self.enters = False  # whether a state that is entered is told so
        self.queue: deque[Event] = deque()
        self.postponed: list[Event] = []
        self.timers: dict[Any, Timer] = {}
        self.zeros: list[Any] = []  # the kinds of timeouts of 0, in their order
        self.late: list[Reference] = []  # timeouts that were cancelled when their messages had come already
        self.event: Event = (atom.internal, atom.init_state)
        self.entering = False
        self.next_events: list[Event] = []
        self.timeouts: list[tuple[Any, ...]] = []
        self.begin()

    def begin(self) -> None:
        """Be where a callback for a new event begins."""
        self.next_state, self.next_data = self.state, self.data
        self.postpones = self.hibernating = False

    # -- what a callback returned -------------------------------------------------------------

    def settle_plainly(self, result: Any) -> bool:
        """Do what :meth:`settle` does, in half its time, for what most events come to; return False for the rest.

        That is a next state, or data for the same one, with one state timeout of whole milliseconds at
        most; it is for a machine with nothing postponed and without state enter calls.
        """
        if result.__class__ is not tuple:
            return False
        size, state, action = len(result), self.state, None
        if 3 <= size <= 4 and result[0] is NEXT_STATE:
            state, data = result[1], result[2]
            if size == 4:
                action = result[3]
                if action.__class__ is list and len(action) == 1:
                    action = action[0]
                if action.__class__ is not tuple or len(action) != 3 or action[0] is not STATE_TIMEOUT:
                    return False
                if action[1].__class__ is not int or action[1] <= 0:
                    return False
        elif size == 2 and result[0] is KEEP_STATE:
            data = result[1]
        else:
            return False
        if self.timers:
            if action is not None or differ(state, self.state):
                self._cancel(STATE_TIMEOUT)
            self._cancel(TIMEOUT)
        if action is not None:
            self._start(STATE_TIMEOUT, action[1], action[2], False)
        self.state, self.data = state, data
        return True

    def settle(self, result: Any, entered: bool) -> None:
        """Do what a callback's return value asks for; *entered* tells a state enter call's.

        Raises :class:`Stopped`, or :class:`Fault` for a value that is none; the next state and the next
        data are then those at the end.
        """
        if result.__class__ is not tuple or not result:
            if result is KEEP_STATE_AND_DATA or result is REPEAT_STATE_AND_DATA:
                self.move(result is REPEAT_STATE_AND_DATA, _NO_ACTIONS, entered)
                return
            raise Stopped(atom.normal) if result is STOP else Fault(atom.bad_return_from_state_function, result)
        tag, size = result[0], len(result)
        if tag is NEXT_STATE and 3 <= size <= 4:
            changed = differ(result[1], self.next_state)
            if changed and entered:
                raise Fault(atom.bad_state_enter_return_from_state_function, result)
            self.next_state, self.next_data = result[1], result[2]
            self.move(changed, result[3] if size == 4 else _NO_ACTIONS, entered)
        elif (tag is KEEP_STATE or tag is REPEAT_STATE) and 2 <= size <= 3:
            self.next_data = result[1]
            self.move(tag is REPEAT_STATE, result[2] if size == 3 else _NO_ACTIONS, entered)
        elif (tag is KEEP_STATE_AND_DATA or tag is REPEAT_STATE_AND_DATA) and size == 2:
            self.move(tag is REPEAT_STATE_AND_DATA, result[1], entered)
        elif tag is STOP and 2 <= size <= 3:
            self.next_data = result[2] if size == 3 else self.next_data
            raise Stopped(result[1])
        elif tag is STOP_AND_REPLY and 3 <= size <= 4:
            self.next_data = result[3] if size == 4 else self.next_data
            for answer in listed(result[2]):
                if not (answer.__class__ is tuple and answer[:1] == (REPLY,) and self._reply(answer)):
                    raise Fault(atom.bad_reply_action_from_state_function, answer)
            raise Stopped(result[1])
        else:
            raise Fault(atom.bad_return_from_state_function, result)

    def move(self, enter: bool, actions: Any, entered: bool) -> None:
        """Note the actions, then go to the next state, by way of its state enter call if it has one."""
        if actions is not _NO_ACTIONS:
            for action in listed(actions):
                self._act(action, entered)
        self.entering = enter and self.enters
        if not self.entering:
            self._transit()

    # -- actions ------------------------------------------------------------------------------

    def _act(self, action: Any, entered: bool) -> None:
        """Note one action; some are for no state enter call."""
        tag, size = action, 1
        if action.__class__ is tuple and action:
            tag, size = action[0], len(action)
        if tag is REPLY and self._reply(action):
            return
        if tag is HIBERNATE and (size == 1 or (size == 2 and action[1].__class__ is bool)):
            self.hibernating = size == 1 or action[1]
        elif tag is POSTPONE and (size == 1 or (size == 2 and action[1].__class__ is bool)):
            wanted = size == 1 or action[1]
            if wanted and entered:
                raise Fault(_bad_action(size == 1), action)
            self.postpones = wanted
        elif tag is NEXT_EVENT and size == 3:
            if entered or not _is_kind(action[1]):
                raise Fault(_bad_action(entered), action)
            self.next_events.append(action[1:])
        else:
            self.timeouts.append(_timeout(self.proc, action))

    def _reply(self, action: Any) -> bool:
        """Reply to a call; return False if the action is not one that does."""
        if action.__class__ is not tuple or len(action) != 3 or not _is_client(action[1]):
            return False
        gen.reply(self.proc, action[1], action[2])
        return True

    # -- the move -----------------------------------------------------------------------------

    def _transit(self) -> None:
        """Be in the next state: what was postponed comes back, timeouts are cancelled and set."""
        if self.postpones:
            self.postponed.append(self.event)
        timers = self.timers
        if self.next_state is not self.state and differ(self.next_state, self.state):
            if self.postponed:
                self.queue.extendleft(reversed(self.postponed))
                self.postponed = []
            if timers:
                self._cancel(STATE_TIMEOUT)
        if timers:
            self._cancel(TIMEOUT)
        if self.timeouts:
            self._set_timeouts()
        if self.next_events:
            self.queue.extendleft(reversed(self.next_events))
            self.next_events = []
        self.state, self.data = self.next_state, self.next_data

    def _set_timeouts(self) -> None:
        """Set the timeouts asked for, from the last to the first; of each kind the last counts."""
        timeouts, self.timeouts = self.timeouts, []
        if len(timeouts) > 1:
            last = {timeout[0]: timeout for timeout in timeouts}
            timeouts = [timeout for timeout in timeouts if last[timeout[0]] is timeout]
        zeros = [timeout[0] for timeout in reversed(timeouts) if self._set(*timeout)]
        if zeros:
            self.zeros += reversed(zeros)

    def _set(self, kind: Any, time: Any, content: Any, absolute: bool) -> bool:
        """Set, cancel or update a timeout; return whether it is one of 0."""
        timers = self.timers
        if time is UPDATE and kind in timers:
            timers[kind] = (*timers[kind][:2], content)
            return False
        if timers:
            self._cancel(kind)
        if time is INFINITY:
            return False
        if time is UPDATE or time == 0 or (time.__class__ is str and not nanoseconds(time)):
            timers[kind] = (None, None, content)
            return True
        self._start(kind, time, content, absolute)
        return False

    def _start(self, kind: Any, time: Any, content: Any, absolute: bool) -> None:
        """Arm the timer of a timeout; an absolute time is one of the virtual clock."""
        proc = self.proc
        if absolute:
            time = f"{max(0, nanoseconds(time) - proc.now)}ns"
        token = proc.make_ref()
        self.timers[kind] = (token, proc.send_after(proc.pid, (TIMEOUT, token, kind), time), content)

    def _cancel(self, kind: Any) -> None:
        """Cancel the timeout of a kind, if it is set."""
        timer = self.timers.pop(kind, None)
        if timer is None:
            return
        token, ref, _ = timer
        if token is None or ref is None:
            self.zeros.remove(kind)
        elif self.proc.cancel_timer(ref) is False:
            self.late.append(token)

    def zero(self) -> Event:
        """Take the first timeout of 0."""
        kind = self.zeros.pop(0)
        return (kind, self.timers.pop(kind)[2])

    def timed_out(self, message: tuple[Any, ...]) -> Event | None:
        """Return the event that a message ``{:timeout, reference, kind}`` is, if it is one of this machine's."""
        _, token, kind = message
        timer = self.timers.get(kind) if _is_timeout(kind) else None
        if timer is None or timer[0] is not token:
            return None
        del self.timers[kind]
        return (kind, timer[2])


def differ(one: Any, other: Any) -> bool:
    """Return whether two states are different, as Erlang's ``=/=`` has it.

    >>> differ((1, 2), (1, 2)), differ(1, 1.0), differ(1, True)
    (False, True, True)
    """
    return one is not other and (one.__class__ is Atom or one.__class__ is not other.__class__ or bool(one != other))


def listed(actions: Any) -> Any:
    """Return actions as a list; one alone need not stand in one."""
    return actions if actions.__class__ is list else [actions]


def _bad_action(entered: bool) -> Atom:
    return atom.bad_state_enter_action_from_state_function if entered else atom.bad_action_from_state_function


def _is_client(term: Any) -> bool:
    return term.__class__ is tuple and len(term) == 2 and term[0].__class__ is Pid


def _is_kind(kind: Any) -> bool:
    """Return whether something is the kind of an event that a machine may make for itself."""
    if kind in _PLAIN_KINDS:
        return True
    return _is_timeout(kind) or (kind.__class__ is tuple and kind[:1] == (atom.call,) and _is_client(kind[1]))


def _is_timeout(kind: Any) -> bool:
    """Return whether something is the kind of a timeout; the name of a generic one is no list and no dict."""
    if kind is TIMEOUT or kind is STATE_TIMEOUT:
        return True
    if kind.__class__ is not tuple or len(kind) != 2 or kind[0] is not TIMEOUT:
        return False
    try:
        hash(kind)
    except TypeError:
        return False
    return True


def _timeout(proc: Process, action: Any) -> tuple[Any, Any, Any, bool]:
    """Return kind, time and content of an action that sets a timeout, and whether its time is an absolute one."""
    if action.__class__ is tuple and len(action) == 3 and action[1].__class__ is int and action[1] >= 0:
        if _is_timeout(action[0]):  # nearly all are like this
            return (*action, False)
    elif action.__class__ is not tuple:
        if _is_time(proc, action):
            return (TIMEOUT, action, action, False)
    elif 2 <= len(action) <= 4 and _is_timeout(action[0]):
        kind, time, *rest = action
        if not rest and time is CANCEL:
            return (kind, INFINITY, None, False)
        absolute = len(rest) == 2 and listed(rest[1]) == [(atom.abs, True)]
        plain = len(rest) == 1 or absolute or (len(rest) == 2 and listed(rest[1]) in ([], [(atom.abs, False)]))
        if plain and (_is_time(proc, time) or (time is UPDATE and len(rest) == 1)):
            return (kind, time, rest[0], absolute)
    raise Fault(atom.bad_action_from_state_function, action)


def _is_time(proc: Process, time: Any) -> bool:
    return time is INFINITY or proc.front.is_duration(time)
