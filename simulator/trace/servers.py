"""What a trace says of servers: calls, callbacks and supervision; and how it is put together.

A call is an event, a message there, a message back and a return; :class:`ServerTeller` joins them for
:func:`simulator.trace.telling.history`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from simulator.trace import events as ev
from simulator.trace.records import At, Call, Callback, Child

if TYPE_CHECKING:
    from simulator.trace.told import History


class Content(NamedTuple):
    """What a message carries in the envelope of a server's conversation."""

    kind: Literal["call", "reply", "cast", "ack"]
    """Which conversation."""
    text: str
    """The request or the reply, as Elixir prints it."""
    call: Call | None = None
    """The call it belongs to."""


class ServerTeller:
    """The part of the one pass that is about servers: what is still open, by what will close it."""

    def __init__(self, told: History) -> None:
        self._told = told
        self._calls: dict[int, Call] = {}  # by reference
        self._calling: dict[int | None, Call] = {}  # by caller
        self._contents: dict[int | None, Content] = {}  # by seq of the event whose send will carry it
        self._open: dict[int | None, list[Callback]] = {}  # callbacks of a process, the innermost last

    def call(self, event: ev.Call, at: At) -> None:
        """A client calls."""
        call = Call(event.pid, event.to, event.name, event.ref, event.request, at, event.until)
        self._told.calls.append(call)
        self._calls[event.ref] = self._calling[event.pid] = call
        self._contents[event.seq] = Content("call", event.request, call)

    def reply(self, event: ev.Reply, at: At) -> None:
        """A server, or someone in its place, replies."""
        call = self._calls.get(event.ref)
        if call is not None and call.replied is None:
            call.replied, call.reply = at, event.reply
        self._contents[event.seq] = Content("reply", event.reply, call)

    def returned(self, event: ev.Return, at: At) -> None:
        """The client goes on."""
        call = self._calls.get(event.ref)
        if call is not None:
            call.end, call.how = at, event.how
        self._calling.pop(event.pid, None)

    def cast(self, event: ev.Cast) -> None:
        """A client casts."""
        self._contents[event.seq] = Content("cast", event.request)

    def content(self, event: ev.Send) -> Content | None:
        """Return what a message carries, where it is part of a server's conversation."""
        known = self._contents.pop(event.cause, None)
        return known if known is not None else self._acknowledgement(event)

    def _acknowledgement(self, event: ev.Send) -> Content | None:
        """A server tells the process that started it that it runs, or why not."""
        if event.pid is None or not event.msg.startswith("{:ack, "):
            return None
        sender, envelope = self._told.processes.get(event.pid), f"{{:ack, #PID<0.{event.pid}.0>, "
        if sender is None or sender.parent is None or sender.parent != event.to or not event.msg.startswith(envelope):
            return None
        return Content("ack", event.msg[len(envelope) : -1])

    def let_go(self) -> None:
        """Forget the calls that are over."""
        for ref in [ref for ref, call in self._calls.items() if call.end is not None]:
            del self._calls[ref]

    def call_of(self, ref: int) -> Call | None:
        """Return the call with a reference, which its monitor has, too."""
        return self._calls.get(ref)

    def waits_for(self, pid: int | None) -> Call | None:
        """Return the call that a process is in."""
        return self._calling.get(pid)

    def callback(self, event: ev.Callback, at: At) -> None:
        """A server enters a callback."""
        if event.pid is None:
            return
        callback = Callback(event.pid, event.name, at, event.state)
        self._told.callbacks.append(callback)
        self._open.setdefault(event.pid, []).append(callback)

    def called(self, event: ev.Called, at: At) -> None:
        """A callback returns."""
        inside = self._open.get(event.pid)
        if inside:
            callback = inside.pop()
            callback.end, callback.returned, callback.after = at, event.returned, event.state

    def ended(self, pid: int | None, at: At) -> None:
        """A process ends, and with it its callbacks."""
        for callback in self._open.pop(pid, ()):
            callback.end = at

    def child(self, event: ev.Child, at: At) -> None:
        """A supervisor has a child that runs."""
        if event.pid is not None:
            child = Child(event.pid, event.child, event.id, event.role, at, event.replaces)
            self._told.children.append(child)
