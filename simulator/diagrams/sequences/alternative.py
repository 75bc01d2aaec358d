"""A picture over time in words, for who cannot see it: the text alternative that a page or a slide wants beside it."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.diagrams.drawing.scene import Scene
from simulator.diagrams.sequences.signs import Arrow, Plan, Sign, who
from simulator.terms.durations import duration_text
from simulator.terms.visible import printable

MOST = 200
"""Happenings that are told; who wants more reads the table of the player, or the trace."""

_NOUNS = {
    "message": "sends", "call": "calls", "reply": "replies to", "cast": "casts to", "ack": "tells",
    "exit": "exit signal to", "down": "DOWN to", "timer": "timer to",
    "spawn": "spawns", "spawn_link": "spawns and links", "spawn_monitor": "spawns and monitors",
    "link": "links itself to", "unlink": "unlinks itself from",
    "monitor": "monitors", "demonitor": "ends its monitor of",
}  # fmt: skip
_SILENT = frozenset({"spawn", "spawn_link", "spawn_monitor", "link", "unlink", "monitor", "demonitor"})


def alternative(scene: Scene, plan: Plan) -> str:
    """Return what *scene*, the picture of *plan*, shows: its title, its processes, what happens in it."""
    lines = [scene.title, "", scene.description, "", "Processes:"]
    lines += [f"- {who(plan.history, process.pid)}" for process in plan.lifelines]
    lines += ["", "What happens:"]
    told = sorted(plan.signs, key=lambda sign: sign.start if isinstance(sign, Arrow) else sign.at)
    lines += [f"- {line}" for line in _happenings(plan, told[:MOST])]
    if len(told) > MOST:
        lines.append(f"- and {len(told) - MOST:,} more")
    return "\n".join(lines) + "\n"


def _happenings(plan: Plan, signs: list[Sign]) -> Iterator[str]:
    for sign in signs:
        if not isinstance(sign, Arrow):
            text = " / ".join(line for line in map(printable, sign.text.split("\n")) if line)
            yield f"{duration_text(sign.at.t)}: {who(plan.history, sign.pid)}: {text or sign.kind}"
            continue
        ends = [who(plan.history, end) for end in (sign.source, sign.target)]
        said = "" if sign.kind in _SILENT else printable(sign.label).removeprefix(f"{sign.kind} ")
        fate = f" ({printable(sign.remark)})" if sign.remark else ""
        line = (
            f"{duration_text(sign.start.t)}: {ends[0]} {_NOUNS[sign.kind]} {ends[1]}{': ' if said else ''}{said}{fate}"
        )
        if sign.end is not None and sign.end.t > sign.start.t:
            line += f", arrives at {duration_text(sign.end.t)}"
        yield line
