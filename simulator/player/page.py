"""The page: HTML that holds the data, the code and the style, and whose own policy forbids it everything else."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.player.pack import pack
from simulator.terms.visible import printable
from simulator.trace.comparison import alignment as alignment_of
from simulator.trace.trace import Trace

if TYPE_CHECKING:
    from simulator.player.pack import Sources

_FOLDER = Path(__file__).parent

_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
{style}</style>
</head>
<body{embedded}>
<noscript>This page plays a recorded run; it needs JavaScript to do so. Everything it uses is in this file.</noscript>
<script type="application/octet-stream" id="trace">{data}</script>
<script>{code}</script>
</body>
</html>
"""


def page(
    trace: Trace,
    other: Trace | None = None,
    *,
    sources: Sources | None = None,
    alignment: Mapping[str, Any] | None = None,
    live: str | None = None,
    embed: bool = False,
    lesson: Mapping[str, Any] | None = None,
    variants: Mapping[str, Trace] | None = None,
) -> str:
    """Return the HTML of a page that plays *trace*; with an *other* run, the two of them side by side.

    *sources* are the texts of files besides the scenario's own that events took place in, by the names
    that the events give them; or what gives the text of each, or ``None``. *alignment* tells which events
    of two runs are the same: ``pairs`` of their positions, and the ``divergence``, a pair or ``None``.
    *live* is for ``simulator play --watch`` alone: an address of the page's server that sends an event when
    there is a newer page. With *embed* there is nothing around the picture but the lesson's sentence and what
    plays it, as slides and other pages want it (``#embed`` in the address of any page does the same). *lesson*
    is what the scenario's lesson asks, as :func:`simulator.scenario.lessons.answering.told` gives it.
    *variants* are runs of the scenario with other settings, by these: the page has a switch for each.
    The same traces give the same page.
    Raises :class:`~simulator.trace.TraceError` for a trace file that is broken.
    """
    others = variants or {}
    runs = [trace, *([other] if other is not None else others.values())]
    alignments = _alignments(runs) if others else [] if alignment is None else [{"of": [0, 1], **alignment}]
    scenario = trace.header.scenario
    code, style = _bundle()
    if live is not None:
        code += f"new EventSource({json.dumps(live)}).onmessage=()=>location.reload();\n"
    return _PAGE.format(
        policy=_policy(code, live is not None), title=escape(printable(scenario.title or scenario.name)), style=style,
        code=code, embedded=" data-embed" if embed else "", data=pack(runs, sources, alignments, lesson, list(others)),
    )  # fmt: skip


def _alignments(runs: Sequence[Trace]) -> list[dict[str, Any]]:
    """Return which events are the same of each two runs."""
    both = combinations(enumerate(runs), 2)
    return [{"of": [here, there], **alignment_of(one, other)} for (here, one), (there, other) in both]


def _policy(code: str, live: bool) -> str:
    """Return the policy: this one script, styles, pictures that the page draws itself; no network, no eval."""
    digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode("ascii")
    own_server = "connect-src 'self'; " if live else ""
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; {own_server}"
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


@cache
def _bundle() -> tuple[str, str]:
    """Return code and style of the page."""
    code = (_FOLDER / "player.js").read_text(encoding="utf-8")
    style = (_FOLDER / "player.css").read_text(encoding="utf-8")
    return code, style
