"""The end of a process: its name is free first, then its links and monitors fire.

Source of the semantics: the Erlang reference manual, "Processes" (process termination).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any, Final

from simulator.kernel.process.core import Core
from simulator.kernel.process.isolation import IMMUTABLE, isolated, settled
from simulator.kernel.process.kinds import DEMONITOR, DOWN, EXIT, EXIT_TAG, MESSAGE, NORMAL, PROCESS_TAG
from simulator.kernel.process.patterns import DOWN_TAG
from simulator.kernel.process.relations import firing_order
from simulator.kernel.process.retirement import retire
from simulator.kernel.process.state import ABSENT, ENDED, EXITED, RUNNING, WORK
from simulator.kernel.time.entries import Ending
from simulator.kernel.words.errors import Abandon, Exit, ScenarioError, Throw
from simulator.kernel.words.exits import assertion_in
from simulator.terms import Atom, Pid, Reference, inspect
from simulator.terms.shown import Shown

_BY_SIGNAL: Final = frozenset({"signal", "killed"})


class _Refusal:
    """In the run queue: a process that a signal has ended, while signals wait that it has to answer."""

    __slots__ = ("process", "signals")

    def __init__(self, process: Any, signals: deque[tuple[Any, ...]]) -> None:
        self.process = process
        self.signals = signals

    def fire(self) -> None:
        """Answer the next; the others get their turns before the one after it."""
        self.process._refuse(self.signals.popleft())
        if self.signals:
            self.process.env._ready.append(self)


class Parting(Core):
    """How a process comes to its end, and who is told."""

    __slots__ = ()

    def _finish(self, value: Any) -> None:
        """The function returned: the process ends with ``:normal``."""
        if self._status == EXITED or self._pending == ENDED:
            return
        if self._pending:
            self.env._active_proc = None
            raise self._forgotten()
        self._end(NORMAL, "returned", self._cause, value)

    def _fail(self, failure: BaseException) -> None:
        """Something was raised and not caught: the process ends with the reason that it makes."""
        kernel = self.env
        if self._status == EXITED or self._pending == ENDED:
            if isinstance(failure, (KeyboardInterrupt, SystemExit)):
                raise failure
            return  # it had ended itself; what its finally blocks raise is nobody's concern
        if isinstance(failure, (ScenarioError, KeyboardInterrupt, SystemExit, GeneratorExit)):
            kernel._active_proc = None
            raise failure
        if self._pending and self._status == RUNNING and self._generator.gi_frame is None:
            # Its own code raised, not a guard: it took what it had not yielded for an answer.
            kernel._active_proc = None
            raise self._forgotten() from failure
        if failure.__class__ is AttributeError:
            failure = _misspelt(failure)
        front = kernel.front
        failure = front.failure(failure)
        if self is kernel._main:
            kernel.main_banner = front.banner(failure)
        reason = front.reason(failure)
        if isinstance(failure, Exit):
            self._end(reason, "exit", self._cause, failure=failure)
            return
        stack = front.lines(failure)
        if front.is_defect(failure, stack):
            try:
                front.met_defect(failure)
            except Abandon:
                return  # it was ended, with the test for which it worked
            raise failure  # none of it is the scenario's code: a defect of the simulator, not of the process
        how = "throw" if isinstance(failure, Throw) else "error"
        told = "\n".join([front.uncaught(failure), *stack])
        report = f"Process {self.pid} raised an exception\n{told}"
        failure.__traceback__ = None
        kernel._crashed(self, report)
        front.crashed(self, reason, told)
        self._end(reason, how, self._cause, failure=failure)

    def _end(self, reason: Any, how: str, cause: int, value: Any = None, failure: BaseException | None = None) -> None:
        """End the process: its name is freed first, then its links and monitors fire."""
        kernel = self.env
        recorder = kernel._recorder
        if recorder is not None:
            self._cause = seq = recorder.seq
            recorder.seq = seq + 1
            values = kernel._values
            values += ("exit", seq, kernel._now, self.pid.number, cause, None, 0, settled(reason), how)
        if reason is not NORMAL and kernel.failed_assertion is None:
            kernel.failed_assertion = assertion_in(reason)
        if self._pending == WORK:
            kernel._schedulers.release(self)
        self._status = EXITED
        self._pending = ENDED
        self._answer = self._deadline = None
        self._inbox = ABSENT
        self._mailbox = None
        if self._wake_time is not None:
            self._wake_time = None
            kernel._gone_stale()
        self.pid._process = None
        del kernel._processes[self.pid.number]
        if kernel._active_proc is self:
            kernel._active_proc = None
        if self._generator.gi_frame is not None:  # it has not come to its end by itself
            retire(self, self._generator, kernel)
        while self._callers is not None:
            retire(self, self._callers[0], kernel)
            self._callers = self._callers[1]
        self._generator = self._frame = None
        if self._relations is not None:
            self._part(reason)
        if self._signals is not None:
            self._refuse_late(how)
        if failure is None and how != "returned":
            failure = Exit(reason)
        self._ok = failure is None
        self._value = value if failure is None else failure
        if self._callbacks:  # SimPy code waits for the event that a process is
            kernel._ready.append(Ending(kernel, self))
        else:
            self._callbacks = ENDED
        if self is kernel._main:
            kernel._main_ended(self, reason, how)

    def _refuse_late(self, how: str) -> None:
        """Answer the signals that came too late: one a turn where it was a signal that ended the process."""
        late, self._signals = self._signals, None
        if how not in _BY_SIGNAL:
            for signal in late:
                self._refuse(signal)
            return
        for signal in late:
            if signal[0] == MESSAGE:
                self._refuse(signal)
        others = deque(signal for signal in late if signal[0] != MESSAGE)
        if others:
            _Refusal(self, others).fire()

    def _part(self, reason: Any) -> None:
        """Free the name, let the timers die, fire links and monitors."""
        relations = self._relations
        assert relations is not None
        if relations.endings is not None:
            for action in [*relations.endings.values()]:
                action(self)
        if relations.name is not None:
            self._free(relations.name)
        if relations.timers:
            for timer in list(relations.timers.values()):
                timer.die(self._cause)
        if relations.monitors:
            for number, (pid, *_) in relations.monitors.items():
                if pid is not None and pid._process is not None:
                    self._reach(pid._process, (DEMONITOR, number))
        if relations.links:
            links = relations.links
            for number in firing_order(links) if len(links) > 1 else links:
                self._send_exit(links[number], reason)
        if relations.monitored_by:
            for watcher, ref in relations.monitored_by.values():
                self._send_down(ref, watcher, reason)
        self._relations = None

    def _free(self, name: Atom) -> None:
        """Let the name of a process that ends be free."""
        del self.env.node.names[name]
        self.env._record("unregister", self, self._cause, inspect(name))

    def _send_exit(self, pid: Pid, reason: Any) -> None:
        """Send an exit signal through a link."""
        kernel = self.env
        target = pid._process
        if target is None:
            return
        reason = reason if reason.__class__ in IMMUTABLE else isolated(reason)
        tag = 0
        if kernel._recorder is not None:
            shown = settled(reason)
            text = (EXIT_TAG, self.pid, reason) if shown is reason else Shown((EXIT_TAG, self.pid, reason))
            tag = kernel._record("signal", self, self._cause, pid.number, shown, "link", text)
        self._reach(target, (EXIT, self.pid, reason, True, tag))

    def _send_down(self, ref: Reference, watcher: Pid, reason: Any) -> None:
        """Fire one monitor."""
        kernel = self.env
        target = watcher._process
        if target is None:
            return
        monitors = None if target._relations is None else target._relations.monitors
        entry = None if monitors is None else monitors.get(ref.number)
        called = self.pid if entry is None else entry[1]
        reason = reason if reason.__class__ in IMMUTABLE else isolated(reason)
        named = DOWN_TAG if entry is None or len(entry) == 3 else entry[3]
        message = (named, ref, PROCESS_TAG, called, reason)
        tag = 0
        if kernel._recorder is not None:
            shown = settled(reason)
            text = message if shown is reason else Shown(message)
            tag = kernel._record("down", self, self._cause, watcher.number, ref.number, shown, text)
        self._reach(target, (DOWN, ref, message, tag))

    def on_end(self, pid: Pid, key: Any, action: Callable[[Any], None]) -> None:
        """For libraries: call ``action(process)`` when *pid* ends, before its name is free and anybody hears of it.

        What was given before with the same *key* is replaced. A process that is dead already has no end.
        """
        if pid._process is not None:
            relations = pid._process._related()
            relations.endings = {**(relations.endings or {}), key: action}

    def leave(self, pid: Pid, message: Any) -> None:
        """For libraries: send *message* in the name of this process, which is at its end."""
        target = pid._process
        if target is not None:
            tag = self.env._record("send", self, self._cause, pid.number, None, self.env._settled(message))
            self._reach(target, (MESSAGE, message, tag))


def _misspelt(failure: AttributeError) -> AttributeError:
    """Return a complaint of a name that a process does not have, with the nearest that it has; others as they are.

    A ``__getattr__`` of the class would say so at once, and make every look at a process cost half as much again.
    """
    name, process = failure.name, failure.obj
    if not isinstance(process, Core) or name is None or name.startswith("_"):
        return failure
    from difflib import get_close_matches

    near = get_close_matches(name, [known for known in dir(type(process)) if not known.startswith("_")], 1)
    told = f"a process has no {name!r}" + (f"; did you mean {near[0]!r}?" if near else "")
    return AttributeError(told).with_traceback(failure.__traceback__)
