"""How the link graph looks: a shape, a line and an ending for each thing, so that none needs its colour.

Dashed is what is gone. Cut corners: it did not end well; drawn thick where it crashed by itself, double where it was
killed. A link ends in dots on both sides, because it works both ways; a monitor looks out of a ring.
"""

from __future__ import annotations

from typing import Any

from simulator.diagrams.drawing.palette import ALARM, ALARM_FILL, FAINT, INK, LINK, MESSAGE, MONITOR
from simulator.diagrams.reasons import brief
from simulator.terms.durations import duration_text

LOOKS: dict[str, tuple[str, dict[str, str]]] = {
    "alive": ("alive", {}),
    "busy": ("running or working", {"penwidth": "3"}),
    "exited": ("ended normally", {"style": "rounded,dashed", "color": FAINT}),
    "fell": ("ended abnormally", {"style": "diagonals,dashed", "color": ALARM}),
    "crashed": ("crashed", {"style": "diagonals,filled", "color": ALARM, "fillcolor": ALARM_FILL, "penwidth": "2.4"}),
    "killed": ("killed", {"style": "diagonals,filled", "color": ALARM, "fillcolor": ALARM_FILL, "peripheries": "2"}),
}
"""What a process may look like: the legend's word and the attributes of its node."""

SUPERVISOR = {"shape": "folder", "style": "filled"}
"""How a supervisor differs from other processes; one that did not end well keeps its cut corners instead."""

_LINK = {"dir": "both", "arrowhead": "dot", "arrowtail": "dot", "color": LINK, "penwidth": "1.8"}
_MONITOR = {"dir": "both", "arrowhead": "onormal", "arrowtail": "odot", "color": MONITOR, "penwidth": "1.3"}
_SUPERVISES = {"dir": "back", "arrowtail": "diamond", "arrowsize": "1.1", "color": INK, "penwidth": "1.8"}
_WAITS = {"arrowhead": "vee", "color": ALARM, "style": "dotted", "penwidth": "2"}
_GONE = {"style": "dashed"}

LINES: dict[str, tuple[str, dict[str, str]]] = {
    "spawned": ("spawned", {"arrowhead": "vee"}),
    "supervises": ("supervises: spawned, linked", _SUPERVISES),
    "supervises no more": ("supervised", _SUPERVISES | _GONE),
    "linked": ("linked", _LINK),
    "linked no more": ("linked no more", _LINK | _GONE),
    "monitors": ("monitors", _MONITOR),
    "monitors no more": ("monitors no more", _MONITOR | _GONE),
    "waits": ("waits for", _WAITS),
    "deadlock": ("deadlock: each waits for the next", _WAITS | {"style": "bold", "penwidth": "2.6"}),
    "messages": ("messages, their number", {"arrowhead": "normal", "color": MESSAGE}),
}
"""What a tie may look like: the legend's words and the attributes of its edge."""

_ENDED_BY = {
    ("linked", "unlink"): "unlinked",
    ("linked", "exit"): "broken",
    ("monitors", "demonitor"): "demonitored",
    ("monitors", "down"): "fired",
    ("monitors", "exit"): "ended",
    ("supervises", "exit"): "ended",
}
_WAITS_FOR = {
    "receive": "waiting in receive",
    "sleep": "sleeping",
    "hibernate": "hibernating",
    "event": "waiting for a SimPy event",
    "call": "waiting for a reply",
}


def look(node: dict[str, Any]) -> str:
    """Return which of :data:`LOOKS` a process has."""
    state = node["state"]
    if state in ("crashed", "killed"):
        return str(state)
    if state == "exited":
        return "exited" if _orderly(node["reason"]) else "fell"
    return "busy" if state in ("running", "working") else "alive"


def _orderly(reason: str) -> bool:
    return reason in (":normal", ":shutdown") or reason.startswith("{:shutdown, ")


def supervisor(node: dict[str, Any]) -> dict[str, str]:
    """Return what a process looks like because of its being a supervisor."""
    if node["role"] != "supervisor" or look(node) not in ("alive", "busy", "exited"):
        return {}
    return {"shape": SUPERVISOR["shape"]}


def line(edge: dict[str, Any]) -> str:
    """Return which of :data:`LINES` a tie has."""
    if edge["kind"] == "waits" and edge["deadlock"]:
        return "deadlock"
    return f"{edge['kind']} no more" if edge["removed"] else str(edge["kind"])


def state_text(node: dict[str, Any], whole: bool = False) -> str:
    """Return what a process does, or how it ended: in few words, or with the *whole* reason.

    >>> state_text({"state": "exited", "how": "signal", "reason": ":boom"})
    'ended by signal :boom'
    """
    state, reason = node["state"], node["reason"]
    if reason is not None and not whole:
        reason = brief(reason)
    if state == "waiting":
        return _WAITS_FOR[node["waits_for"]]
    if state == "runnable":
        return "ready to run"
    if state == "exited" and node["how"] == "signal":
        return f"ended by signal {reason}"
    if state in ("exited", "crashed"):
        return f"{state} with {reason}"
    return str(state)


def sentence(edge: dict[str, Any], source: str, target: str) -> str:
    """Return the tooltip of a tie.

    >>> sentence({"kind": "linked", "removed": True, "since": 0, "until": 5_000_000, "ended_by": "exit"}, "a/0", "b/0")
    'a/0 is linked to b/0 from 0 ms until 5 ms (broken)'
    """
    since = duration_text(edge["since"])
    if edge["kind"] == "spawned":
        return f"{source} spawned {target} at {since}"
    if edge["kind"] == "messages":
        return f"{source} to {target}: messages, {edge_text(edge, 1)}, the first at {since}"
    if edge["kind"] == "waits":
        return f"{source} waits for {target}{' in a call' if edge['on'] == 'call' else ''} since {since}, for ever"
    verb = {"linked": "is linked to", "monitors": "monitors", "supervises": "supervises"}[edge["kind"]]
    called = f" by the name {edge['name']}" if edge.get("name") else ""
    if edge["kind"] == "supervises" and edge_text(edge, 1):
        called = f" as {edge_text(edge, 1)}"
    told = f"{source} {verb} {target}{called} from {since}"
    if not edge["removed"]:
        return told
    return f"{told} until {duration_text(edge['until'])} ({_ENDED_BY[edge['kind'], edge['ended_by']]})"


def edge_text(edge: dict[str, Any], times: int) -> str:
    """Return what stands beside a tie of which there are so many ``times``; empty where its look says all."""
    if edge["kind"] == "messages":
        return f"{edge['count']}, {edge['lost']} lost" if edge["lost"] else str(edge["count"])
    if edge["kind"] == "waits":
        return "deadlock" if edge["deadlock"] else ""
    if edge["kind"] == "supervises":
        again = f"restarted {edge['restarts']} ×" if edge["restarts"] else ""
        return ", ".join(text for text in (edge["id"], again) if text)
    words = [f"{times} ×"] if times > 1 else []
    if edge["removed"]:
        words.append(_ENDED_BY[edge["kind"], edge["ended_by"]])
    return " ".join(words)
