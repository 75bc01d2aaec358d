"""An event in one line of words, for people who read a list of them.

>>> from simulator.trace.events import Send
>>> describe(Send(seq=7, t=0, pid=100, to=101, msg="{:ping, 1}"))
'sends {:ping, 1} to <0.101.0>'
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.terms.durations import duration_text
from simulator.trace import events as ev

Who = Callable[[int | None], str]
"""How a process is called, by its number."""


def pid_words(pid: int | None) -> str:
    """Return a pid as Elixir prints it, without its ``#PID``.

    >>> pid_words(101), pid_words(None)
    ('<0.101.0>', 'nobody')
    """
    return "nobody" if pid is None else f"<0.{pid}.0>"


def describe(event: ev.Event, who: Who = pid_words) -> str:
    """Return what *event* says its process did; *who* gives the name of another process that it speaks of."""
    return _WORDS[type(event)](event, who)


def _dest(event: Any, who: Who) -> str:
    return event.name if event.to is None and event.name else who(event.to)


def _spawn(event: ev.Spawn, who: Who) -> str:
    by = "" if event.parent is None else f" by {who(event.parent)}"
    bonds = [word for word, made in (("link", event.link), ("monitor", event.monitor is not None)) if made]
    return f"is spawned{by} to run {event.function}" + (f", with {' and '.join(bonds)}" if bonds else "")


def _exit(event: ev.Exit, who: Who) -> str:
    return f"ends: {event.reason} ({event.how})"


def _wait(event: ev.Wait, who: Who) -> str:
    until = "" if event.until is None else f" until {duration_text(event.until)}"
    what = event.detail or ", ".join(event.patterns)
    return f"waits: {event.on}{f' {what}' if what else ''}{until}"


def _signal(event: ev.Signal, who: Who) -> str:
    return f"sends an exit signal to {who(event.to)}: {event.reason} ({event.via})"


def _call(event: ev.Call, who: Who) -> str:
    until = "" if event.until is None else f", waits until {duration_text(event.until)} at most"
    return f"calls {_dest(event, who)}: {event.request}{until}"


def _child(event: ev.Child, who: Who) -> str:
    again = "" if event.replaces is None else f", in place of {who(event.replaces)}"
    return f"starts its child {event.id}, {who(event.child)}{again}"


def _called(event: ev.Called, who: Who) -> str:
    return f"{event.name} returns {event.returned}" + ("" if event.state is None else f", state {event.state}")


def _callback(event: ev.Callback, who: Who) -> str:
    return f"enters {event.name}" + ("" if event.state is None else f", state {event.state}")


def _tie(event: ev.Tie, who: Who) -> str:
    return f"{event.n} processes could run next: {', '.join(who(pid) for pid in event.among)}"


def _end(event: ev.End, who: Who) -> str:
    return f"the run ends: {event.reason}" + (f" ({event.detail})" if event.detail else "")


_RETURNS = {"replied": "has its reply", "timeout": "gives up its call", "down": "its server is down"}
_WORDS: dict[type[ev.Event], Callable[[Any, Who], str]] = {
    ev.Spawn: _spawn,
    ev.Exit: _exit,
    ev.Crash: lambda e, who: f"crashes: {e.report.strip().splitlines()[0] if e.report.strip() else ''}",
    ev.Send: lambda e, who: f"sends {e.msg} to {_dest(e, who)}",
    ev.Deliver: lambda e, who: f"has a message put into its mailbox, now {e.depth} there",
    ev.Drop: lambda e, who: f"a message is lost: {e.why}",
    ev.Receive: lambda e, who: f"receives a message, {e.depth} left in its mailbox",
    ev.Wait: _wait,
    ev.Timeout: lambda e, who: "has waited long enough and goes on",
    ev.Resume: lambda e, who: "goes on",
    ev.Work: lambda e, who: f"needs a scheduler for {duration_text(e.duration)}",
    ev.Run: lambda e, who: f"has scheduler {e.scheduler}" if e.scheduler else "works",
    ev.Preempt: lambda e, who: f"loses its scheduler, {duration_text(e.left)} of work left",
    ev.Worked: lambda e, who: "has done its work",
    ev.Timer: lambda e, who: f"arms a timer for {duration_text(e.at)}: {e.msg} to {_dest(e, who)}",
    ev.Fire: lambda e, who: "a timer fires",
    ev.Cancel: lambda e, who: (
        "cancels a timer too late" if e.left is None else f"cancels a timer, {duration_text(e.left)} before it fires"
    ),
    ev.Link: lambda e, who: f"links to {who(e.to)}",
    ev.Unlink: lambda e, who: f"unlinks {who(e.to)}",
    ev.Monitor: lambda e, who: f"monitors {_dest(e, who)}",
    ev.Demonitor: lambda e, who: "demonitors" + (", and flushes" if e.flush else ""),
    ev.Signal: _signal,
    ev.Ignore: lambda e, who: "ignores an exit signal",
    ev.Down: lambda e, who: f"its end is told to {who(e.to)}: {e.reason}",
    ev.Register: lambda e, who: f"is registered as {e.name}",
    ev.Unregister: lambda e, who: f"is no longer registered as {e.name}",
    ev.Label: lambda e, who: f"is to be called {e.label}",
    ev.Flag: lambda e, who: f"sets {e.flag} to {e.value}",
    ev.Output: lambda e, who: f"prints {e.text.rstrip()}",
    ev.Note: lambda e, who: f"notes: {e.text}",
    ev.Hibernate: lambda e, who: "hibernates",
    ev.Call: _call,
    ev.Reply: lambda e, who: f"replies to {who(e.to)}: {e.reply}",
    ev.Return: lambda e, who: _RETURNS[e.how],
    ev.Cast: lambda e, who: f"casts {e.request} to {_dest(e, who)}",
    ev.Callback: _callback,
    ev.Called: _called,
    ev.Child: _child,
    ev.Tie: _tie,
    ev.Blocked: lambda e, who: f"still waits for {' or '.join(map(who, e.awaits))}",
    ev.Deadlock: lambda e, who: f"deadlock: {' -> '.join(map(who, [*e.among, e.among[0]]))}",
    ev.End: _end,
}
