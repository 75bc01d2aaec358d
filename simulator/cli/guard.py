"""The guard: a process beside the command, for what the nets inside of it cannot reach.

Only where ``--wall`` or ``--memory`` is given, and where a process can be forked. The command goes on in the child; the
parent waits, hands on what it is told, and kills the child if it has outlived its nets by some seconds.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from types import FrameType
from typing import Final, NoReturn

from simulator.cli.nets import Nets, resident, wall_text
from simulator.cli.status import DEFECT, LIMIT, complain

GRACE: Final = 3.0
"""Seconds that a command has to end by itself, and to write its trace, when its nets have caught it."""
_SLACK: Final = 1.5
"""How much more memory than it may have ends it at once."""
_PERIOD: Final = 0.05


def stand(nets: Nets) -> None:
    """Return in a child that is guarded; where nothing can be forked, return as it is."""
    if not nets.wanted or not hasattr(os, "fork"):
        return
    ended, alive = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ended)  # the other end is closed when this process ends, whatever ends it
        return
    os.close(alive)
    _wait(nets, child, ended)


def _wait(nets: Nets, child: int, ended: int) -> NoReturn:
    """Wait for the child's end, and end as it has."""

    def hand_on(number: int, _: FrameType | None) -> None:
        os.kill(child, number)

    of_terminal = any(map(os.isatty, range(3)))  # from which both get it
    signal.signal(signal.SIGINT, signal.SIG_IGN if of_terminal else hand_on)
    signal.signal(signal.SIGTERM, hand_on)
    began = time.monotonic()
    cut = ""
    while not select.select([ended], [], [], _PERIOD)[0]:
        seconds = time.monotonic() - began
        if nets.seconds is not None and seconds > nets.seconds + GRACE:
            cut = wall_text(nets.seconds)
        elif nets.bytes is not None and (resident(child) or 0) > nets.bytes * _SLACK:
            cut = nets.memory_text
        if cut:
            os.kill(child, signal.SIGKILL)
            break
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if cut:
        complain(f"cut off by {cut}: it did not end by itself, so that its trace, if it has one, is cut off, too")
        status = LIMIT
    elif status < 0:
        if -status in (signal.SIGTERM, signal.SIGKILL):  # by who wanted it to
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            os.kill(os.getpid(), -status)
        complain(f"a defect of the simulator: it was ended by {signal.Signals(-status).name}")
        status = DEFECT
    sys.stderr.flush()
    os._exit(status)
