"""``simulator diagram``: draw a scenario, which is run for it, or a trace."""

from __future__ import annotations

import argparse
import os
import re
from typing import Any

from simulator.cli.outputs import target_of, write
from simulator.cli.settings import find_scenario
from simulator.cli.status import USAGE, complain
from simulator.cli.traces import trace_of
from simulator.scenario import OutputError
from simulator.terms.durations import nanoseconds

FORMATS = {
    "sequence": ("svg", "png", "pdf", "mermaid", "text"),
    "timeline": ("svg", "png", "pdf"),
    "links": ("svg", "png", "pdf", "mermaid", "dot", "graphml", "json"),
}
_ENDINGS = {"mmd": "mermaid", "gv": "dot", "txt": "text"}
_FILE_ENDINGS = {"mermaid": "mmd", "text": "txt"}
_OVER_TIME = ("sequence", "timeline")
_ONLY_FOR = {
    "at": ("links",), "messages": ("links",), "start": _OVER_TIME, "end": _OVER_TIME, "time": _OVER_TIME,
}  # fmt: skip
_WORDS_ENDING = ".txt"
_POINTS = 0.75  # of a pixel, in which Graphviz reckons
_WIDE = 4_000  # pixels: no screen shows more of a picture
_FLAGS = {"start": "--from", "end": "--to"}


def diagram_command(options: argparse.Namespace) -> int:
    """Draw as the command line says; return the exit status."""
    fmt = _format(options)
    for name, kinds in _ONLY_FOR.items():
        if getattr(options, name) and options.kind not in kinds:
            complain(f"{_FLAGS.get(name, '--' + name)} is for --kind {' and '.join(kinds)}")
            return USAGE
    if fmt not in FORMATS[options.kind]:
        complain(f"no {fmt} of a {options.kind} picture: there is {', '.join(FORMATS[options.kind])}")
        return USAGE
    if options.animate is not None and (fmt != "svg" or options.kind == "links"):
        complain("--animate is for a sequence or a timeline as SVG")
        return USAGE
    if options.animate is not None and not 0 <= options.animate <= 3600:
        complain(f"--animate {options.animate:g}: give seconds, more than 0 and an hour at most")
        return USAGE
    lines = options.kind == "timeline" and fmt == "svg" and options.animate is None
    if options.wrap is not None and not lines and options.kind != "links":
        complain("--wrap is for a timeline as SVG that stands still, and for links")
        return USAGE
    if options.wrap is not None and not 480 <= options.wrap <= 1_000_000:
        complain(f"--wrap {options.wrap:g}: give 480 pixels or more")
        return USAGE
    if options.alt and options.output == "-":
        complain("--alt writes a file beside the picture, which needs a name: -o PATH")
        return USAGE
    times = {name: _time(options, name) for name in ("at", "start", "end")}
    if times["end"] is not None and (times["start"] or 0) > times["end"]:
        complain("--from is later than --to")
        return USAGE
    path = find_scenario(options.file)
    kind = "" if options.kind == "sequence" else f"{options.kind}."
    target = target_of(options.output, path, f"{kind}{_FILE_ENDINGS.get(fmt, fmt)}")
    trace, status = trace_of(options, path)
    if trace is None:
        return status
    words = target_of(os.path.splitext(target)[0] + _WORDS_ENDING, path, "") if options.alt else ""
    picture = _picture(options, trace)
    drawn = _drawn(options, picture, fmt)
    write(target, drawn)
    if lines and options.wrap is None and (wide := _width(drawn)) > _WIDE:
        complain(f"the picture is {wide:,} pixels wide: --wrap 1200 folds it into lines")
    if words:
        write(words, picture.alt())
    return status


def _format(options: argparse.Namespace) -> str:
    """Return the format asked for, or the one that the output's ending says; SVG where it has none."""
    if options.format:
        return str(options.format)
    ending = os.path.splitext(options.output or "")[1][1:].lower()
    ending = _ENDINGS.get(ending, ending)
    known = dict.fromkeys((*FORMATS["sequence"], *FORMATS["links"]))
    if ending and ending not in known:
        raise OutputError(f"{options.output}: no picture has this ending: give one of {', '.join(known)}, or --format")
    return ending or "svg"


def _width(drawn: Any) -> int:
    found = re.search(r'<svg [^>]*?width="([\d.]+)"', drawn[:2_000])
    return 0 if found is None else round(float(found[1]))


def _time(options: argparse.Namespace, name: str) -> int | None:
    text = getattr(options, name)
    return None if text is None or (name == "at" and text == "end") else nanoseconds(text)


def _drawn(options: argparse.Namespace, picture: Any, fmt: str) -> str | bytes:
    drawn: str | bytes
    if options.animate is not None:
        drawn = picture.animated(options.animate or None)
    elif options.wrap is not None and options.kind == "timeline":
        drawn = picture.folded(options.wrap)
    else:
        drawn = getattr(picture, fmt)()
    return drawn


def _picture(options: argparse.Namespace, trace: Any) -> Any:
    """Return the picture."""
    names: dict[str, Any] = {"only": _names(options.only), "hide": _names(options.hide)}
    if options.kind == "links":
        from simulator.diagrams import links
        from simulator.diagrams.link_graphs.moments import telling_moment

        at = f"{telling_moment(trace)}ns" if options.at is None else None if options.at == "end" else options.at
        wide = {} if options.wrap is None else {"width": options.wrap * _POINTS}
        return links(trace, at=at, messages=options.messages, **names, **wide)
    if options.kind == "timeline":
        from simulator.diagrams import timeline

        return timeline(trace, time=options.time or "scale", start=options.start, end=options.end, **names)
    from simulator.diagrams import sequence

    return sequence(trace, time=options.time or "steps", start=options.start, end=options.end, **names)


def _names(text: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip()) if text else ()
