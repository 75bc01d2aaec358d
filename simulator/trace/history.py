"""The history of a run: one pass over a trace's events joins them to lives, messages and bonds.

Every picture is drawn from a :class:`History`, none from the raw events, so what a message's three
instants are, or when a link is gone, is decided here and nowhere else. A trace that is cut off gives
a history with open ends. An event that refers to one that is not there (a trace that was filtered)
is taken for what it says by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from simulator.trace import events as ev
from simulator.trace.records import At, Bond, History, Message, Name, Process, Remark, Signal, Stretch, Tie, Timer, Work


def history(trace: Iterable[ev.Event]) -> History:
    """Return the history that the events of *trace* tell.

    >>> from simulator.trace.events import Exit, Spawn
    >>> told = history([Spawn(seq=0, t=0, pid=100, id="0", function="main/0"),
    ...                 Exit(seq=1, t=5_000_000, pid=100, cause=0, reason=":normal", how="returned")])
    >>> told.processes[100].end
    At(t=5000000, seq=1)
    """
    teller = _Teller()
    for event in trace:
        teller.take(event)
    return teller.history


class _Teller:
    """The one pass: what is still open, by what will close it."""

    def __init__(self) -> None:
        self.history = History()
        self._flying: dict[int, Message] = {}  # by seq of its send, fire or down
        self._queued: dict[int, Message] = {}  # by seq of its deliver
        self._signals: dict[int, tuple[Signal, str | None]] = {}  # by seq; with the message it would become
        self._links: dict[frozenset[int | None], Bond] = {}
        self._monitors: dict[int, Bond] = {}
        self._bonds_of: dict[int | None, dict[int, Bond]] = {}  # open bonds a process takes part in, by id of the bond
        self._timers: dict[int, Timer] = {}
        self._names: dict[tuple[int, str], int] = {}  # place in its process's list of names

    def take(self, event: ev.Event) -> None:
        """Take the next event in."""
        at = At(event.t, event.seq)
        told = self.history
        told.events += 1
        told.last = at
        if event.pid is not None and event.pid not in told.processes:
            told.processes[event.pid] = Process(event.pid)
        _TELL[type(event)](self, event, at)

    # -- processes

    def _process(self, pid: int) -> Process:
        known = self.history.processes.get(pid)
        if known is None:
            known = self.history.processes[pid] = Process(pid)
        return known

    def _open(self, pid: int | None, stretch: Stretch) -> None:
        if pid is not None:
            self._close(pid, stretch.start, stretch.kind)
            self._process(pid).stretches.append(stretch)

    def _close(self, pid: int, at: At, by: str) -> None:
        stretches = self._process(pid).stretches
        if stretches and stretches[-1].end is None:
            stretches[-1].end = at
            stretches[-1].ended_by = by

    def _acts(self, pid: int | None, at: At) -> None:
        """*pid* ran code at this point: it is active, unless it is in something that only its own events end."""
        if pid is None:
            return
        stretches = self._process(pid).stretches
        if not stretches or stretches[-1].end is not None:
            stretches.append(Stretch("active", at))

    def _wakes(self, event: ev.Receive | ev.Timeout | ev.Resume | ev.Worked, at: At, by: str) -> None:
        if event.pid is None:
            return
        stretches = self._process(event.pid).stretches
        if not stretches or stretches[-1].end is not None or stretches[-1].kind != "active":
            self._close(event.pid, at, by)
            stretches.append(Stretch("active", at))

    def _spawn(self, event: ev.Spawn, at: At) -> None:
        assert event.pid is not None
        process = self._process(event.pid)
        process.id, process.function, process.args = event.id, event.function, tuple(event.args)
        process.parent, process.start = event.parent, at
        process.linked, process.monitored = event.link, event.monitor is not None
        self._acts(event.parent, at)
        if event.link:
            self._bind(Bond("link", event.parent, event.pid, at, at_spawn=True))
        if event.monitor is not None:
            self._bind(Bond("monitor", event.parent, event.pid, at, ref=event.monitor, at_spawn=True))

    def _exit(self, event: ev.Exit, at: At) -> None:
        assert event.pid is not None
        process = self._process(event.pid)
        if event.how not in ("signal", "killed"):
            self._acts(event.pid, at)
        self._close(event.pid, at, "exit")
        process.end, process.reason, process.how = at, event.reason, event.how
        if process.works and process.works[-1].end is None:
            process.works[-1].end = at
        for bond in list(self._bonds_of.get(event.pid, {}).values()):
            if bond.kind == "link" or bond.owner == event.pid:  # a monitor of it ends with its DOWN
                self._unbind(bond, at, "exit")
        self._effect(event.cause, at, "ended")

    def _register(self, event: ev.Register, at: At) -> None:
        assert event.pid is not None
        names = self._process(event.pid).names
        self._names[event.pid, event.name] = len(names)
        names.append(Name(event.name, at, None))

    def _unregister(self, event: ev.Unregister, at: At) -> None:
        assert event.pid is not None
        place = self._names.pop((event.pid, event.name), None)
        if place is not None:
            names = self._process(event.pid).names
            names[place] = names[place]._replace(end=at)

    def _wait(self, event: ev.Wait, at: At) -> None:
        stretch = Stretch(
            "wait", at, on=event.on, patterns=tuple(event.patterns), until=event.until, detail=event.detail
        )
        self._open(event.pid, stretch)

    def _work(self, event: ev.Work, at: At) -> None:
        assert event.pid is not None
        self._process(event.pid).works.append(Work(at, event.duration))
        self._open(event.pid, Stretch("queue", at))

    def _run(self, event: ev.Run, at: At) -> None:
        self._open(event.pid, Stretch("run", at, scheduler=event.scheduler))

    def _preempt(self, event: ev.Preempt, at: At) -> None:
        self._open(event.pid, Stretch("queue", at))

    def _worked(self, event: ev.Worked, at: At) -> None:
        assert event.pid is not None
        works = self._process(event.pid).works
        if works and works[-1].end is None:
            works[-1].end = at
        self._wakes(event, at, "worked")

    # -- messages and signals

    def _fly(self, seq: int, message: Message) -> Message:
        if message.receiver is not None:
            self._process(message.receiver)
        self.history.messages.append(message)
        self._flying[seq] = message
        return message

    def _send(self, event: ev.Send, at: At) -> None:
        self._acts(event.pid, at)
        self._fly(event.seq, Message("message", event.pid, event.to, event.msg, at, name=event.name))

    def _deliver(self, event: ev.Deliver, at: At) -> None:
        message = self._flying.pop(event.cause, None) if event.cause is not None else None
        if message is None and event.cause in self._signals:
            message = self._trap(event.cause, at)
        if message is not None:
            message.receiver, message.enqueued = event.pid, at
            self._queued[event.seq] = message

    def _drop(self, event: ev.Drop, at: At) -> None:
        message = self._flying.pop(event.cause, None) if event.cause is not None else None
        if message is not None:
            message.dropped, message.why = at, event.why

    def _receive(self, event: ev.Receive, at: At) -> None:
        message = self._queued.pop(event.cause, None) if event.cause is not None else None
        if message is not None:
            message.received = at
        self._wakes(event, at, "receive")

    def _signal(self, event: ev.Signal, at: At) -> None:
        self._process(event.to)
        if event.via == "exit":
            self._acts(event.pid, at)
        signal = Signal(event.pid, event.to, event.reason, event.via, at)
        self.history.signals.append(signal)
        self._signals[event.seq] = signal, event.msg

    def _effect(self, cause: int | None, at: At, effect: Any) -> tuple[Signal, str | None] | None:
        known = self._signals.pop(cause, None) if cause is not None else None
        if known is not None:
            known[0].arrived, known[0].effect = at, effect
        return known

    def _trap(self, cause: int, at: At) -> Message | None:
        known = self._effect(cause, at, "trapped")
        if known is None:
            return None
        signal, term = known
        text = term if term is not None else f"{{:EXIT, #PID<0.{signal.sender}.0>, {signal.reason}}}"
        signal.message = Message("exit", signal.sender, signal.receiver, text, signal.sent, reason=signal.reason)
        self.history.messages.append(signal.message)
        return signal.message

    def _ignore(self, event: ev.Ignore, at: At) -> None:
        self._effect(event.cause, at, "ignored")

    def _down(self, event: ev.Down, at: At) -> None:
        message = self._fly(event.seq, Message("down", event.pid, event.to, event.msg, at, reason=event.reason))
        bond = self._monitors.get(event.ref)
        if bond is not None:
            bond.down = message
            self._unbind(bond, at, "down")

    # -- timers

    def _timer(self, event: ev.Timer, at: At) -> None:
        self._acts(event.pid, at)
        timer = Timer(event.ref, event.pid, event.to, event.name, event.msg, at, event.at)
        self.history.timers.append(timer)
        self._timers[event.ref] = timer

    def _fire(self, event: ev.Fire, at: At) -> None:
        timer = self._timers.get(event.ref)
        if timer is not None:
            timer.fired = at
        term, name = (timer.term, timer.name) if timer is not None else ("", None)
        self._fly(event.seq, Message("timer", event.pid, event.to, term, at, name=name))

    def _cancel(self, event: ev.Cancel, at: At) -> None:
        timer = self._timers.get(event.ref)
        if timer is None:
            return
        if event.left is None:
            timer.too_late.append(at)
        else:
            timer.cancelled = at

    # -- links and monitors

    def _bind(self, bond: Bond) -> None:
        if bond.kind == "link":
            ends = frozenset((bond.owner, bond.other))
            if ends in self._links:
                return
            self._links[ends] = bond
        elif bond.ref is not None:
            if bond.ref in self._monitors:
                return
            self._monitors[bond.ref] = bond
        self.history.bonds.append(bond)
        for pid in (bond.owner, bond.other):
            self._bonds_of.setdefault(pid, {})[id(bond)] = bond
        other = None if bond.other is None else self._process(bond.other)
        if bond.kind == "link" and other is not None and other.end is not None:
            self._unbind(bond, bond.start, "exit")

    def _unbind(self, bond: Bond, at: At, by: Any) -> None:
        if bond.end is not None:
            return
        bond.end, bond.ended_by = at, by
        for pid in (bond.owner, bond.other):
            self._bonds_of[pid].pop(id(bond), None)
        if bond.kind == "link":
            self._links.pop(frozenset((bond.owner, bond.other)), None)

    def _link(self, event: ev.Link, at: At) -> None:
        self._acts(event.pid, at)
        self._bind(Bond("link", event.pid, event.to, at))

    def _unlink(self, event: ev.Unlink, at: At) -> None:
        self._acts(event.pid, at)
        bond = self._links.get(frozenset((event.pid, event.to)))
        if bond is not None:
            self._unbind(bond, at, "unlink")

    def _monitor(self, event: ev.Monitor, at: At) -> None:
        self._acts(event.pid, at)
        self._bind(Bond("monitor", event.pid, event.to, at, ref=event.ref, name=event.name))

    def _demonitor(self, event: ev.Demonitor, at: At) -> None:
        self._acts(event.pid, at)
        bond = self._monitors.get(event.ref)
        if bond is None:
            return
        self._unbind(bond, at, "demonitor")
        if event.flush and bond.down is not None and bond.down.enqueued and not bond.down.received:
            bond.down.flushed = at

    # -- the rest

    def _tie(self, event: ev.Tie, at: At) -> None:
        self.history.ties.append(Tie(at, tuple(event.among), event.n))

    def _end(self, event: ev.End, at: At) -> None:
        self.history.end, self.history.end_reason = at, event.reason

    def _output(self, event: ev.Output, at: At) -> None:
        self._remark(Remark("output", at, event.pid, event.text))

    def _note(self, event: ev.Note, at: At) -> None:
        self._remark(Remark("note", at, event.pid, event.text))

    def _called(self, event: ev.Called, at: At) -> None:
        if event.state is not None:
            self._remark(Remark("state", at, event.pid, event.state))

    def _act(self, event: ev.Event, at: At) -> None:
        self._acts(event.pid, at)

    def _flag(self, event: ev.Flag, at: At) -> None:
        self._remark(Remark("flag", at, event.pid, f"{event.flag}: {event.value}"))

    def _crash(self, event: ev.Crash, at: At) -> None:
        if event.pid is not None:
            self._process(event.pid).report = event.report
        self._remark(Remark("crash", at, event.pid, event.report))

    def _remark(self, remark: Remark) -> None:
        self._acts(remark.pid, remark.at)
        self.history.remarks.append(remark)

    def _hibernate(self, event: ev.Hibernate, at: At) -> None:
        self._acts(event.pid, at)


_TELL: dict[type[ev.Event], Callable[[_Teller, Any, At], None]] = {
    ev.Spawn: _Teller._spawn, ev.Exit: _Teller._exit, ev.Crash: _Teller._crash, ev.Send: _Teller._send,
    ev.Deliver: _Teller._deliver, ev.Drop: _Teller._drop, ev.Receive: _Teller._receive, ev.Wait: _Teller._wait,
    ev.Timeout: lambda teller, event, at: teller._wakes(event, at, "timeout"),
    ev.Resume: lambda teller, event, at: teller._wakes(event, at, "resume"),
    ev.Work: _Teller._work, ev.Run: _Teller._run, ev.Preempt: _Teller._preempt, ev.Worked: _Teller._worked,
    ev.Timer: _Teller._timer, ev.Fire: _Teller._fire, ev.Cancel: _Teller._cancel, ev.Link: _Teller._link,
    ev.Unlink: _Teller._unlink, ev.Monitor: _Teller._monitor, ev.Demonitor: _Teller._demonitor,
    ev.Signal: _Teller._signal, ev.Ignore: _Teller._ignore, ev.Down: _Teller._down, ev.Register: _Teller._register,
    ev.Unregister: _Teller._unregister, ev.Flag: _Teller._flag, ev.Output: _Teller._output, ev.Note: _Teller._note,
    ev.Hibernate: _Teller._hibernate, ev.Call: _Teller._act, ev.Reply: _Teller._act,
    ev.Return: _Teller._act, ev.Cast: _Teller._act, ev.Callback: _Teller._act, ev.Called: _Teller._called,
    ev.Child: _Teller._act, ev.Tie: _Teller._tie, ev.End: _Teller._end,
}  # fmt: skip
