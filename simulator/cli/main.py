"""The entry point: parse, dispatch, and turn every failure into one clear line and an exit status."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from simulator.cli.guard import stand
from simulator.cli.nets import nets_of
from simulator.cli.parser import make_parser, takes_arguments
from simulator.cli.status import ABNORMAL, DEFECT, FINE, INTERRUPTED, LIMIT, USAGE, complain
from simulator.cli.streams import give_up_output, prepare
from simulator.terms.errors import SimulatorError
from simulator.terms.frames import with_room

_OF_WRITING = (errno.EBADF, errno.EFBIG, errno.ENOSPC)  # files say their names with these
_TRACEBACK = "SIMULATOR_TRACEBACK"
_OF_ALL = ("--allow-read", "--allow-write", "--allow-env")  # without a value they mean all: none follows but after =
_last: list[argparse.Namespace] = []  # what the command was, with what it has made, for as long as nothing follows it


def main(arguments: Sequence[str] | None = None, guarded: bool = False) -> int:
    """Run the command and return its exit status: 0 fine, 1 main process ended abnormally, 2 bad input, 130 Ctrl-C.

    Where it is *guarded* and there are nets, it goes on in a process of its own (see :mod:`simulator.cli.guard`).
    """
    nets = None
    try:
        options = _parsed(list(sys.argv[1:] if arguments is None else arguments))
        _last[:] = [options]
        nets = nets_of(options)
        if guarded:
            stand(nets)
        with nets:
            return int(options.command(options))
    except BrokenPipeError:
        give_up_output()  # whoever read it has gone
        return FINE
    except SimulatorError as wrong:
        if _stalled(wrong):
            complain(str(wrong))
            return LIMIT
        told = getattr(wrong, "told", None)  # by a compiler, in its own form
        if told is not None:
            sys.stderr.write(f"{told}\n")
            return ABNORMAL
        complain(str(wrong))
        return USAGE
    except OSError as wrong:
        full = give_up_output() or wrong.errno in _OF_WRITING
        where = wrong.filename or ("standard output" if full else None)
        complain(f"{where}: {wrong.strerror}" if where else wrong.strerror or str(wrong))
        return USAGE
    except KeyboardInterrupt:
        if nets is not None and nets.problem is not None:
            complain(nets.problem)
            return LIMIT
        complain("interrupted")
        return INTERRUPTED
    except Exception as wrong:
        if os.environ.get(_TRACEBACK):
            raise
        complain(_defect(wrong))
        return DEFECT


def _stalled(wrong: SimulatorError) -> bool:
    """Return whether time stood still while a program was compiled: what its macros do is counted, too.

    The kernel is not imported for it, which takes 20 ms: where it is not loaded, it has raised nothing.
    """
    kernel: Any = sys.modules.get("simulator.kernel")
    return kernel is not None and isinstance(wrong, kernel.StalledClock)


def entry() -> NoReturn:
    """Be the command: run it, and leave at once.

    What a run leaves behind is not taken apart piece by piece: that takes time, and a list of a million cells
    more of the C stack than there is.
    """
    prepare()
    try:
        status = with_room(main, None, True)
    except SystemExit as gone:
        status = gone.code if isinstance(gone.code, int) else 0 if gone.code is None else 1
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        pass  # whoever read it has gone
    except OSError as wrong:
        complain(f"standard output: {wrong.strerror}")
        status = USAGE
    sys.stderr.flush()
    os._exit(status)


def _defect(wrong: Exception) -> str:
    """Return the line for what is no mistake of whoever uses it, but one of the simulator's own."""
    step = wrong.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    place = "" if step is None else f" at {os.path.basename(step.tb_frame.f_code.co_filename)}:{step.tb_lineno}"
    said = f"{type(wrong).__name__}: {wrong}{place}"
    return f"a defect of the simulator: {said}; {_TRACEBACK}=1 shows more, please report it"


def _parsed(arguments: list[str]) -> argparse.Namespace:
    """Return the command line's options; what stands behind a file or ``--`` is for the program itself."""
    parser = make_parser(arguments[0] if arguments else "")
    at = arguments.index("--") if "--" in arguments else len(arguments)
    given = [f"{each}=*" if each in _OF_ALL else each for each in arguments[:at]]
    options, more = parser.parse_known_args(given)
    if more and (getattr(options, "file", None) is None or any(each.startswith("-") for each in more)):
        parser.error(f"unrecognized arguments: {' '.join(more)}")
    options.program_arguments = [*more, *arguments[at + 1 :]]
    if options.program_arguments and not takes_arguments(options):
        parser.error(f"unrecognized arguments: {' '.join(options.program_arguments)}")
    return options
