"""``simulator play``: write the page that plays a scenario, which is run for it, or a trace; or two runs of one."""

from __future__ import annotations

import argparse
from pathlib import Path

from simulator.cli.outputs import target_of, write
from simulator.cli.pages import make_page
from simulator.cli.settings import find_scenario
from simulator.cli.status import USAGE, complain
from simulator.cli.traces import is_scenario


def play_command(options: argparse.Namespace) -> int:
    """Write the page as the command line says; return the exit status."""
    path = find_scenario(options.file)
    wrong = _wrong(options, path)
    if wrong:
        complain(wrong)
        return USAGE
    if options.watch:
        from simulator.cli.serve import serve

        return serve(options, path)
    target = target_of(options.output, path, "html")
    made, status = make_page(options, path)
    if made is None:
        return status
    write(target, made)
    if options.open:
        import webbrowser

        webbrowser.open(Path(target).resolve().as_uri())
    return status


def _wrong(options: argparse.Namespace, path: str) -> str:
    """Return what is wrong with options that each are right; empty for nothing."""
    if options.output == "-" and options.open:
        return "--open needs a file to open, not standard output"
    if options.port is not None and not options.watch:
        return "--port is for --watch"
    if options.port is not None and not 0 <= options.port <= 65_535:
        return f"a port is a number from 0 to 65535, not {options.port}"
    if options.watch and options.file == "-":
        return "--watch needs a file, which it looks at again"
    if options.watch and not is_scenario(path):
        return "--watch is for a scenario: a trace does not change"
    if options.watch and options.output is not None:
        return "--watch serves the page and writes none: leave out -o"
    return ""
