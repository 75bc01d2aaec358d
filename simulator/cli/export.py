"""``simulator export``: write a trace in the format of another tool."""

from __future__ import annotations

import argparse

from simulator.cli.outputs import target_of, write
from simulator.cli.settings import find_scenario
from simulator.cli.traces import trace_of
from simulator.diagrams.exports.formats import FORMATS


def export_command(options: argparse.Namespace) -> int:
    """Write as the command line says; return the exit status."""
    form = FORMATS[options.format]
    path = find_scenario(options.file)
    target = target_of(options.output, path, form.ending)
    trace, status = trace_of(options, path)
    if trace is not None:
        write(target, form.pieces(trace))
    return status
