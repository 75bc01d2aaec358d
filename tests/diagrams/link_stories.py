"""Traces made by hand for the link graph."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.trace import events as ev

MS = 1_000_000


class Story:
    """Events in the order of their telling, numbered and timed."""

    def __init__(self, title: str) -> None:
        self.header = ev.Header(
            format=ev.FORMAT, version=ev.VERSION, scenario=ev.Scenario(name="story", title=title), settings={}, seed=0
        )
        self.events: list[ev.AnyEvent] = []
        self.now = 0

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self.events)

    def at(self, ms: float) -> None:
        """Let time pass."""
        self.now = int(ms * MS)

    def tell(self, kind: type[ev.Event], pid: int | None = None, **fields: Any) -> int:
        """Add an event; returns its seq."""
        seq = len(self.events)
        self.events.append(kind(seq=seq, t=self.now, pid=pid, **fields))  # type: ignore[arg-type]
        return seq

    def spawn(self, pid: int, function: str, parent: int | None = 100, **fields: Any) -> int:
        """A process is born."""
        return self.tell(ev.Spawn, pid, id=f"main.{pid}", function=function, parent=parent, **fields)

    def exit(self, pid: int, reason: str = ":normal", how: str = "returned", **fields: Any) -> int:
        """A process ends."""
        return self.tell(ev.Exit, pid, reason=reason, how=how, **fields)

    def message(self, sender: int, receiver: int, text: str = ":hello") -> None:
        """A message that is received at once."""
        sent = self.tell(ev.Send, sender, to=receiver, msg=text)
        enqueued = self.tell(ev.Deliver, receiver, cause=sent, depth=1)
        self.tell(ev.Receive, receiver, cause=enqueued, depth=0)

    def wait(self, pid: int, on: str = "receive", **fields: Any) -> int:
        """A process blocks."""
        return self.tell(ev.Wait, pid, on=on, **fields)


def everything() -> Story:
    """One of each: every state, every tie, every way a tie ends."""
    story = Story("Links and monitors, side by side")
    story.spawn(100, "main/1", None)
    story.spawn(101, "Worker.run/2", link=True)
    story.spawn(102, "Worker.run/2", monitor=1)
    story.spawn(103, "logger/0")
    story.spawn(104, "victim/0", 103, link=True, monitor=2)
    story.spawn(105, "cruncher/1")
    story.spawn(106, "cruncher/1")
    story.spawn(107, "sleeper/0")
    story.tell(ev.Register, 103, name=":logger")
    story.tell(ev.Link, 100, to=103)
    story.tell(ev.Monitor, 100, ref=3, to=103, name=":logger")
    story.tell(ev.Monitor, 100, ref=4, to=105)
    story.tell(ev.Monitor, 100, ref=5, to=105)
    story.tell(ev.Link, 105, to=106)
    story.tell(ev.Unlink, 106, to=105)
    story.wait(107, "sleep", until=9_000 * MS)
    for pid in (105, 106):
        story.tell(ev.Work, pid, duration=500 * MS)
    story.tell(ev.Run, 105, scheduler=1)
    for number in range(3):
        story.message(100, 103, f"{{:log, {number}}}")
    story.wait(100)
    story.at(2)
    story.tell(ev.Demonitor, 100, ref=4)
    down = story.exit(102)
    story.tell(ev.Down, 102, to=100, ref=1, reason=":normal", msg="{:DOWN, ...}", cause=down)
    lost = story.tell(ev.Send, 100, to=102, msg=":late")
    story.tell(ev.Drop, 102, cause=lost, why="dead")
    story.at(5)
    story.exit(104, ":killed", "killed")
    story.tell(ev.Down, 104, to=103, ref=2, reason=":killed", msg="{:DOWN, ...}")
    story.tell(ev.Crash, 101, report="** (RuntimeError) boom")
    story.exit(101, '{%RuntimeError{message: "boom"}, [{Worker, :run, 2, [file: "a.exs", line: 3]}]}', "error")
    story.exit(103, ":killed", "signal")
    story.tell(ev.Down, 103, to=100, ref=3, reason=":killed", msg="{:DOWN, ...}")
    story.at(7.5)
    story.tell(ev.End, reason="until")
    return story


def family(size: int, fate: Callable[[int], str] = lambda number: "waits") -> Story:
    """A parent and its linked children, each of which ``waits``, ``ended`` or ``crashed``."""
    story = Story(f"A family of {size}")
    story.spawn(100, "main/1", None)
    for pid in range(101, 101 + size):
        story.spawn(pid, "job/2", link=True)
        match fate(pid - 101):
            case "waits":
                story.wait(pid)
            case "ended":
                story.exit(pid)
            case _:
                story.exit(pid, "{:boom, []}", "error")
    story.wait(100)
    story.tell(ev.End, reason="finished")
    return story


def ring(size: int) -> Story:
    """Each spawns the next and sends it a message, the last to the first."""
    story = Story(f"A ring of {size}")
    story.spawn(100, "main/1", None)
    for pid in range(101, 100 + size):
        story.spawn(pid, "node/2", pid - 1)
    for place in range(size):
        story.message(100 + place, 100 + (place + 1) % size)
    for place in range(size):
        story.wait(100 + place)
    story.tell(ev.End, reason="finished")
    return story


HOSTILE = {
    "quotes": '"quoted" \\"twice\\"',
    "tags": "<b>bold</b></TD></TABLE>>",
    "entities": "&lt;b&gt; &amp; &#65;",
    "escapes": "\\N \\G \\E \\T \\H \\L \\n \\l \\",
    "control": "one\ntwo\ttab\x00\x01\x1b",
    "right to left": "שלום \u202eevil",
    "record": "{a|b} <f0> $%^';--",
    "spaces": "  two   spaces",
    "wide": "日本語 👩\u200d👧 ñ",
}


def hostile() -> Story:
    """Names and reasons that would break out of a label if they could, and a very long one."""
    story = Story('A "title" of <b>hostile</b> &amp; \\N terms')
    story.spawn(100, "main/1", None)
    for pid, text in enumerate([*HOSTILE.values(), "long " * 2_000], 101):
        story.spawn(pid, text)
        story.tell(ev.Monitor, 100, ref=pid, to=pid, name=text)
        down = story.exit(pid, text, "exit")
        story.tell(ev.Down, pid, to=100, ref=pid, reason=text, msg="{:DOWN, ...}", cause=down)
    story.tell(ev.End, reason="finished")
    return story
