"""The run as PlantUML's text (https://plantuml.com): a sequence diagram, or a timing diagram.

The sequence diagram shows what the drawn one shows, with the same limits. The timing diagram has a row of
states for each process, to scale, and the messages between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.diagrams.drawing.text import shorten
from simulator.diagrams.sequences.lives import lives
from simulator.diagrams.sequences.plan import plan
from simulator.diagrams.sequences.signs import Arrow, Tag
from simulator.diagrams.sequences.statements import WORDS, Receipt, Statement, remarks, statements
from simulator.terms.durations import duration_text
from simulator.terms.visible import printable
from simulator.trace.records import At, Process, Stretch
from simulator.trace.telling import history
from simulator.trace.told import History
from simulator.trace.trace import Trace

MAX_ROWS = 20
MAX_CHANGES = 400
"""Rows and changes of state in a timing diagram: PlantUML draws one picture, and takes long over a large one."""

_LINES = {"reply": "-->", "ack": "-->", "spawn": "-->", "spawn_link": "-->", "spawn_monitor": "-->", "cast": "->>",
          "exit": "->>", "down": "-->>", "monitor": "-->", "demonitor": "-->"}  # fmt: skip
_ENDS = frozenset({"crash", "died", "killed", "exit", "normal"})
_SPECIAL = re.compile(r"[^A-Za-z0-9 ,:(){}'./_-]|([/_-])\1+")
_WIDTH = 1600  # pixels of a timing diagram, about


def plantuml(trace: Trace) -> str:
    """Return the run as a PlantUML sequence diagram."""
    drawing = plan(trace, _title(trace), None, None, (), ())
    told = statements(drawing)
    known = lives(drawing, told)
    lines = ["@startuml", f"title {_text(drawing.title)}"]
    lines += [_declared(process) for process in known.there]
    ends = sorted({f"p{known.there[0].pid}", f"p{known.there[-1].pid}"})
    lines += [f"note over {','.join(ends)} : {_text(notice)}" for notice in drawing.asides + drawing.notices]
    now = None
    for number, (at, what) in enumerate(told):
        if at.t != now:
            lines.append(f"== {_text(duration_text(at.t))} ==")
            now = at.t
        if number in known.created:
            lines.append(f"create {_declared(known.created[number])}")
        lines.append(_statement(what))
        if number in known.destroyed:
            lines.append(f"destroy p{known.destroyed[number].pid}")
    return "\n".join([*lines, "@enduml"]) + "\n"


def _declared(process: Process) -> str:
    return f'participant "{_head(process)}" as p{process.pid}'


def _title(trace: Trace) -> str:
    return trace.header.scenario.title or trace.header.scenario.name


def _statement(what: Statement) -> str:
    if isinstance(what, Receipt):
        return f"note over p{what.arrow.target} : {what.verb} {_text(what.arrow.label)}"
    return _arrow(what) if isinstance(what, Arrow) else _tag(what)


def _arrow(sign: Arrow) -> str:
    told = [_text(remark) for remark in remarks(sign)]
    line = _LINES.get(sign.kind, "->")
    if sign.fate in ("dropped", "ended"):
        line += "x"
    source = "[" if sign.source is None else f"p{sign.source} "
    target = "]" if sign.target is None else f" p{sign.target}"
    label = WORDS.get(sign.kind, "") + _text(sign.label)
    return f"{source}{line}{target} : {label}" + (f" ({', '.join(told)})" if told else "")


def _tag(sign: Tag) -> str:
    shape = "hnote" if sign.kind in _ENDS else "note"
    return f"{shape} over p{sign.pid} : " + r"\n".join(_text(line) for line in sign.text.split("\n"))


def _head(process: Process) -> str:
    return r"\n".join(_text(line) for line in dict.fromkeys([process.label, process.pid_text]))


def _text(text: str) -> str:
    """Return *text* for PlantUML: all that could mean something to it is written as a character's number.

    >>> _text("{:ok, a_b}")
    '{:ok, a_b}'
    >>> _text("<a>")
    '<U+003C>a<U+003E>'
    """
    shown = shorten(printable(text), 120)
    return _SPECIAL.sub(lambda found: "".join(f"<U+{ord(c):04X}>" for c in found[0]), shown).strip() or " "


def timing(trace: Trace) -> str:
    """Return the run as a PlantUML timing diagram; what is left out of a long one is said in its title."""
    told = history(trace)
    shown = list(told.processes.values())[:MAX_ROWS]
    changes = sorted(change for process in shown for change in _changes(told, process))
    last = told.last.t
    unit, unit_name = _unit(told)
    title = f"{_text(_title(trace))} ({unit_name})"
    if len(changes) > MAX_CHANGES:
        last = changes[MAX_CHANGES][0].t
        changes = changes[:MAX_CHANGES]
        title += f" (up to {_text(duration_text(last))})"
    if len(shown) < len(told.processes):
        title += f" (the first {MAX_ROWS} of {len(told.processes)} processes)"
    lines = ["@startuml", f"title {title}", f"scale {max(1, last // unit // 16)} as {_WIDTH // 16} pixels"]
    lines += [f'robust "{_head(process)}" as p{process.pid}' for process in shown]
    now = None
    pids = {process.pid for process in shown}
    for at, what in _in_order(told, changes, pids, last, unit):
        if at != now:
            lines.append(f"@{at // unit}")
            now = at
        lines.append(what)
    return "\n".join([*lines, "@enduml"]) + "\n"


def _unit(told: History) -> tuple[int, str]:
    """Return the largest unit, in nanoseconds, in which all times are whole, and its name."""
    times = [at.t for process in told.processes.values() for stretch in process.stretches for at in (stretch.start,)]
    times += [at.t for message in told.messages for at in (message.sent, message.enqueued) if at is not None]
    times += [process.end.t for process in told.processes.values() if process.end is not None]
    units = ((1_000_000_000, "s"), (1_000_000, "ms"), (1_000, "us"), (1, "ns"))
    return next((unit, name) for unit, name in units if all(t % unit == 0 for t in times))


def _in_order(
    told: History, changes: list[tuple[At, int, str]], pids: set[int], last: int, unit: int
) -> list[tuple[int, str]]:
    """Return the last state of each process at each instant, and the messages sent at it."""
    settled: dict[tuple[int, int], str] = {}
    for at, pid, state in changes:
        settled[at.t, pid] = state
    found = [(t, 0, f"p{pid} is {state}") for (t, pid), state in settled.items()]
    for message in told.messages:
        if message.sender in pids and message.receiver in pids and message.sent.t <= last and message.enqueued:
            later = message.enqueued.t - message.sent.t
            said = _text(shorten(message.content or message.term, 40))
            line = f"p{message.sender} -> p{message.receiver}@+{later // unit} : {said}"
            found.append((message.sent.t, 1, line))
    return [(t, what) for t, _, what in sorted(found, key=lambda one: one[:2])]


def _changes(told: History, process: Process) -> Iterator[tuple[At, int, str]]:
    for stretch in process.stretches:
        yield stretch.start, process.pid, _state(stretch)
    if process.end is not None:
        yield process.end, process.pid, "Dead"


def _state(stretch: Stretch) -> str:
    if stretch.kind == "active":
        return "Running"
    if stretch.kind in ("run", "queue"):
        return "Working" if stretch.kind == "run" else "Queued"
    return {"receive": "Receiving", "call": "Calling", "sleep": "Sleeping"}.get(stretch.on, "Waiting")
