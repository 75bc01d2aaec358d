"""Traces that somebody has tampered with, and everything that is made of a trace, held to what must be true of it."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.parsers import expat

from simulator.diagrams import links, sequence, timeline
from simulator.diagrams.exports.formats import FORMATS
from simulator.player import page
from simulator.scenario import load, start
from simulator.terms.errors import SimulatorError
from simulator.trace import StatisticsRecorder, history, read_trace, statistics
from simulator.trace.comparison import compare, pairs
from simulator.trace.stats.export import report_csv, report_json
from simulator.trace.stats.report import report
from simulator.trace.stats.text import report_text
from simulator.trace.wording import describe

SCENARIOS = Path(__file__).parents[2] / "scenarios"
LESSONS = (
    "trap_exit", "demonitor", "late_reply", "callbacks", "timers", "schedulers", "named_counter", "await_many",
    "lost_message", "link_existing", "init_results", "receive_timeout",
)  # fmt: skip
"""What is tampered with: between them they have events of nearly every kind."""

LONGEST = 160  # events of each: what is wrong with one is found in a short trace, too

NUMBERS = (0, 1, -1, 2, 100, 101, 10**6, 2**31, 2**53 + 1, 2**63 - 1, 2**63, 2**64, 10**25, 10**60, 10**400, -(10**25))
TEXTS = (
    "", " ", "=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\x1b[2J\x1b[31mred", "\x00", "\x01\x02\x07\x08", "a\rb", "a\nb",
    "\x7f\x85\u2028", "\ufffe\uffff", "\u202eabc", "</script><script>alert(1)</script>", "<!--", "]]>", "&amp;&#0;",
    "'\"`;{}%%", 'a"b\\', "日本語" * 20, "👩\u200d👩\u200d👧", "e\u0301" * 30, "x" * 5_000, "#PID<0.100.0>",
    "#PID<0.99999999999999999999.0>", "#Reference<0.1.2.3>", "{:ack, #PID<0.100.0>, 1}", "{:EXIT, #PID<0.100.0>, 1}",
    "end", "loop", "note over a: x", "@enduml", "constructor", "__proto__", "\\x{1F600}", "é", "main/0", "nil",
)  # fmt: skip
OTHERS: tuple[Any, ...] = (None, True, False, 1.5, -0.0, [], ["\x1b[1m"], [1], {}, {"a": 1}, [[]])
RAW = (b"\x00", b"\xff", b"\xed\xa0\x80", b"{", b"}", b'"', b"\n", b"\\ud800", b",", b"1e999", b" ")

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Broken(AssertionError):
    """What is made of a trace is not what it must be."""


@cache
def lessons() -> tuple[tuple[str, list[dict[str, Any]]], ...]:
    """Return the traces that are tampered with, each with its name, as lines of JSON."""
    found = []
    for name in LESSONS:
        path = next(SCENARIOS.rglob(f"*_{name}.py"))
        trace = start(load(str(path), {"states": True}), trace=True, report=lambda text: None).trace
        file = io.BytesIO()
        trace.write(file)
        found.append((name, [json.loads(line) for line in file.getvalue().splitlines()[: LONGEST + 1]]))
    return tuple(found)


def tampered(seed: int) -> bytes:
    """Return the trace of this seed."""
    chance = random.Random(seed)
    _, lines = chance.choice(lessons())
    changed = [dict(line) for line in lines]
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        chance.choice(_WAYS)(chance, changed)
    if chance.random() < 0.9:
        _put_in_order(changed)
    raw = b"".join(
        json.dumps(line, ensure_ascii=chance.random() < 0.5).encode(errors="replace") + b"\n" for line in changed
    )
    if chance.random() < 0.1:
        at = chance.randrange(len(raw))
        raw = raw[:at] + chance.choice(RAW) + raw[at + chance.randrange(3) :]
    if chance.random() < 0.05:
        raw = raw[: chance.randrange(len(raw))]
    return raw


def _put_in_order(lines: list[dict[str, Any]]) -> None:
    """Number the events anew, and let time not run backwards: what a reader looks at first."""
    now = 0
    for seq, line in enumerate(lines[1:]):
        line["seq"] = seq
        if isinstance(line.get("t"), int) and not isinstance(line["t"], bool):
            now = line["t"] = max(now, line["t"])


def _any_event(chance: random.Random, lines: list[dict[str, Any]]) -> dict[str, Any]:
    return lines[chance.randrange(1, len(lines))] if len(lines) > 1 else lines[0]


def _drop_field(chance: random.Random, lines: list[dict[str, Any]]) -> None:
    event = _any_event(chance, lines)
    if event:
        del event[chance.choice(sorted(event))]


def _set_field(chance: random.Random, lines: list[dict[str, Any]]) -> None:
    """Give a field another value, most often one of its own type, which a reader takes."""
    event = _any_event(chance, lines)
    if not event:
        return
    name = chance.choice(sorted(event))
    known = event[name]
    if chance.random() < 0.15:
        event[name] = chance.choice(OTHERS)
    elif isinstance(known, list):
        event[name] = [chance.choice(TEXTS) for _ in range(chance.randrange(4))]
    else:
        event[name] = chance.choice(TEXTS) if isinstance(known, str) else chance.choice(NUMBERS)


def _set_everywhere(chance: random.Random, lines: list[dict[str, Any]]) -> None:
    """Give one value another everywhere: a process another number, a function another name."""
    event = _any_event(chance, lines)
    names = [name for name in sorted(event) if name not in ("seq", "t", "cause", "kind")]
    if not names:
        return
    name = chance.choice(names)
    known, other = event[name], chance.choice(TEXTS if isinstance(event[name], str) else NUMBERS)
    for line in lines[1:]:
        for field, value in line.items():
            if field not in ("seq", "t", "cause", "kind") and value.__class__ is known.__class__ and value == known:
                line[field] = other


def _set_head(chance: random.Random, lines: list[dict[str, Any]]) -> None:
    head = lines[0]
    value = chance.choice(chance.choice((TEXTS, NUMBERS, OTHERS)))
    scenario = head.get("scenario")
    if isinstance(scenario, dict) and scenario and chance.random() < 0.7:
        head["scenario"] = {**scenario, chance.choice(sorted(scenario)): value}
    elif head:
        head[chance.choice(sorted(head))] = value


def _drop_line(chance: random.Random, lines: list[dict[str, Any]]) -> None:
    if len(lines) > 2:
        del lines[chance.randrange(1, len(lines))]


def _repeat_line(chance: random.Random, lines: list[dict[str, Any]]) -> None:
    lines.insert(chance.randrange(1, len(lines) + 1), dict(_any_event(chance, lines)))


def _swap_lines(chance: random.Random, lines: list[dict[str, Any]]) -> None:
    if len(lines) > 2:
        one, other = chance.randrange(1, len(lines)), chance.randrange(1, len(lines))
        lines[one], lines[other] = lines[other], lines[one]


def _drop_kind(chance: random.Random, lines: list[dict[str, Any]]) -> None:
    kind = _any_event(chance, lines).get("kind")
    lines[1:] = [line for line in lines[1:] if line.get("kind") != kind]


def _cut(chance: random.Random, lines: list[dict[str, Any]]) -> None:
    del lines[chance.randrange(1, len(lines) + 1) :]


def _from_another(chance: random.Random, lines: list[dict[str, Any]]) -> None:
    """Put an event of another trace in."""
    _, other = chance.choice(lessons())
    lines.insert(chance.randrange(1, len(lines) + 1), dict(_any_event(chance, other)))


_WAYS: tuple[Callable[[random.Random, list[dict[str, Any]]], None], ...] = (
    _set_field, _set_field, _set_field, _set_everywhere, _set_everywhere, _drop_field, _set_head, _drop_line,
    _repeat_line, _swap_lines, _drop_kind, _cut, _from_another,
)  # fmt: skip


def look(raw: bytes, folder: Path) -> list[str]:
    """Make everything of a trace that is made of one; return what was made. Raises :class:`Broken`.

    A refusal in one clear line is as good as a picture.
    """
    path = folder / "trace.jsonl"
    path.write_bytes(raw)
    made = []
    for name, view in _views(path):
        try:
            view()
        except SimulatorError as refused:
            _plain(f"{name} refuses", str(refused), {"\n"} if name == "page" else set())
        else:
            made.append(name)
    return made


def _views(path: Path) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield each view, by its name: it makes the thing and looks whether it is as it must be."""
    yield "history", lambda: _told(path)
    for time in ("steps", "scale"):
        yield f"sequence {time}", lambda time=time: _xml(sequence(read_trace(path), time=time).svg())
        yield f"timeline {time}", lambda time=time: _xml(timeline(read_trace(path), time=time).svg())
    yield "links", lambda: _links(path)
    for name, form in FORMATS.items():
        yield name, lambda name=name, form=form: _exported(name, form.write(read_trace(path)))
    yield "statistics", lambda: _measured(path)
    yield "diff", lambda: _compared(path)
    yield "page", lambda: _page(path)


