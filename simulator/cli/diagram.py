"""``simulator diagram``: draw a scenario, which is run for it, or a trace."""

from __future__ import annotations

import argparse
import os
import sys
from typing import Any

from simulator.cli.settings import check_not_input, find_scenario, load_scenario
from simulator.cli.status import FINE, USAGE, complain
from simulator.scenario import OutputError
from simulator.terms.durations import nanoseconds

_FORMATS = {"sequence": ("svg", "png", "pdf", "mermaid"), "links": ("svg", "png", "pdf", "dot", "graphml", "json")}
_ENDINGS = {"mmd": "mermaid", "gv": "dot"}
_FILE_ENDINGS = {"mermaid": "mmd"}
_ONLY_FOR = {"at": "links", "messages": "links", "start": "sequence", "end": "sequence", "time": "sequence"}
_FLAGS = {"start": "--from", "end": "--to"}
_LIMIT = 200_000  # turns: a picture of more would show nothing, and take long to draw


def diagram_command(options: argparse.Namespace) -> int:
    """Draw as the command line says; return the exit status."""
    fmt = _format(options)
    for name, kind in _ONLY_FOR.items():
        if getattr(options, name) and options.kind != kind:
            complain(f"{_FLAGS.get(name, '--' + name)} is for --kind {kind}")
            return USAGE
    if fmt not in _FORMATS[options.kind]:
        complain(f"no {fmt} of a {options.kind} picture: there is {', '.join(_FORMATS[options.kind])}")
        return USAGE
    times = {name: _time(options, name) for name in ("at", "start", "end")}
    if times["end"] is not None and (times["start"] or 0) > times["end"]:
        complain("--from is later than --to")
        return USAGE
    path = find_scenario(options.file)
    target = _target(options, path, fmt)
    if target != "-":
        check_not_input(target, path)
    _check_writable(target)
    trace, status = _trace(options, path)
    if trace is None:
        return status
    picture = _draw(options, trace, times, fmt)
    if isinstance(picture, str):
        picture = picture.encode()
    if target == "-":
        sys.stdout.buffer.write(picture)
        sys.stdout.buffer.flush()
    else:
        with open(target, "wb") as file:
            file.write(picture)
        print(target)
    return status


def _format(options: argparse.Namespace) -> str:
    """Return the format asked for, or the one that the output's ending says; SVG where it has none."""
    if options.format:
        return str(options.format)
    ending = os.path.splitext(options.output or "")[1][1:].lower()
    ending = _ENDINGS.get(ending, ending)
    known = dict.fromkeys((*_FORMATS["sequence"], *_FORMATS["links"]))
    if ending and ending not in known:
        raise OutputError(f"{options.output}: no picture has this ending: give one of {', '.join(known)}, or --format")
    return ending or "svg"


def _time(options: argparse.Namespace, name: str) -> int | None:
    text = getattr(options, name)
    return None if text is None else nanoseconds(text)


def _target(options: argparse.Namespace, path: str, fmt: str) -> str:
    """Return where the picture goes."""
    if options.output:
        return str(options.output)
    stem = os.path.splitext(os.path.basename(path))[0].lstrip("0123456789_") or "trace"
    kind = "" if options.kind == "sequence" else f".{options.kind}"
    os.makedirs("output", exist_ok=True)
    return os.path.join("output", f"{stem}{kind}.{_FILE_ENDINGS.get(fmt, fmt)}")


def _check_writable(target: str) -> None:
    """Find out before the run whether the picture can be written after it."""
    if target == "-":
        return
    there = os.path.exists(target)
    try:
        with open(target, "ab"):
            pass
    except OSError as wrong:
        raise OutputError(f"{target}: cannot be written: {wrong.strerror}") from None
    if not there:
        os.remove(target)


def _trace(options: argparse.Namespace, path: str) -> tuple[Any, int]:
    """Return the trace to draw, and the exit status that goes with it."""
    if not path.endswith(".py"):
        from simulator.trace import read_trace

        trace = read_trace(path)
        if not trace.complete:
            sys.stderr.write(f"simulator: {path}: the trace is cut off: its run did not end\n")
        return trace, FINE
    from simulator.cli.run import run_watched, status_of, tell_end

    scenario = load_scenario(options)
    if options.limit is None:
        scenario.config.limit = min(scenario.config.limit, _LIMIT)
    result, _ = run_watched(scenario, True, None)
    tell_end(result)
    return result.trace if result.error is None else None, status_of(result)


def _draw(options: argparse.Namespace, trace: Any, times: dict[str, int | None], fmt: str) -> str | bytes:
    """Return the picture."""
    names = {"only": _names(options.only), "hide": _names(options.hide)}
    picture: Any
    if options.kind == "links":
        from simulator.diagrams import links

        picture = links(trace, at=times["at"], messages=options.messages, **names)
    else:
        from simulator.diagrams import sequence

        picture = sequence(trace, time=options.time or "steps", start=times["start"], end=times["end"], **names)
    drawn: str | bytes = getattr(picture, fmt)()
    return drawn


def _names(text: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip()) if text else ()
