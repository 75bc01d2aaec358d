"""A log for ShiViz (https://bestchai.bitbucket.io/shiviz/): each event of each process with its vector clock.

A vector clock tells which events can have had an influence on this one. An event follows the one before it
in its process, and the one that the trace gives as its cause.
"""

from __future__ import annotations

import json
import re

from simulator.terms.visible import printable
from simulator.trace import events as ev
from simulator.trace.trace import Trace
from simulator.trace.wording import describe

PARSER = r"(?<host>\S*) (?<clock>{.*})\n(?<event>.*)"
"""The expression that ShiViz reads the log with; it is its own default."""

_NO_WORD = re.compile(r"[^\w./-]")
_LEFT_OUT = (ev.Tie, ev.Wait, ev.Blocked)  # nothing that happens: who else could run, and that somebody waits
_EVENTS = 5000  # ShiViz draws them all, and takes very long over more


def shiviz(trace: Trace) -> str:
    """Return the log; where a trace has more than 5,000 events the last line says that it ends there."""
    hosts = _hosts(trace)

    def who(pid: int | None) -> str:
        return "nobody" if pid is None else hosts.get(pid, "nobody")

    clocks: dict[str, dict[str, int]] = {}
    at: dict[int, dict[str, int]] = {}  # clock of each event that something may follow from
    lines: list[str] = []
    for event in trace:
        known = at.get(event.cause, {}) if event.cause is not None else {}
        if event.pid is None or isinstance(event, _LEFT_OUT):
            at[event.seq] = known
            continue
        host = hosts[event.pid]
        own = clocks.get(host, {})
        clock = {name: max(own.get(name, 0), known.get(name, 0)) for name in {**own, **known}}
        clock[host] = own.get(host, 0) + 1
        clocks[host] = at[event.seq] = clock
        if len(lines) == 2 * _EVENTS:
            lines += [f"{host} {json.dumps(clock)}", f"(the log ends here: its first {_EVENTS} events)"]
            break
        lines += [
            f"{host} {json.dumps(clock)}",
            _one_line(describe(event, lambda pid: "nobody" if pid is None else hosts.get(pid, "nobody"))),
        ]
    return "\n".join(lines) + "\n"


def _hosts(trace: Trace) -> dict[int, str]:
    """Return what each process is called: one word, which no other process has."""
    names: dict[int, str] = {}
    for event in trace:
        if isinstance(event, ev.Spawn) and event.pid is not None:
            names[event.pid] = f"{_NO_WORD.sub('_', event.function)}<0.{event.pid}.0>"
        elif isinstance(event, ev.Label) and event.pid is not None:
            names[event.pid] = f"{_NO_WORD.sub('_', event.label)}<0.{event.pid}.0>"
        elif event.pid is not None:
            names.setdefault(event.pid, f"<0.{event.pid}.0>")
    return names


def _one_line(text: str) -> str:
    return printable(" ".join(text.split())) or "-"
