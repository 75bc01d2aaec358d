"""The entry point: parse, dispatch, and turn every failure into one clear line and an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from simulator.cli.parser import make_parser
from simulator.cli.status import FINE, INTERRUPTED, USAGE, complain


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status: 0 fine, 1 main process ended abnormally, 2 bad input, 130 Ctrl-C."""
    from simulator.terms.errors import SimulatorError

    options = make_parser().parse_args(arguments)
    try:
        return int(options.command(options))
    except BrokenPipeError:
        _give_up_output()  # whoever read it has gone
        return FINE
    except SimulatorError as wrong:
        complain(str(wrong))
        return USAGE
    except OSError as wrong:
        complain(f"{wrong.filename}: {wrong.strerror}" if wrong.filename else wrong.strerror or str(wrong))
        _give_up_output()
        return USAGE
    except KeyboardInterrupt:
        complain("interrupted")
        return INTERRUPTED


def _give_up_output() -> None:
    """Keep Python from trying, and failing, to write the rest of standard output at exit."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
