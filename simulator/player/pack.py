"""The data of a page: the runs that it shows, made small and put into letters that HTML leaves alone.

They are lines, each base64 of gzip: first the head, which is JSON, then the slices of the first run, then those of the
second. So neither who writes them nor who reads them has all of a run in the memory but in its smallest form.
"""

from __future__ import annotations

import base64
import gzip
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from simulator.player.columns import Columns, number
from simulator.trace.events import Header
from simulator.trace.trace import Trace
from simulator.trace.why.ahead import LARGEST, answers
from simulator.trace.why.known import Answer, Known
from simulator.trace.why.latencies import Latencies, latencies
from simulator.trace.why.provenance import provenance

VERSION = 3
"""Version of the data; the page's code refuses any other."""

if TYPE_CHECKING:
    Sources = Mapping[str, str] | Callable[[str], str | None]
    """Texts of files by their names; or what gives the text of one that events took place in, if anybody has it."""

_LEVEL = 4  # 6 takes twice as long for 4 % less


def pack(
    traces: Sequence[Trace],
    sources: Sources | None,
    alignments: Sequence[Mapping[str, Any]],
    lesson: Mapping[str, Any] | None = None,
    variants: Sequence[str] = (),
) -> str:
    """Return the data of a page; the same data always give the same text."""
    runs: list[dict[str, Any]] = []
    slices: list[str] = []
    for trace in traces:
        columns = Columns(trace)
        slices += map(_letters, columns)
        texts = _texts(columns.files, sources or {})
        runs.append({**_about(trace.header, texts), **columns.head(), **_why(trace, columns.head()["n"])})
    if lesson is not None:
        runs[0]["lesson"] = lesson
    head = msgspec.json.encode({"version": VERSION, "runs": runs, "alignments": alignments, "variants": variants})
    return "\n".join([_letters(head), *slices])


def _letters(data: bytes) -> str:
    return base64.b64encode(gzip.compress(data, _LEVEL, mtime=0)).decode("ascii")


def _texts(files: Iterable[str], sources: Sources) -> dict[str, str]:
    if isinstance(sources, Mapping):
        return dict(sources)
    found = {name: sources(name) for name in files}
    return {name: text for name, text in found.items() if text is not None}


def _about(header: Header, sources: Mapping[str, str]) -> dict[str, Any]:
    """Return the header without the source, which is among the sources, the scenario's own first."""
    made: dict[str, Any] = msgspec.to_builtins(header)
    made["scenario"].pop("source", None)
    own = {header.scenario.name: header.scenario.source} if header.scenario.source else {}
    return {"header": {key: _readable(value) for key, value in made.items()}, "sources": {**own, **sources, **own}}


def _why(trace: Trace, events: int) -> dict[str, Any]:
    """Return the answers to why, where the run is not too large for all of them to be made ahead."""
    if events > LARGEST:
        return {}
    known = Known(trace)
    standing, held = answers(known)
    return {
        "standing": [_answer(each) for each in standing],
        "why": [{**_answer(each.answer), "from": each.start, "to": each.end} for each in held],
        "links": [each for link in provenance(known).links.items() for each in link],
        "latencies": [_latency(each) for each in latencies(known)],
    }


def _latency(kind: Latencies) -> dict[str, Any]:
    bars = [[bar.text, [[call.text, call.events] for call in bar.calls]] for bar in kind.bars]
    return {"kind": kind.kind, "text": kind.text, "bars": bars}


def _answer(answer: Answer) -> dict[str, Any]:
    because = [[each.kind, each.pid, each.text, each.events] for each in answer.because]
    return {"ask": answer.kind, "pid": answer.pid, "question": answer.question, "because": because}


def _readable(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _readable(part) for key, part in value.items()}
    return number(value) if type(value) is int else value