def _told(path: Path) -> None:
    history(read_trace(path))
    for event in read_trace(path):
        describe(event)


def _xml(text: str) -> None:
    try:
        expat.ParserCreate().Parse(text.encode(), True)
    except expat.ExpatError as wrong:
        raise Broken(f"ill-formed XML: {wrong}") from None


def _links(path: Path) -> None:
    picture = links(read_trace(path), messages=True)
    json.loads(picture.json())
    _xml(picture.graphml())
    _plain("dot", picture.dot(), {"\n"})


def _exported(name: str, text: str) -> None:
    if name == "perfetto":
        json.loads(text, parse_constant=_not_json)
    elif name.startswith("csv"):
        _table(name, text)
    else:
        _plain(name, text, {"\n"})


def _not_json(name: str) -> None:
    raise Broken(f"{name} is no JSON")


def _table(name: str, text: str) -> None:
    rows = list(csv.reader(io.StringIO(text, newline="")))
    if len({len(row) for row in rows}) > 1:
        raise Broken(f"{name}: rows of several lengths")
    for cell in (cell for row in rows for cell in row):
        _plain(name, cell, {"\n"})
        if cell.startswith(_FORMULA) and not re.fullmatch(r"-?\d+(\.\d+)?", cell):
            raise Broken(f"{name}: a formula: {cell[:40]!r}")


