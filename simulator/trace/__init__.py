"""The trace of a run: typed events, recorders that take them, and what can be told from them.

``docs/trace.md`` describes the file format. Everything is imported when it is first used, because a
run without a trace should not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from simulator.trace.events import Event, Header, Scenario
    from simulator.trace.recorder import FileRecorder, MemoryRecorder
    from simulator.trace.stats.counter import StatisticsRecorder, statistics
    from simulator.trace.stats.records import Statistics, Totals
    from simulator.trace.telling import history
    from simulator.trace.told import History, UnknownProcess
    from simulator.trace.trace import FileTrace, HeldTrace, MemoryTrace, Trace, TraceError, read_trace

_HOME = {
    "Event": "events",
    "FileRecorder": "recorder",
    "FileTrace": "trace",
    "Header": "events",
    "HeldTrace": "trace",
    "History": "told",
    "MemoryRecorder": "recorder",
    "MemoryTrace": "trace",
    "Scenario": "events",
    "Statistics": "stats.records",
    "StatisticsRecorder": "stats.counter",
    "Totals": "stats.records",
    "Trace": "trace",
    "TraceError": "trace",
    "UnknownProcess": "told",
    "history": "telling",
    "read_trace": "trace",
    "statistics": "stats.counter",
}

__all__ = [
    "Event",
    "FileRecorder",
    "FileTrace",
    "Header",
    "HeldTrace",
    "History",
    "MemoryRecorder",
    "MemoryTrace",
    "Scenario",
    "Statistics",
    "StatisticsRecorder",
    "Totals",
    "Trace",
    "TraceError",
    "UnknownProcess",
    "history",
    "read_trace",
    "statistics",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(f"simulator.trace.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
