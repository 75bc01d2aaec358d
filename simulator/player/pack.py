"""The data of a page: the runs that it shows, as JSON, made small and put into letters that HTML leaves alone."""

from __future__ import annotations

import base64
import gzip
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from simulator.player.columns import columns, number
from simulator.trace.events import Header
from simulator.trace.trace import Trace

VERSION = 1
"""Version of the data; the page's code refuses any other."""

_LEVEL = 6  # 9 takes three times as long for 2 % less


def pack(runs: Sequence[dict[str, Any]], alignment: Mapping[str, Any] | None = None) -> str:
    """Return the data of a page as base64 of gzip of JSON; the same data always give the same text."""
    data = msgspec.json.encode({"version": VERSION, "runs": runs, "alignment": alignment})
    return base64.b64encode(gzip.compress(data, _LEVEL, mtime=0)).decode("ascii")


def run_data(trace: Trace, sources: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return the data of one run: its header, its sources by their files' names, its events in columns."""
    header = trace.header
    own = {header.scenario.name: header.scenario.source} if header.scenario.source else {}
    return {"header": _header(header), "sources": {**own, **(sources or {}), **own}, **columns(trace)}


def _header(header: Header) -> dict[str, Any]:
    """Return the header without the source, which is among the sources."""
    made: dict[str, Any] = msgspec.to_builtins(header)
    made["scenario"].pop("source", None)
    return {key: _readable(value) for key, value in made.items()}


def _readable(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _readable(part) for key, part in value.items()}
    return number(value) if type(value) is int else value
