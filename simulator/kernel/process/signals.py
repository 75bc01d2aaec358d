"""Signals other than messages: links, monitors, exits; and how a process ends.

Source of the semantics: the Erlang reference manual, "Processes" (process termination, links, error
handling, monitors). A signal puts its receiver into the run queue and is handled when that
receiver's turn comes, in the order in which the signals of each sender were sent.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from itertools import islice
from typing import Any

from simulator.kernel.process.isolation import IMMUTABLE, isolated, settled
from simulator.kernel.process.kinds import (
    ALIAS,
    DEMONITOR,
    DEMONITOR_ALIAS,
    DOWN,
    EXIT,
    EXIT_TAG,
    EXPLICIT_UNALIAS,
    KILL,
    KILLED,
    LINK,
    MESSAGE,
    MONITOR,
    NODE,
    NOPROC,
    NORMAL,
    PROCESS_TAG,
    REPLY,
    REPLY_DEMONITOR,
    UNLINK,
)
from simulator.kernel.process.messages import Messaging
from simulator.kernel.process.patterns import DOWN_TAG
from simulator.kernel.process.relations import firing_order
from simulator.kernel.process.retirement import retire
from simulator.kernel.process.state import ABSENT, BLOCKED, ENDED, EXITED, RUNNABLE, WAITING, WORK
from simulator.kernel.time.entries import Ending
from simulator.kernel.words.errors import Abandon, ErlangError, Exit, Throw, badarg
from simulator.kernel.words.exits import assertion_in
from simulator.terms import Atom, Pid, Reference, atom, inspect
from simulator.terms.shown import Shown


def _is_down(message: Any, ref: Reference) -> bool:
    """Return whether a message is the DOWN of a monitor."""
    return message.__class__ is tuple and len(message) == 5 and message[0] is DOWN_TAG and message[1] == ref


class Signalling(Messaging):
    """A process's side of links, monitors and exits."""

    __slots__ = ()

    # -- what a process does ------------------------------------------------------------------

    def exit(self, *args: Any) -> bool:
        """``proc.exit(reason)`` ends this process; ``proc.exit(pid, reason)`` sends an exit signal.

        The signal ends *pid* unless the reason is ``:normal`` or *pid* traps exits; ``:kill`` cannot
        be trapped and becomes ``:killed``. Raises :class:`Exit` (``exit/1``), or
        :class:`~simulator.kernel.ArgumentError` if *pid* is none (``erlang:exit/1``, ``exit/2``).
        """
        if len(args) == 1:
            raise Exit(args[0])
        if len(args) != 2:
            raise TypeError(f"exit takes a reason, or a pid and a reason, not {len(args)} arguments")
        pid, reason = args
        kernel = self.env
        self._check_turn("exit")
        self._check_pid(pid)
        tag = kernel._record(
            "signal", self, self._cause, pid.number, kernel._settled(reason), "exit",
            kernel._settled((EXIT_TAG, self.pid, reason)), depth=2,
        )  # fmt: skip
        if pid == self.pid:
            self._exit_itself(reason, tag)
        elif pid._process is not None:
            self._reach(pid._process, (EXIT, self.pid, isolated(reason), False, tag))
        return True

    def throw(self, value: Any) -> None:
        """Throw *value*: caught by an enclosing ``except Throw``, else the process ends with ``:nocatch``."""
        raise Throw(value)

    def error(self, reason: Any) -> None:
        """Raise the Erlang error *reason* (``:erlang.error/1``)."""
        raise ErlangError(reason)

    def flag(self, flag: Atom, value: bool) -> bool:
        """Set ``:trap_exit`` and return its old value (``Process.flag/2``); no other flag is supported."""
        self._check_turn("flag")
        if flag is not atom.trap_exit:
            raise badarg(1, "invalid process flag")
        if not isinstance(value, bool):
            raise badarg(2, "invalid value for this process flag")
        relations = self._related()
        old, relations.trap_exit = relations.trap_exit, value
        self.env._record("flag", self, self._cause, flag.name, inspect(value), depth=2)
        return old

    def link(self, pid: Pid) -> bool:
        """Link this process and *pid*: when one ends, an exit signal reaches the other (``Process.link/1``).

        Raises :class:`~simulator.kernel.ErlangError` with ``:noproc`` if *pid* is dead; where this
        process traps exits, it gets an ``{:EXIT, pid, :noproc}`` message instead.
        """
        self._check_turn("link")
        self._check_pid(pid)
        if pid == self.pid:
            return True
        target = pid._process
        kernel = self.env
        relations = self._related()
        if target is None:
            if not relations.trap_exit:
                raise ErlangError(NOPROC)
            tag = kernel._record("link", self, self._cause, pid.number, depth=2)
            self._take_in((EXIT_TAG, pid, NOPROC), tag)
            return True
        if pid not in relations.links:
            relations.links[pid] = None
            tag = kernel._record("link", self, self._cause, pid.number, depth=2)
            self._reach(target, (LINK, self.pid, tag))
        return True

    def unlink(self, pid: Pid) -> bool:
        """Remove the link to *pid*; no exit signal of it arrives after this (``Process.unlink/1``)."""
        self._check_turn("unlink")
        self._check_pid(pid)
        relations = self._relations
        if relations is not None and pid in relations.links:
            del relations.links[pid]
            tag = self.env._record("unlink", self, self._cause, pid.number, depth=2)
            if pid._process is not None:
                self._reach(pid._process, (UNLINK, self.pid, tag))
        return True

    def monitor(self, item: Pid | Atom, alias: bool | Atom = False, tag: Any = DOWN_TAG) -> Reference:
        """Watch a pid or a registered name: when it ends, one ``{:DOWN, ref, :process, item, reason}`` comes.

        For one that is dead or not registered it comes at once, with ``:noproc`` (``Process.monitor/1``).
        With *alias* the reference is also an address for messages to this process, for as long as the
        monitor lasts: what is sent to it later is dropped. ``atom.reply_demonitor`` lets the first message end
        both, ``atom.explicit_unalias`` lets the address last until :meth:`unalias`. What comes begins with *tag*
        in the place of ``:DOWN`` (``erlang:monitor/3``).
        """
        self._check_turn("monitor")
        kernel = self.env
        called: Any = item
        name: str | None = None
        if isinstance(item, Pid):
            target = item._process
        else:
            self._check_name(item)
            target, called, name = kernel._names.get(item), (item, NODE), inspect(item)
        ref = self.make_ref()
        how = (DEMONITOR_ALIAS if alias is True else alias) or None
        cause = kernel._record(
            "monitor", self, self._cause, ref.number,
            item.number if isinstance(item, Pid) else None if target is None else target.pid.number, name, depth=2,
        )  # fmt: skip
        if target is self:
            return ref
        pid = target.pid if target is not None else item if isinstance(item, Pid) else None
        entry = (pid, called, how)
        self._related().monitors[ref.number] = entry if tag is DOWN_TAG else (*entry, tag)  # type: ignore[assignment]
        if target is None:
            message = (tag, ref, PROCESS_TAG, called, NOPROC)
            kernel._hold(lambda: self._accept((DOWN, ref, message, self._record_noproc(pid, ref, message, cause))))
        else:
            self._reach(target, (MONITOR, self.pid, ref, cause))
        return ref

    def demonitor(self, ref: Reference, flush: bool = False, info: bool = False) -> bool:
        """End a monitor (``Process.demonitor/2``); no DOWN of it arrives after this.

        With *flush* a DOWN that already waits in the mailbox is removed. With *info* the answer says
        whether the monitor was still there.
        """
        self._check_turn("demonitor")
        if not isinstance(ref, Reference):
            raise badarg(1, "not a reference")
        relations = self._relations
        entry = relations.monitors.pop(ref.number, None) if relations is not None else None
        known = False
        if entry is not None or flush:
            self.env._record("demonitor", self, self._cause, ref.number, flush, depth=2)
            if entry is not None and entry[0] is not None and entry[0]._process is not None:
                self._reach(entry[0]._process, (DEMONITOR, ref.number))
            if entry is not None:
                self._keep_alias(ref.number, entry[2])
                known = entry[0] is not None
        if not known and flush:
            self._fetch()
            self._flush_down(ref)
        return known if info else True

    def make_ref(self) -> Reference:
        """Return a reference that is unique in this run (``make_ref/0``)."""
        kernel = self.env
        kernel._references += 1
        return Reference(kernel._references, self.pid, self._arrived)

    def alias(self, how: Atom = EXPLICIT_UNALIAS) -> Reference:
        """Return a reference that is an address of this process until :meth:`unalias` (``Process.alias/1``).

        With ``atom.reply`` it is one for a single message.
        """
        self._check_turn("alias")
        ref = self.make_ref()
        self._related().monitors[ref.number] = (None, None, how)
        return ref

    def unalias(self, ref: Reference) -> bool:
        """Let *ref* be an address no more; return whether it was one (``Process.unalias/1``)."""
        self._check_turn("unalias")
        if not isinstance(ref, Reference):
            raise badarg(1, "not a reference")
        monitors = self._related().monitors
        pid, called, how = monitors.get(ref.number, (None, None, None))
        if how is None:
            return False
        if pid is None:
            del monitors[ref.number]
        else:
            monitors[ref.number] = (pid, called, None)
        return True

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

    def _flush_down(self, ref: Reference) -> None:
        """Remove the DOWN message of *ref* from the mailbox, if it is there.

        There is one at most, no older than the reference, and it is looked for from both ends: monitors are mostly
        ended in the order of their making, or in reverse.
        """
        box = self._mailbox
        if not box:
            return
        size = len(box)
        start = max(0, size - (self._arrived - ref._mark)) if ref._owner is self.pid else 0
        for nth, (first, last) in enumerate(zip(islice(box, start, None), reversed(box), strict=False)):
            if _is_down(first, ref):
                index = start + nth
            elif _is_down(last, ref):
                index = size - 1 - nth
            elif 2 * nth >= size - start:
                return
            else:
                continue
            del box[index]
            if self._tags:
                del self._tags[index]
            return

    def _check_pid(self, pid: Any) -> None:
        if pid.__class__ is not Pid:
            raise badarg(1, "not a pid")

    def _check_name(self, name: Any) -> None:
        if name.__class__ is not Atom:
            raise badarg(1, "not an atom")

    # -- what reaches a process ---------------------------------------------------------------

    def _accept(self, signal: tuple[Any, ...]) -> None:
        """Let a signal in: it is handled when the process's turn comes."""
        status = self._status
        if signal[0] == MESSAGE:
            if status == EXITED or self._signals is None:
                self._enqueue(signal[1], signal[2])
            else:
                self._signals.append(signal)
            return
        if status == EXITED:
            self._refuse(signal)
            return
        if self._signals is None:
            kind = signal[0]
            if kind == MONITOR:
                self._handle(signal)
                self._will_fetch()
                self.env._hold(self._nudge)
                return
            if kind == DEMONITOR or kind == LINK or kind == UNLINK:
                self._handle(signal)  # nothing before it can be overtaken, and nobody sees it before the turn
                self._will_fetch()
                self._nudge()
                return
            self._signals = deque()
        self._signals.append(signal)
        self._nudge()

    def _nudge(self) -> None:
        """Be given a turn, as every signal gives a waiting process one."""
        if self._status == WAITING or self._status == BLOCKED:
            self._status = RUNNABLE
            self.env._ready.append(self)

    def _take_signals(self) -> bool:
        """Handle the signals that wait; return False if one of them ended the process."""
        queue = self._signals
        if queue:
            self._to_itself = False
        while queue:
            self._handle(queue.popleft())
            if self._status == EXITED:
                return False
        self._signals = None
        self._fetch()
        return True

    def _handle(self, signal: tuple[Any, ...]) -> None:
        kind = signal[0]
        if kind == MESSAGE:
            self._enqueue(signal[1], signal[2])
        elif kind == ALIAS:
            self._take_aliased(*signal[1:])
        elif kind == LINK:
            self._related().links[signal[1]] = None
        elif kind == UNLINK:
            if self._relations is not None:
                self._relations.links.pop(signal[1], None)
        elif kind == EXIT:
            self._on_exit(*signal[1:])
        elif kind == MONITOR:
            self._related().monitored_by[signal[2].number] = signal[1:3]
        elif kind == DEMONITOR:
            if self._relations is not None:
                self._relations.monitored_by.pop(signal[1], None)
        elif kind == DOWN:
            ref, message, tag = signal[1:]
            entry = None if self._relations is None else self._relations.monitors.pop(ref.number, None)
            if entry is not None:
                self._keep_alias(ref.number, entry[2])
                self._enqueue(message, tag)

    def _take_aliased(self, message: Any, tag: int, ref: Reference) -> None:
        """Let a message in that was sent to an alias, if that is one still; some are no more after it."""
        entry = None if self._relations is None else self._relations.monitors.get(ref.number)
        if entry is None or entry[2] is None:
            self.env._drop(ref, tag)
            return
        if entry[2] in (REPLY, REPLY_DEMONITOR):
            del self._related().monitors[ref.number]
            if entry[0] is not None and entry[0]._process is not None:
                self._reach(entry[0]._process, (DEMONITOR, ref.number))
        self._enqueue(message, tag)

    def _keep_alias(self, number: int, how: Any) -> None:
        """Let a reference whose monitor has ended stay an alias, if it is one until it is taken back."""
        if how is EXPLICIT_UNALIAS:
            self._related().monitors[number] = (None, None, how)

    def _on_exit(self, sender: Pid, reason: Any, linked: bool, tag: int) -> None:
        """Apply the rules of an exit signal."""
        relations = self._relations
        if linked:
            if relations is None or sender not in relations.links:
                self.env._record("ignore", self, tag)
                return
            del relations.links[sender]
        if reason is KILL and not linked:
            self._end(KILLED, "killed", tag)
        elif relations is not None and relations.trap_exit:
            self._enqueue((EXIT_TAG, sender, reason), tag)
        elif reason is NORMAL and sender != self.pid:
            self.env._record("ignore", self, tag)
        else:
            self._end(reason, "signal", tag)

    def _exit_itself(self, reason: Any, tag: int) -> None:
        """Apply an exit signal of its own: its code stops at once, and it dies in a turn at the queue's end."""
        trapping = self._relations is not None and self._relations.trap_exit
        if trapping and reason is not KILL:
            self._to_itself = True
            if self._signals is None:
                self._signals = deque()
            self._take_in((EXIT_TAG, self.pid, reason), tag)
            return
        if self._signals is None:
            self._signals = deque()
        self._signals.appendleft((EXIT, self.pid, isolated(reason), False, tag))
        self._pending = ENDED
        self._status = RUNNABLE
        self.env._active_proc = None
        self.env._ready.append(self)
        raise Abandon

    def _refuse(self, signal: tuple[Any, ...]) -> None:
        """Answer a signal that came too late, as the BEAM does for a process that is gone."""
        kind = signal[0]
        kernel = self.env
        if kind == MESSAGE:
            kernel._drop(self.pid, signal[2])
        elif kind == ALIAS:
            kernel._drop(signal[3], signal[2])
        elif kind == LINK and signal[1]._process is not None:
            self._send_exit(signal[1], NOPROC)
        elif kind == MONITOR and signal[1]._process is not None:
            self._send_down(signal[2], signal[1], NOPROC)

    # -- the end ------------------------------------------------------------------------------

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
        self._mailbox = self._tags = None
        if self._wake_time is not None:
            self._wake_time = None
            kernel._gone_stale()
        self.pid._process = None
        del kernel._processes[self.pid.number]
        if kernel._active_proc is self:
            kernel._active_proc = None
        retire(self, self._generator, kernel)
        while self._callers is not None:
            retire(self, self._callers[0], kernel)
            self._callers = self._callers[1]
        self._generator = self._frame = None
        if self._relations is not None:
            self._part(reason)
        if self._signals is not None:
            late, self._signals = self._signals, None
            for signal in late:
                self._refuse(signal)
        self._trigger(value, failure or (None if how == "returned" else Exit(reason)))
        if self is kernel._main:
            kernel._main_ended(self, reason, how)

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
        for number, (pid, *_) in relations.monitors.items():
            if pid is not None and pid._process is not None:
                self._reach(pid._process, (DEMONITOR, number))
        for pid in firing_order(relations.links) if len(relations.links) > 1 else relations.links:
            self._send_exit(pid, reason)
        for watcher, ref in relations.monitored_by.values():
            self._send_down(ref, watcher, reason)
        self._relations = None

    def _free(self, name: Atom) -> None:
        """Let the name of a process that ends be free."""
        del self.env._names[name]
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

    def _record_noproc(self, pid: Any, ref: Reference, message: Any, cause: int) -> int:
        """Record the ``DOWN`` that a monitor of nobody gives at once; return its number."""
        recorder = self.env._recorder
        if recorder is None:
            return 0
        seq = recorder.seq
        recorder.seq = seq + 1
        number = None if pid is None else pid.number
        recorder.extend(
            (
                "down", seq, self.env._now, number, cause, None, 0,
                self.pid.number, ref.number, NOPROC, settled(message),
            )
        )  # fmt: skip
        return seq

    def _trigger(self, value: Any, failure: BaseException | None) -> None:
        """Be the SimPy event that a process is: succeed with what it returned, or fail."""
        self._ok = failure is None
        self._value = value if failure is None else failure
        if self._callbacks:
            self.env._ready.append(Ending(self.env, self))
        else:
            self._callbacks = ENDED
