"""The class of processes that tell the kernel of every step before they take it.

It is made from the table of operations: for each row a method that announces the operation and then does what the
ordinary one does. What a process does without a method of its own is announced here, too: the end of an `after`,
an exit signal that ends it, its own end, and each name, link and monitor that goes with it.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.explore.points import DIE, END, FREE, TELL, TIMEOUT
from simulator.kernel import Process
from simulator.kernel.process.kinds import EXIT, KILL, NORMAL
from simulator.kernel.process.operations import MAILBOX, NAME, OPERATIONS, PROCESS, Operation
from simulator.kernel.process.state import EXITED, RECEIVE
from simulator.terms import Pid

COMMUTING: Final = {
    "take": "a message that is there stays the first that fits, whatever comes behind it",
    "hibernate": "as a receive that waits",
    "alias": "nobody knows it yet",
    "output": "who prints first is no failure; what is printed is",
    "consult": "as output",
    "puts": "as output",
    "inspect": "as output",
}
"""Operations of the table before which nobody has to be kept back, and why."""

_POLLS: Final = frozenset({"receive", "receive_fitting", "poll"})
_CLOCK: Final = frozenset({"now", "now_ms"})


_made: dict[type[Process], type[Process]] = {}


def explored_class(base: type[Process]) -> type[Process]:
    """Return the class of processes that announce what they do, on top of *base*; always the same one."""
    found = _made.get(base)
    if found is None:
        found = _made[base] = _announcing(base)
    return found


def _announcing(base: type[Process]) -> type[Process]:
    body: dict[str, Any] = {"__slots__": (), "__doc__": "A process that announces its steps."}
    for row in OPERATIONS:
        if row.name in COMMUTING:
            continue
        method = getattr(base, row.name)
        if row.name in _POLLS:
            body[row.name] = _looking(row, method)
        elif isinstance(method, property):
            body[row.name] = property(_reading(row, method), doc=method.__doc__)
        elif row.name == "respond":
            body[row.name] = Process.respond  # by way of `send`, which announces it
        elif row.name == "send":
            body[row.name] = _sending(row, method)
        elif row.name == "touch":
            body[row.name] = _touching(row)
        else:
            body[row.name] = _doing(row, method)
    for name, make in (
        ("_expire", _expiring), ("_take_signals", _signalled), ("_end", _ending), ("_send_exit", _telling_link),
        ("_send_down", _telling_monitor), ("_settled", _settling), ("_free", _freeing), ("_reach", _reaching),
    ):  # fmt: skip
        body[name] = make(base)
    body["await_reply"] = Process.await_reply  # step by step, each of which is announced
    body["expire_now"] = base._expire
    return type(f"Explored{base.__name__}", (base,), body)


def _doing(row: Operation, method: Any) -> Any:
    """Return the method that announces a row of the table."""
    name, touched = row.name, row.touched

    def operation(self: Any, *args: Any, **options: Any) -> Any:
        kernel = self.env
        if kernel._active_proc is self:
            step = kernel.steps = kernel.steps + 1
            if step >= kernel.watch:
                thing = touched(self, *args, **options)
                if thing is not None:
                    kernel.announce(self, name, thing)
        return method(self, *args, **options)

    operation.__name__, operation.__doc__ = name, method.__doc__
    return operation


def _sending(row: Operation, method: Any) -> Any:
    """Return the method that sends; a mailbox that holds too much by that is told at once."""
    announced = _doing(row, method)

    def send(self: Any, dest: Any, message: Any) -> Any:
        announced(self, dest, message)
        target = dest._process if dest.__class__ is Pid else None
        if target is not None and target._mailbox:
            kernel = self.env
            if len(target._mailbox) > kernel.limits.mailbox:
                kernel.limits.check_flood(target, len(target._mailbox))
        return message

    send.__doc__ = method.__doc__
    return send


def _reading(row: Operation, method: Any) -> Any:
    """Return the property that announces a row; of the clock only where anything can be late."""
    name, touched, clock = row.name, row.touched, row.name in _CLOCK

    def reading(self: Any) -> Any:
        kernel = self.env
        if kernel._active_proc is self and (kernel.slack or not clock):
            step = kernel.steps = kernel.steps + 1
            if step >= kernel.watch:
                kernel.announce(self, name, touched(self))
        return method.fget(self)

    return reading


def _touching(row: Operation) -> Any:
    def touch(self: Any, kind: str, which: Any, access: str) -> None:
        kernel = self.env
        if kernel._active_proc is self:
            step = kernel.steps = kernel.steps + 1
            if step >= kernel.watch:
                kernel.announce(self, access, (kind, which))

    return touch


def _looking(row: Operation, method: Any) -> Any:
    """Return the look into the mailbox: one that does not wait is over by what is there, all others wait."""
    name = row.name
    poll = name == "poll"

    def look(self: Any, *args: Any, **options: Any) -> Any:
        kernel = self.env
        at_once = not self._mailbox if poll else _after(args, options) == 0
        if at_once and kernel._active_proc is self:
            step = kernel.steps = kernel.steps + 1
            if step >= kernel.watch:
                kernel.announce(self, name, (MAILBOX, self.pid))
        return method(self, *args, **options)

    look.__name__, look.__doc__ = name, method.__doc__
    if name == "receive":

        def _after(args: Any, options: Any) -> Any:
            return options.get("after")

    else:

        def _after(args: Any, options: Any) -> Any:
            return args[1] if len(args) > 1 else options.get("after")

    return look


def is_deadly(process: Any, signal: tuple[Any, ...]) -> bool:
    """Return whether a signal is an exit that ends a process."""
    if signal[0] != EXIT:
        return False
    _, sender, reason, linked, _ = signal
    relations = process._relations
    if linked and (relations is None or sender.number not in relations.links):
        return False
    if reason is KILL and not linked:
        return True
    if relations is not None and relations.trap_exit:
        return False
    return reason is not NORMAL or sender == process.pid


# -- what happens without a method of its own -------------------------------------------------


def _expiring(base: Any) -> Any:
    expire = base._expire

    def _expire(self: Any) -> None:
        if self._pending == RECEIVE and self._status != EXITED:
            kernel = self.env
            keep = kernel.late(self, TIMEOUT, (MAILBOX, self.pid))
            if keep is not None:
                kernel.be_late(self, keep)
                return
        expire(self)

    return _expire


def _signalled(base: Any) -> Any:
    take = base._take_signals

    def _take_signals(self: Any) -> bool:
        signals = self._signals
        if signals is None or not any(is_deadly(self, signal) for signal in signals):
            return bool(take(self))
        kernel = self.env
        step = kernel.steps = kernel.steps + 1
        if step >= kernel.watch:
            kernel.announce(self, DIE, (PROCESS, self.pid), mid_turn=False)
            if self._status == EXITED:
                return False
            if self._signals is None:
                return True
        return bool(take(self))

    return _take_signals


def _ending(base: Any) -> Any:
    end = base._end

    def _end(self: Any, reason: Any, how: str, *rest: Any, **more: Any) -> None:
        kernel = self.env
        if how != "signal" and how != "killed":
            step = kernel.steps = kernel.steps + 1
            if step >= kernel.watch:
                kernel.announce(self, END, (PROCESS, self.pid))
        end(self, reason, how, *rest, **more)

    return _end


def _telling_link(base: Any) -> Any:
    send_exit = base._send_exit

    def _send_exit(self: Any, pid: Any, reason: Any) -> None:
        if self._status == EXITED:
            _tell(self, pid)
        send_exit(self, pid, reason)

    return _send_exit


def _telling_monitor(base: Any) -> Any:
    send_down = base._send_down

    def _send_down(self: Any, ref: Any, watcher: Any, reason: Any) -> None:
        if self._status == EXITED:
            _tell(self, watcher)
        send_down(self, ref, watcher, reason)

    return _send_down


def _tell(self: Any, pid: Any) -> None:
    kernel = self.env
    step = kernel.steps = kernel.steps + 1
    if step >= kernel.watch:
        kernel.announce(self, TELL, (MAILBOX, pid), mid_turn=False)


def _freeing(base: Any) -> Any:
    free = base._free

    def _free(self: Any, name: Any) -> None:
        kernel = self.env
        step = kernel.steps = kernel.steps + 1
        if step >= kernel.watch:
            kernel.announce(self, FREE, (NAME, name), mid_turn=False)
        free(self, name)

    return _free


def _reaching(base: Any) -> Any:
    reach = base._reach

    def _reach(self: Any, target: Any, signal: tuple[Any, ...]) -> None:
        kernel = self.env
        if not kernel.pairwise or target is self or not kernel.is_kept_back(self, target, signal):
            reach(self, target, signal)

    return _reach


def _settling(base: Any) -> Any:
    settled = base._settled

    def _settled(self: Any, pid: Any) -> Any:
        process = pid._process
        if process is None or process is self or process._signals is None:
            return settled(self, pid)
        self.env.aside(process._take_signals)
        return pid._process

    return _settled
