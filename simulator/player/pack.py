"""The data of a page: the runs that it shows, made small and put into letters that HTML leaves alone.

They are lines, each base64 of gzip: first the head, which is JSON, then the slices of the first run, then those of the
second. So neither who writes them nor who reads them has all of a run in the memory but in its smallest form.
"""

from __future__ import annotations

import base64
import gzip
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from simulator.player.columns import Columns, number
from simulator.trace.events import Header
from simulator.trace.trace import Trace

VERSION = 2
"""Version of the data; the page's code refuses any other."""

_LEVEL = 4  # 6 takes twice as long for 4 % less


def pack(traces: Sequence[Trace], sources: Mapping[str, str] | None, alignment: Mapping[str, Any] | None) -> str:
    """Return the data of a page; the same data always give the same text."""
    runs: list[dict[str, Any]] = []
    slices: list[str] = []
    for trace in traces:
        columns = Columns(trace)
        slices += map(_letters, columns)
        runs.append({**_about(trace.header, sources or {}), **columns.head()})
    head = msgspec.json.encode({"version": VERSION, "runs": runs, "alignment": alignment})
    return "\n".join([_letters(head), *slices])


def _letters(data: bytes) -> str:
    return base64.b64encode(gzip.compress(data, _LEVEL, mtime=0)).decode("ascii")


def _about(header: Header, sources: Mapping[str, str]) -> dict[str, Any]:
    """Return the header without the source, which is among the sources, the scenario's own first."""
    made: dict[str, Any] = msgspec.to_builtins(header)
    made["scenario"].pop("source", None)
    own = {header.scenario.name: header.scenario.source} if header.scenario.source else {}
    return {"header": {key: _readable(value) for key, value in made.items()}, "sources": {**own, **sources, **own}}


def _readable(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _readable(part) for key, part in value.items()}
    return number(value) if type(value) is int else value
