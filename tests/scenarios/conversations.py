"""What processes say to each other, drawn from a trace: the same for a scenario in Python and its twin in Elixir."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from simulator.scenario import Run

_REFERENCE = re.compile(r"#Reference<[\d.]+>")
_FUNCTION = re.compile(r"#Function<[^>]*>|&[\w.:]+/\d+")
_STACK = re.compile(r", \[\{[A-Za-z:_\"].*?line: \d+(?:, error_info: [^\]]*)?\]\}\](?=[,})])")
_WORK = re.compile(r"\{#Function, \[[^\[\]]*\]\}")
"""What a task is given: a Python function and its arguments, in Elixir a function that has closed over them."""
_WORDS = {"%TypeError{message: \"unsupported operand type(s) for +: 'int' and 'str'\"}": ":badarith"}
"""What goes wrong in the language itself is called by the language's own name."""


class Said(NamedTuple):
    """One step of a conversation."""

    at: int
    """Virtual time in nanoseconds."""
    what: str
    sender: int | None
    """Its place in the order of birth, from 0."""
    receiver: int | None
    text: str


def kind(event: Any) -> str:
    """Return the kind of an event, as it stands in trace files."""
    return str(event.__struct_config__.tag)


def conversation(result: Run) -> list[Said]:
    """Return births, messages, calls, casts, replies, timers and ends of a run, in their order."""
    events = list(result.trace)
    births = [event.pid for event in events if kind(event) == "spawn"]
    return list(_steps(events, {pid: place for place, pid in enumerate(births)}))


def _steps(events: list[Any], places: dict[int | None, int]) -> Iterator[Said]:
    for event in events:
        step = _TOLD.get(kind(event))
        if step is not None:
            receiver, text = step(event)
            yield Said(event.t, kind(event), places.get(event.pid), places.get(receiver), plain(text))


def plain(text: str) -> str:
    """Return a text without what differs from one language to the other: references, functions, stack traces."""
    text = _WORK.sub("{#Function, [...]}", _FUNCTION.sub("#Function", text))
    text = _REFERENCE.sub("#Reference", text)
    for word, same in _WORDS.items():
        text = text.replace(word, same)
    return _STACK.sub(", [stack]", text)


_TOLD: dict[str, Any] = {
    "spawn": lambda event: (event.parent, ""),
    "send": lambda event: (event.to, event.msg),
    "signal": lambda event: (event.to, f"{event.via} {event.reason}"),
    "down": lambda event: (event.to, event.msg),
    "timer": lambda event: (event.to, f"{event.at} {event.msg}"),
    "fire": lambda event: (event.to, ""),
    "cancel": lambda event: (None, str(event.left)),
    "call": lambda event: (event.to, event.request),
    "cast": lambda event: (event.to, event.request),
    "reply": lambda event: (event.to, event.reply),
    "return": lambda event: (None, event.how),
    "drop": lambda event: (None, event.why),
    "output": lambda event: (None, event.text),
    "exit": lambda event: (None, f"{event.how} {event.reason}"),
}
