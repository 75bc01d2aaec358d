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
from simulator.trace.bonds import BondTeller
from simulator.trace.records import At, Blocked, Bond, Message, Name, Process, Remark, Signal, Stretch, Tie, Timer, Work
from simulator.trace.servers import ServerTeller
from simulator.trace.told import History

_new = tuple.__new__  # half the time of what a named tuple has for it


def history(trace: Iterable[ev.Event]) -> History:
    """Return the history that the events of *trace* tell.

    >>> from simulator.trace.events import Exit, Spawn
    >>> told = history([Spawn(seq=0, t=0, pid=100, id="0", function="main/0"),
    ...                 Exit(seq=1, t=5_000_000, pid=100, cause=0, reason=":normal", how="returned")])
    >>> told.processes[100].end
    At(t=5000000, seq=1)
    """
    teller = Teller()
    for event in trace:
        teller.take(event)
    return teller.history


class Teller:
    """The one pass: what is still open, by what will close it."""

    def __init__(self) -> None:
        self.history = History()
        self._servers = ServerTeller(self.history)
        self._flying: dict[int, Message] = {}  # by seq of its send, fire or down
        self._queued: dict[int, Message] = {}  # by seq of its deliver
        self._signals: dict[int, tuple[Signal, str | None]] = {}  # by seq; with the message it would become
        self._bonds = BondTeller(self.history)
        self._timers: dict[int, Timer] = {}
        self._names: dict[tuple[int, str], int] = {}  # place in its process's list of names

    def take(self, event: ev.Event) -> None:
        """Take the next event in."""
        at: At = _new(At, (event.t, event.seq))
        told = self.history
        told.events += 1
        told.last = at
        if event.pid is not None and event.pid not in told.processes:
            told.processes[event.pid] = Process(event.pid)
        _TELL[type(event)](self, event, at)

    def queued(self, deliver: int | None) -> Message | None:
        """Return the message that a deliver, by its ``seq``, put into a mailbox where it still is."""
        return None if deliver is None else self._queued.get(deliver)

    def flying(self, sent: int | None) -> Message | None:
        """Return the message of a send, fire or down, by its ``seq``, that has not come to its end."""
        return None if sent is None else self._flying.get(sent)

    def told_of(self, monitor: int) -> Message | None:
        """Return the DOWN message of a monitor, by the number of its reference."""
        return self._bonds.told_of(monitor)

    def let_go(self) -> None:
        """Forget what is over: for a pass that has taken what it wants of it, and is to stay small."""
        told = self.history
        for kept in (
            told.messages, told.signals, told.bonds, told.timers, told.calls, told.callbacks, told.children,
            told.remarks, told.ties,
        ):  # fmt: skip
            kept.clear()
        for process in told.processes.values():
            del process.stretches[:-1], process.works[:-1]
        self.let_go_of_index()

    def let_go_of_index(self) -> None:
        """Forget by what to find that which is over: nothing that the history holds."""
        for ref in [ref for ref, timer in self._timers.items() if timer.fired or timer.cancelled or timer.void]:
            del self._timers[ref]
        self._bonds.let_go()
        self._servers.let_go()

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
            self._bonds.bind(Bond("link", event.parent, event.pid, at, at_spawn=True))
        if event.monitor is not None:
            self._bonds.bind(Bond("monitor", event.parent, event.pid, at, ref=event.monitor, at_spawn=True))

    def _exit(self, event: ev.Exit, at: At) -> None:
        assert event.pid is not None
        process = self._process(event.pid)
        if event.how not in ("signal", "killed"):
            self._acts(event.pid, at)
        self._close(event.pid, at, "exit")
        process.end, process.reason, process.how = at, event.reason, event.how
        if process.works and process.works[-1].end is None:
            process.works[-1].end = at
        self._bonds.end(event.pid, at)
        self._effect(event.cause, at, "ended")
        self._servers.ended(event.pid, at)

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

    def _label(self, event: ev.Label, at: At) -> None:
        assert event.pid is not None
        self._process(event.pid).own_label = event.label

    def _wait(self, event: ev.Wait, at: At) -> None:
        stretch = Stretch(
            "wait", at, on=event.on, patterns=tuple(event.patterns), until=event.until, detail=event.detail or None
        )
        if event.on == "call":
            stretch.call = self._servers.waits_for(event.pid)
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
        message = Message("message", event.pid, event.to, event.msg, at, name=event.name)
        content = self._servers.content(event)
        if content is not None:
            message.kind, message.content, message.call = content
            if content.call is not None and content.kind == "call":
                content.call.message = message
                message.name = content.call.name
            elif content.call is not None:
                content.call.answer = message
        self._fly(event.seq, message)

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
        signal = known[0]
        signal.message = trapped(*known)
        self.history.messages.append(signal.message)
        return signal.message

    def _ignore(self, event: ev.Ignore, at: At) -> None:
        self._effect(event.cause, at, "ignored")

    def _down(self, event: ev.Down, at: At) -> None:
        message = self._fly(event.seq, Message("down", event.pid, event.to, event.msg, at, reason=event.reason))
        message.call = self._servers.call_of(event.ref)
        self._bonds.fire(event.ref, at, message)

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
        receiver = None if timer.to is None else self._process(timer.to)
        if event.left is None:
            timer.too_late.append(at)
        elif receiver is not None and receiver.end is not None:
            timer.void = at
        else:
            timer.cancelled = at

    # -- links and monitors

    def _link(self, event: ev.Link, at: At) -> None:
        self._acts(event.pid, at)
        self._process(event.to)
        self._bonds.bind(Bond("link", event.pid, event.to, at))

    def _unlink(self, event: ev.Unlink, at: At) -> None:
        self._acts(event.pid, at)
        self._bonds.unlink(event.pid, event.to, at)

    def _monitor(self, event: ev.Monitor, at: At) -> None:
        self._acts(event.pid, at)
        if event.to is not None:
            self._process(event.to)
        self._bonds.bind(Bond("monitor", event.pid, event.to, at, ref=event.ref, name=event.name))

    def _demonitor(self, event: ev.Demonitor, at: At) -> None:
        self._acts(event.pid, at)
        self._bonds.demonitor(event.ref, at, event.flush)

    # -- servers

    def _call(self, event: ev.Call, at: At) -> None:
        self._acts(event.pid, at)
        self._servers.call(event, at)
        self._bonds.serve_call(event.ref)

    def _reply(self, event: ev.Reply, at: At) -> None:
        self._acts(event.pid, at)
        self._servers.reply(event, at)

    def _return(self, event: ev.Return, at: At) -> None:
        self._acts(event.pid, at)
        self._servers.returned(event, at)

    def _cast(self, event: ev.Cast, at: At) -> None:
        self._acts(event.pid, at)
        self._servers.cast(event)

    def _callback(self, event: ev.Callback, at: At) -> None:
        self._acts(event.pid, at)
        self._servers.callback(event, at)

    def _called(self, event: ev.Called, at: At) -> None:
        self._acts(event.pid, at)
        self._servers.called(event, at)
        if event.state is not None:
            self._remark(Remark("state", at, event.pid, event.state))

    def _child(self, event: ev.Child, at: At) -> None:
        self._acts(event.pid, at)
        self._servers.child(event, at)

    # -- the rest

    def _tie(self, event: ev.Tie, at: At) -> None:
        self.history.ties.append(Tie(at, tuple(event.among), event.n))

    def _blocked(self, event: ev.Blocked, at: At) -> None:
        assert event.pid is not None
        process = self._process(event.pid)
        since = process.stretches[-1].start if process.stretches else at
        self.history.blocked.append(Blocked(at, process.pid, since, event.on, tuple(event.awaits)))

    def _deadlock(self, event: ev.Deadlock, at: At) -> None:
        self.history.deadlocks.append(tuple(event.among))

    def _end(self, event: ev.End, at: At) -> None:
        self.history.end, self.history.end_reason = at, event.reason

    def _output(self, event: ev.Output, at: At) -> None:
        self._remark(Remark("output", at, event.pid, event.text))

    def _note(self, event: ev.Note, at: At) -> None:
        self._remark(Remark("note", at, event.pid, event.text))

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


