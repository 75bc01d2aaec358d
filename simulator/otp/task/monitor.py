"""The process between a stream of tasks and its tasks: it starts them, watches them and times them out.

Source of the semantics: Elixir 1.14's ``Task.Supervised``, the part that it calls the stream's monitor.
"""

from __future__ import annotations

from collections.abc import Callable
from types import GeneratorType
from typing import Any, Final

from simulator.kernel import ANY, Exit, Process
from simulator.otp.server.gen import DOWN, Steps
from simulator.otp.task.awaiting import KILL, end_task
from simulator.terms import Pid, Reference, atom

SPAWN: Final = atom.spawn
SPAWNED: Final = atom.spawned
STOP: Final = atom.stop
ENDED: Final = atom.down
TIMED_OUT: Final = atom.timed_out
MAX_CHILDREN: Final = atom.max_children
_TIMEOUT: Final = atom.timeout
_LINK: Final = atom.link


class _Running:
    """A task that runs."""

    __slots__ = ("linked", "pid", "position", "timed_out", "timer")

    def __init__(self, position: int, linked: bool, pid: Pid, timer: Reference | None) -> None:
        self.position = position
        self.linked = linked
        self.pid = pid
        self.timer = timer
        self.timed_out = False


def stream_monitor(proc: Process, owner: Pid, start: Callable[[Process], Any], trapping: bool, timeout: Any) -> Steps:
    """Be that process, until the owner stops it or has ended; *start* starts a task, and may block."""
    if trapping:
        proc.flag(atom.trap_exit, True)
    watch = proc.monitor(owner)
    told = yield proc.receive((owner, ANY), (DOWN, watch, ANY, ANY, ANY))
    if told[0] is DOWN:
        raise Exit(told[4])
    yield from _Monitor(proc, owner, watch, told[1], start, timeout).run()


class _Monitor:
    """That process while it runs; *ref* is what the owner knows it by, *watch* its monitor of the owner."""

    __slots__ = ("full", "owner", "proc", "ref", "running", "start", "stopped", "timeout", "watch")

    def __init__(
        self, proc: Process, owner: Pid, watch: Reference, ref: Reference, start: Callable[[Process], Any], timeout: Any
    ) -> None:
        self.proc = proc
        self.owner = owner
        self.watch = watch
        self.ref = ref
        self.start = start
        self.timeout = timeout
        self.running: dict[Reference, _Running] = {}
        self.full = False
        self.stopped = False

    def run(self) -> Steps:
        """Take one message after the other."""
        while not self.stopped:
            message = yield self.proc.receive()
            match message:
                case (tag, position) if tag is SPAWN and not self.full:
                    yield from self._start(position)
                case (tag, ref, _, _, reason) if tag is DOWN and ref in self.running and not self.full:
                    self._ended(self.running.pop(ref), reason)
                case (tag, (_, ref)) if tag is _TIMEOUT and not self.full:
                    self._time_out(self.running.get(ref))
                case (tag, ref) if tag is STOP and ref == self.ref:
                    yield from self._stop()
                case (tag, ref, _, _, reason) if tag is DOWN and ref == self.watch:
                    self._orphaned(reason)

    def _start(self, position: int) -> Steps:
        """Start the task of the element at *position*, and let the owner know it."""
        proc = self.proc
        started = self.start(proc)
        if started.__class__ is GeneratorType:
            started = yield from started
        if started[0] is atom.error:
            proc.send(self.owner, (MAX_CHILDREN, self.ref))
            self.full = True
            return
        _, kind, pid = started
        ref = proc.monitor(pid)
        timer = None
        if self.timeout is not atom.infinity:
            timer = proc.send_after(proc.pid, (_TIMEOUT, (self.ref, ref)), self.timeout)
        proc.send(self.owner, (SPAWNED, (self.ref, position), pid))
        self.running[ref] = _Running(position, kind is _LINK, pid, timer)

    def _ended(self, task: _Running, reason: Any) -> None:
        """Tell the owner that a task has ended."""
        if task.timer is not None:
            self.proc.cancel_timer(task.timer)
        self.proc.send(self.owner, (TIMED_OUT if task.timed_out else ENDED, (self.ref, task.position), reason))

    def _time_out(self, task: _Running | None) -> None:
        """Kill a task whose time is up."""
        if task is not None and not task.timed_out:
            end_task(self.proc, task.pid, KILL)
            task.timed_out = True

    def _stop(self) -> Steps:
        """Kill the tasks that run, and wait until they have ended."""
        proc = self.proc
        proc.flag(atom.trap_exit, True)
        for task in self.running.values():
            proc.exit(task.pid, KILL)
        for ref in self.running:
            yield proc.receive((DOWN, ref, ANY, ANY, ANY))
        self.stopped = True

    def _orphaned(self, reason: Any) -> None:
        """End as the owner did, and let the tasks that were linked to it do so."""
        for task in self.running.values():
            if task.linked:
                self.proc.exit(task.pid, reason)
        raise Exit(reason)