def _plain(name: str, text: str, allowed: set[str]) -> None:
    found = _CONTROL.search(text)
    if found is None and "\n" not in allowed and "\n" in text:
        raise Broken(f"{name}: several lines: {text[:80]!r}")
    if found is not None:
        raise Broken(f"{name}: a control character: {text[max(0, found.start() - 20) : found.end() + 20]!r}")


def _measured(path: Path) -> None:
    figures = statistics(read_trace(path))
    for fold in (False, True):
        written = report(figures, fold=fold)
        _plain("statistics", report_text(written), {"\n"})
        _table("statistics", report_csv(written))
        json.loads(report_json(written), parse_constant=_not_json)


def _compared(path: Path) -> None:
    trace = list(read_trace(path))
    found = compare(trace, read_trace(path))
    if not found.same or found.in_both != len(trace):
        raise Broken("a trace is not the same as itself")
    if len(pairs(trace, trace[1:])) > len(trace):
        raise Broken("more pairs than events")


def _page(path: Path) -> None:
    text = page(read_trace(path))
    if text.count("<script") != _scripts():
        raise Broken("a script of the trace's own is in the page")


@cache
def _scripts() -> int:
    path = next(SCENARIOS.rglob("*_trap_exit.py"))
    return page(start(load(str(path)), trace=True, report=lambda text: None).trace).count("<script")


__all__ = ["Broken", "StatisticsRecorder", "look", "tampered"]