def trapped(signal: Signal, term: str | None) -> Message:
    """Return the message that an exit signal becomes where exits are trapped."""
    text = term if term is not None else f"{{:EXIT, #PID<0.{signal.sender}.0>, {signal.reason}}}"
    return Message("exit", signal.sender, signal.receiver, text, signal.sent, reason=signal.reason)


_TELL: dict[type[ev.Event], Callable[[Teller, Any, At], None]] = {
    ev.Spawn: Teller._spawn, ev.Exit: Teller._exit, ev.Crash: Teller._crash, ev.Send: Teller._send,
    ev.Deliver: Teller._deliver, ev.Drop: Teller._drop, ev.Receive: Teller._receive, ev.Wait: Teller._wait,
    ev.Timeout: lambda teller, event, at: teller._wakes(event, at, "timeout"),
    ev.Resume: lambda teller, event, at: teller._wakes(event, at, "resume"),
    ev.Work: Teller._work, ev.Run: Teller._run, ev.Preempt: Teller._preempt, ev.Worked: Teller._worked,
    ev.Timer: Teller._timer, ev.Fire: Teller._fire, ev.Cancel: Teller._cancel, ev.Link: Teller._link,
    ev.Unlink: Teller._unlink, ev.Monitor: Teller._monitor, ev.Demonitor: Teller._demonitor,
    ev.Signal: Teller._signal, ev.Ignore: Teller._ignore, ev.Down: Teller._down, ev.Register: Teller._register,
    ev.Unregister: Teller._unregister, ev.Label: Teller._label,
    ev.Flag: Teller._flag, ev.Output: Teller._output, ev.Note: Teller._note,
    ev.Hibernate: Teller._hibernate, ev.Call: Teller._call, ev.Reply: Teller._reply,
    ev.Return: Teller._return, ev.Cast: Teller._cast, ev.Callback: Teller._callback, ev.Called: Teller._called,
    ev.Child: Teller._child, ev.Tie: Teller._tie, ev.Blocked: Teller._blocked,
    ev.Deadlock: Teller._deadlock, ev.End: Teller._end,
}  # fmt: skip
