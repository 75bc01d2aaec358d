"""How long calls took: for each kind of call its percentiles, and a histogram whose every bar knows its calls."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.terms.durations import duration_text
from simulator.trace.records import At, Call
from simulator.trace.stats.calls import percentile, tag_of
from simulator.trace.stats.histogram import bar_text, bounds
from simulator.trace.stats.records import server_name
from simulator.trace.why.known import Known, seqs, short, some

_OTHER = {"timeout": "gave up", "down": "server ended", None: "no reply yet"}


@dataclass(frozen=True, slots=True)
class Found:
    """One call, and where it is in the trace."""

    text: str
    """Who called whom with what, and how long that took."""
    events: tuple[int, ...]
    """The ``seq`` of each event of it, from the call to its end."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Calls that took about as long as each other, or that had no reply."""

    text: str
    """How long: ``12 ms to 15 ms``; or what became of them: ``gave up``."""
    calls: tuple[Found, ...]
    """These calls, in the order of the trace."""


@dataclass(frozen=True, slots=True)
class Latencies:
    """One kind of call, as ``simulator stats`` tells them apart."""

    kind: str
    """The server and the tag of the request."""
    text: str
    """Its percentiles, in words."""
    bars: tuple[Bar, ...]
    """The histogram, the shortest first; those without a reply last."""


def latencies(run: Known) -> list[Latencies]:
    """Return how long the calls of a run took, each kind of them by its first call.

    >>> latencies(Known([]))
    []
    """
    kinds: dict[str, list[Call]] = {}
    for call in run.history.calls:
        kinds.setdefault(f"{_server(run, call)} {tag_of(call.request)}", []).append(call)
    return [Latencies(kind, _percentiles(calls), _bars(run, calls)) for kind, calls in kinds.items()]


def _server(run: Known, call: Call) -> str:
    """Return what calls of a server are called by."""
    if call.server is None:
        return call.name or "nobody"
    process = run.history.processes.get(call.server)
    if process is None:
        return run.who(call.server)
    name = process.names[0].name if process.names else ""
    return server_name(process.own_label, name, process.function) or process.label


def _took(call: Call) -> int | None:
    """Return how long a call took that had its reply."""
    return call.end.t - call.start.t if call.how == "replied" and call.end is not None else None


def _percentiles(calls: list[Call]) -> str:
    ordered = sorted(took for call in calls if (took := _took(call)) is not None)
    if not ordered:
        return f"{some(len(calls), 'call')}, and none had a reply"
    told = [f"p{percent} {duration_text(percentile(ordered, percent))}" for percent in (50, 95, 99)]
    replied = "" if len(ordered) == len(calls) else f", {len(ordered):,} with a reply"
    return f"{', '.join(told)}, longest {duration_text(ordered[-1])}; {some(len(calls), 'call')}{replied}"


def _bars(run: Known, calls: list[Call]) -> tuple[Bar, ...]:
    replied: dict[tuple[int, int], list[Found]] = {}
    others: dict[str, list[Found]] = {}
    for call in calls:
        took = _took(call)
        if took is not None:
            replied.setdefault(bounds(took), []).append(_found(run, call))
        else:
            others.setdefault(_OTHER[call.how], []).append(_found(run, call))
    bars = [Bar(bar_text(*bound), tuple(replied[bound])) for bound in sorted(replied)]
    return (*bars, *(Bar(what, tuple(found)) for what, found in others.items()))


def _found(run: Known, call: Call) -> Found:
    took = _took(call)
    if took is not None:
        end = f"a reply after {duration_text(took)}"
    elif call.end is None:
        end = "no reply by the end of the trace"
    else:
        end = f"{_OTHER[call.how]} after {duration_text(call.end.t - call.start.t)}"
    text = f"{run.who(call.caller)} calls {_server(run, call)} with {short(call.request)}: {end}"
    return Found(text, _events(call))


def _events(call: Call) -> tuple[int, ...]:
    """Return the events of a call: its request's, its reply's, and its end."""
    points: list[At | None] = [call.start, call.replied, call.end]
    for message in (call.message, call.answer):
        if message is not None:
            points += [message.sent, message.enqueued, message.received, message.dropped]
    return seqs(*points)
