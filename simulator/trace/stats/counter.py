"""The figures of a run, counted in one pass over its events.

Memory does not grow with the number of events but for what exact figures need: a record for each process, eight
bytes for each call that had its reply, and what is open at a time (messages in mailboxes, calls).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from simulator.trace import events as ev
from simulator.trace.stats.calls import CallCounter
from simulator.trace.stats.life import Life
from simulator.trace.stats.records import (
    BlockedFigures,
    ChildFigures,
    DeadlockFigures,
    ProcessFigures,
    SchedulerFigures,
    Statistics,
)
from simulator.trace.values import EventReader

_TAKE_AT = 20_000  # values held back before they are counted: about 2,000 events
_UNLIMITED = 0


def statistics(trace: Iterable[ev.Event]) -> Statistics:
    """Return the figures of a trace, or of events that stand in their order.

    >>> from simulator.trace.events import End, Exit, Spawn, Timeout, Wait
    >>> figures = statistics([
    ...     Spawn(seq=0, t=0, pid=100, id="main", function="main/0"),
    ...     Wait(seq=1, t=0, pid=100, on="sleep", until=5_000_000),
    ...     Timeout(seq=2, t=5_000_000, pid=100, cause=1),
    ...     Exit(seq=3, t=5_000_000, pid=100, reason=":normal", how="returned"),
    ...     End(seq=4, t=5_000_000, reason="finished")])
    >>> figures.processes[0].sleeping_ns, figures.totals.duration_ns
    (5000000, 5000000)
    """
    counter = Counter(getattr(trace, "header", None))
    for event in trace:
        counter.take(event)
    return counter.finish()


class StatisticsRecorder:
    """A recorder that counts the events of a run as they come, and keeps none of them."""

    def __init__(self, header: ev.Header | None = None, scenario_file: str = "") -> None:
        self.seq = 0
        self.values: list[Any] = []
        self.extend = self.values.extend
        self._reader = EventReader(scenario_file)
        self._counter = Counter(header)

    def flush(self) -> None:
        """Count what is held back, if that is much."""
        if len(self.values) > _TAKE_AT:
            self.close()

    def close(self) -> None:
        """Count all that is held back."""
        for event in self._reader.read(self.values):
            self._counter.take(event)
        self.values.clear()

    def statistics(self) -> Statistics:
        """Return the figures, once the run is over."""
        return self._counter.finish()


class Counter:
    """The one pass: give it each event in order, then ask for the figures once."""

    def __init__(self, header: ev.Header | None) -> None:
        self._figures = Statistics()
        self._lives: dict[int, Life] = {}  # of those that are alive
        self._known: dict[int, ProcessFigures] = {}
        self._calls = CallCounter()
        self._schedulers: dict[int, SchedulerFigures] = {}
        self._children: dict[tuple[int, str], ChildFigures] = {}
        self._downs: dict[int, int] = {}  # DOWN messages under way: reference of the monitor, by seq of its down
        self._last = 0
        if header is not None:
            self._figures.scenario, self._figures.title = header.scenario.name, header.scenario.title
            self._figures.seed = header.seed
            limit = header.settings.get("schedulers")
            if isinstance(limit, int):
                self._schedulers = {number: SchedulerFigures(number) for number in range(1, limit + 1)}

    def take(self, event: ev.Event) -> None:
        """Count one event."""
        self._last = event.t
        self._figures.totals.events += 1
        pid = event.pid
        count = _COUNT.get(type(event))
        if count is not None and (pid is not None or type(event) in _WITHOUT_PROCESS):
            count(self, event, pid if pid is None else self._lives.get(pid) or self._appear(pid, event.t))

    def finish(self) -> Statistics:
        """Return the figures."""
        figures, totals = self._figures, self._figures.totals
        totals.duration_ns, totals.alive = self._last, len(self._lives)
        for life in self._lives.values():
            self._leave_scheduler(life, self._last)
            life.close(self._last)
        figures.processes = list(self._known.values())
        totals.processes = len(figures.processes)
        figures.calls = self._calls.finish()
        totals.calls = sum(call.count for call in figures.calls)
        totals.timeouts = sum(call.timeouts for call in figures.calls)
        totals.late_replies = sum(call.late_replies for call in figures.calls)
        figures.children = list(self._children.values())
        if any(scheduler.slices for scheduler in self._schedulers.values()):
            figures.schedulers = [self._schedulers[number] for number in sorted(self._schedulers)]
        for scheduler in figures.schedulers:
            scheduler.utilisation = scheduler.busy_ns / self._last if self._last else 0.0
        return figures

    # -- lives

    def _appear(self, pid: int, t: int) -> Life:
        """A process is seen for the first time; one that has ended, again, is counted apart from its life."""
        figures = ProcessFigures(pid, start_ns=t)
        life = Life(figures)
        if pid not in self._known:
            self._known[pid] = figures
            self._lives[pid] = life
        return life

    def _spawn(self, event: ev.Spawn, life: Life) -> None:
        life.figures.id, life.figures.function = event.id, event.function

    def _register(self, event: ev.Register, life: Life) -> None:
        life.figures.names += (event.name,)

    def _label(self, event: ev.Label, life: Life) -> None:
        life.figures.own_label = event.label

    def _exit(self, event: ev.Exit, life: Life) -> None:
        self._leave_scheduler(life, event.t)
        life.figures.end_ns = event.t
        life.close(event.t)
        self._calls.forget(life.figures.pid)
        self._lives.pop(life.figures.pid, None)

    def _crash(self, event: ev.Crash, life: Life) -> None:
        self._figures.totals.crashes += 1

    def _wait(self, event: ev.Wait, life: Life) -> None:
        life.enter(event.on, event.t)

    def _wake(self, event: ev.Event, life: Life) -> None:
        life.enter("", event.t)

    # -- schedulers

    def _work(self, event: ev.Work, life: Life) -> None:
        life.enter("queue", event.t)

    def _run(self, event: ev.Run, life: Life) -> None:
        life.enter("work", event.t)
        life.scheduler = scheduler = self._schedulers.setdefault(event.scheduler, SchedulerFigures(event.scheduler))
        scheduler.slices += 1

    def _preempt(self, event: ev.Preempt, life: Life) -> None:
        if life.scheduler is not None:
            life.scheduler.preemptions += 1
        self._leave_scheduler(life, event.t)
        life.enter("queue", event.t)

    def _worked(self, event: ev.Worked, life: Life) -> None:
        self._leave_scheduler(life, event.t)
        life.enter("", event.t)

    def _leave_scheduler(self, life: Life, t: int) -> None:
        if life.scheduler is not None:
            life.scheduler.busy_ns += t - life.since
            life.scheduler = None

    # -- messages

    def _send(self, event: ev.Send, life: Life | None) -> None:
        self._figures.totals.sent += 1
        if life is not None:
            life.figures.messages_out += 1

    def _deliver(self, event: ev.Deliver, life: Life) -> None:
        self._figures.totals.delivered += 1
        monitor = self._downs.pop(event.cause, None) if event.cause is not None else None
        life.deliver(event.seq, event.t, event.depth, monitor)

    def _receive(self, event: ev.Receive, life: Life) -> None:
        self._figures.totals.received += 1
        life.receive(event.cause, event.t, event.depth)
        life.enter("", event.t)

    def _drop(self, event: ev.Drop, life: Life | None) -> None:
        self._figures.totals.dropped += 1
        if event.cause is not None:
            self._downs.pop(event.cause, None)

    def _fire(self, event: ev.Fire, life: Life | None) -> None:
        self._figures.totals.timers += 1

    def _down(self, event: ev.Down, life: Life) -> None:
        if event.to in self._lives:
            self._downs[event.seq] = event.ref

    def _demonitor(self, event: ev.Demonitor, life: Life) -> None:
        if event.flush:
            life.flush(event.ref, event.t)

    # -- servers

    def _call(self, event: ev.Call, life: Life) -> None:
        server = self._known.get(event.to) if event.to is not None else None
        name = event.name or f"#PID<0.{event.to}.0>" if server is None else server.server
        self._calls.call(event, name)

    def _reply(self, event: ev.Reply, life: Life) -> None:
        self._calls.reply(event.ref)

    def _return(self, event: ev.Return, life: Life) -> None:
        self._calls.returned(event)

    def _cast(self, event: ev.Cast, life: Life) -> None:
        self._figures.totals.casts += 1

    def _callback(self, event: ev.Callback, life: Life) -> None:
        life.enter_callback(event.t)

    def _called(self, event: ev.Called, life: Life) -> None:
        life.leave_callback(event.t)

    def _child(self, event: ev.Child, life: Life) -> None:
        supervisor = life.figures
        figures = self._children.get((supervisor.pid, event.id))
        if figures is None:
            figures = ChildFigures(supervisor.pid, supervisor.id, supervisor.label, event.id)
            self._children[supervisor.pid, event.id] = figures
        figures.starts += 1
        if event.replaces is not None:
            figures.restarts += 1
            supervisor.restarts += 1
            self._figures.totals.restarts += 1

    # -- who waits for whom

    def _blocked(self, event: ev.Blocked, life: Life) -> None:
        figures, awaits = life.figures, tuple(event.awaits)
        names = tuple(map(self._label_of, awaits))
        since = event.t - life.since
        self._figures.blocked.append(
            BlockedFigures(figures.pid, figures.id, figures.label, event.on, awaits, names, since)
        )
        self._figures.totals.blocked += 1

    def _deadlock(self, event: ev.Deadlock, life: Life | None) -> None:
        among = tuple(event.among)
        self._figures.deadlocks.append(DeadlockFigures(among, tuple(map(self._label_of, among)), len(among)))
        self._figures.totals.deadlocks += 1

    def _label_of(self, pid: int) -> str:
        return self._known[pid].label if pid in self._known else f"#PID<0.{pid}.0>"

    def _end(self, event: ev.End, life: Life | None) -> None:
        self._figures.ended = event.reason


_COUNT: dict[type[ev.Event], Callable[[Counter, Any, Any], None]] = {
    ev.Spawn: Counter._spawn, ev.Register: Counter._register, ev.Label: Counter._label,
    ev.Exit: Counter._exit, ev.Crash: Counter._crash,
    ev.Wait: Counter._wait, ev.Timeout: Counter._wake, ev.Resume: Counter._wake, ev.Work: Counter._work,
    ev.Run: Counter._run, ev.Preempt: Counter._preempt, ev.Worked: Counter._worked, ev.Send: Counter._send,
    ev.Deliver: Counter._deliver, ev.Receive: Counter._receive, ev.Drop: Counter._drop, ev.Fire: Counter._fire,
    ev.Down: Counter._down, ev.Demonitor: Counter._demonitor, ev.Call: Counter._call, ev.Reply: Counter._reply,
    ev.Return: Counter._return, ev.Cast: Counter._cast, ev.Callback: Counter._callback,
    ev.Called: Counter._called, ev.Child: Counter._child, ev.Blocked: Counter._blocked,
    ev.Deadlock: Counter._deadlock, ev.End: Counter._end,
}  # fmt: skip
_WITHOUT_PROCESS = {ev.Send, ev.Drop, ev.Fire, ev.Deadlock, ev.End}
