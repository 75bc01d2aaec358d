"""Traces to play: those of the scenarios, and some made for what they are meant to break."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from simulator import atom, run
from simulator.scenario import load, start

ROOT = Path(__file__).parents[2]
SCENARIOS = sorted(path.relative_to(ROOT) for path in (ROOT / "scenarios").rglob("*.py"))
SMALLER = {"century_of_backups": {"days": "3"}, "full_mailbox": {"most": 200}, "back_pressure": {"limit": 700}}
"""Settings of scenarios that are larger than a test needs."""

HOSTILE = (
    "</script><script>window.broken = true</script>",
    "<!-- <script>",
    "<img src=x onerror='window.broken = true'>",
    "quotes ' \" ` and ${window.broken = true}",
    "&lt;b&gt; &amp; \\u003c \\ \0 \x1b[31m",
    "שלום עולם \u202eright to left\u202c العربية",
    "😀👩‍👩‍👧‍👦🏳️‍🌈 e\u0301 \u200b",
    "]]> --> </style> </title> ');",
    "javascript:window.broken=true",
    "x" * 10_000,
    "two\nlines\r\n\ttabbed\u2028separated\u2029",
)
"""Texts that break pages which take text for something else."""


def name_of(path: Path) -> str:
    """Return a scenario's name without its number."""
    return path.stem.lstrip("0123456789_")


@cache
def trace_of(path: Path) -> Any:
    """Return the trace of a scenario, with the states of servers."""
    return start(load(str(ROOT / path), {"states": True, **SMALLER.get(name_of(path), {})}), trace=True).trace


def scenario(name: str) -> Any:
    """Return the trace of the scenario called *name*."""
    return trace_of(next(path for path in SCENARIOS if name_of(path) == name))


@cache
def hostile() -> Any:
    """Return a trace whose every text tries to be something else."""

    def listener(proc: Any) -> Any:
        while True:
            yield proc.receive()

    def main(proc: Any) -> Any:
        pid = proc.spawn(listener)
        proc.register(pid, atom(HOSTILE[0]))
        for text in HOSTILE:
            proc.send(pid, text)
            proc.puts(text)
            proc.note(text)
            yield proc.sleep(1)
        proc.exit(HOSTILE[0])

    main.__doc__ = f"{HOSTILE[0]}{HOSTILE[2]}\n\n" + "\n".join(HOSTILE[1:9])
    return run(main).trace


@cache
def large(messages: int = 29_000) -> Any:
    """Return a trace of four events a message: workers, whose number is that of a class, take turns."""

    def worker(proc: Any) -> Any:
        while True:
            sender, n = yield proc.receive()
            proc.send(sender, (n, "done"))

    def main(proc: Any) -> Any:
        workers = [proc.spawn(worker) for _ in range(50)]
        for n in range(messages // 2):
            proc.send(workers[n % 50], (proc.pid, n))
            if n % 50 == 49:
                for _ in range(50):
                    yield proc.receive()
                yield proc.sleep(n % 7)

    return run(main).trace
