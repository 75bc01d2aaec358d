"""In which function a process waits that is in none of the program's: one of the library, or of OTP's loops."""

from __future__ import annotations

import itertools
import os
from types import FrameType, FunctionType
from typing import Any, Final

from simulator.elixir.runtime.titles import named
from simulator.kernel import frames_of, hibernates
from simulator.terms import Atom, Pid
from simulator.terms.places import OURS

_HIBERNATING: Final = (Atom("erlang"), Atom("hibernate"), 3)
_CALLING: Final = (Atom("gen"), Atom("do_call"), 4)
_LOOPS: Final = {
    os.path.join(OURS, "otp", "server", "gen_server.py"): (Atom("gen_server"), Atom("loop"), 7),
    os.path.join(OURS, "otp", "state_machine", "loop.py"): (Atom("gen_statem"), Atom("loop_receive"), 3),
}
_CALLS: Final = ("GenServer.", "Agent.", "Supervisor.", "DynamicSupervisor.", ":gen_server.", ":gen_statem.", ":sys.")
"""Whose functions wait in a call of a server."""
_BY_DEFAULT: Final = frozenset(["Task.await/1", "Task.yield/1", "Task.shutdown/1", "Task.await_many/1"])
"""What calls the function of its name with another argument."""


def resting_in(pid: Pid) -> Any:
    """Return module, function and arity of where a process waits; None where that is in the program itself."""
    if hibernates(pid):
        return _HIBERNATING
    frames = frames_of(pid)
    if frames and frames[0].f_code.co_filename in _LOOPS:
        return _LOOPS[frames[0].f_code.co_filename]
    for frame, caller in itertools.pairwise(frames):
        if not caller.f_code.co_filename.startswith(OURS):
            return _called(caller, frame)
    return None


def _called(caller: FrameType, frame: FrameType) -> Any:
    """Return which function of the library this is that the program called; None for its own, or an unknown one."""
    for name in caller.f_code.co_names:
        function = caller.f_globals.get(name)
        if function.__class__ is FunctionType and function.__code__ is frame.f_code:
            shown = function.__qualname__
            if shown.startswith(_CALLS):
                return _CALLING
            found = named(shown)
            return None if found is None else (*found, 2 if shown in _BY_DEFAULT else int(shown.rpartition("/")[2]))
    return None
