"""Stack traces: the frames of a traceback as Elixir knows them."""

from __future__ import annotations

import re
from collections import deque
from types import CodeType, FrameType, TracebackType
from typing import Any

from simulator.elixir.runtime.errors import Raised
from simulator.elixir.runtime.failures.builtins import failed_call, is_of_library
from simulator.elixir.runtime.failures.standing import place
from simulator.elixir.runtime.failures.tail_calls import is_tail_call
from simulator.elixir.runtime.titles import FILE_MODULE, named
from simulator.elixir.runtime.world import world
from simulator.kernel import frames_of
from simulator.terms import Atom, Pid
from simulator.terms.lists import EMPTY, from_list, length, to_list
from simulator.terms.places import OURS, shown_file

Frame = tuple[Atom, Atom, Any, str, int]
"""Module, function, arity (or arguments), file and line."""
FILE = "(file)"
_TEST = re.compile(r"\.(?:test|property|doctest) ")
"""What a test is called: ExUnit lets each return ``:ok``, after what it does."""
_FILE_FRAME = (FILE_MODULE, Atom("__FILE__"), 1)


def frames(failure: BaseException) -> list[Frame]:
    """Return module, function, arity (or arguments), file and line of the innermost Elixir frames, innermost first."""
    steps = _steps(failure)
    found: deque[Frame] = deque(maxlen=world().stack_depth)
    last: tuple[CodeType, int] | None = None
    for index, step in enumerate(steps):
        code = step.tb_frame.f_code
        told = _told(code, step.tb_lineno)
        if told is not None and not _is_gone(steps, index) and last != (code, step.tb_lasti):
            found.append(told)
        last = (code, step.tb_lasti)  # of equal frames in a row the BEAM has one
    found.reverse()
    return list(found)


def _steps(failure: BaseException) -> list[TracebackType]:
    """Return the steps of a traceback, outermost first; of a frame that raised again the first time counts."""
    found: list[TracebackType] = []
    step = failure.__traceback__
    while step is not None:
        if found and found[-1].tb_frame is step.tb_frame:
            found.pop()
        found.append(step)
        step = step.tb_next
    return found


def _is_gone(steps: list[TracebackType], index: int) -> bool:
    """Return whether a function had ended with the call that failed: then the BEAM has no frame of it."""
    step = steps[index]
    return _has_ended(step.tb_frame, step.tb_lasti, [each.tb_frame for each in steps[index + 1 :]])


def _has_ended(frame: FrameType, instruction: int, within: list[FrameType]) -> bool:
    """Return whether a function has nothing left to do after the call in which these frames are, outermost first."""
    code = frame.f_code
    if not within or _TEST.search(code.co_qualname) or not is_tail_call(code, instruction):
        return False
    return not all(each.f_code.co_filename.startswith(OURS) for each in within) or is_of_library(frame, within)


def _told(code: CodeType, line: int) -> Frame | None:
    """Return what is told of a frame; None if it is no function of an Elixir program."""
    if code.co_filename.startswith(OURS) or code.co_name.startswith("trampoline"):
        return None
    if code.co_qualname == FILE:
        return (*_FILE_FRAME, code.co_filename, line)
    parts = named(code.co_qualname)
    return None if parts is None else (*parts, code.co_argcount, code.co_filename, line)


def current_stack(pid: Pid) -> list[Frame]:
    """Return the calls that a process is in the middle of, innermost first."""
    called = frames_of(pid)
    found = []
    for index, frame in enumerate(called):
        told = _told(frame.f_code, frame.f_lineno)
        if told is not None and not (index and _has_ended(frame, frame.f_lasti, called[index - 1 :: -1])):
            found.append(told)
    return found[:world().stack_depth]


def entry(frame: Frame) -> Any:
    """Return a frame as an entry of a stack trace: ``{module, function, arity, [file: file, line: line]}``."""
    *function, file, line = frame
    where = [(Atom("file"), from_list([ord(char) for char in shown_file(file)])), (Atom("line"), line)]
    return (*function, from_list(where))


def stacktrace(failure: BaseException) -> Any:
    """Return the stack trace of a failure: ``{module, function, arity, [file: file, line: line]}`` each."""
    given = getattr(failure, "stack", None)
    if given is not None:
        return given
    traced = [entry(frame) for frame in frames(failure)]
    if traced and failure.__class__ is Raised:
        traced[0] = _with_told(traced[0], failure)
    above = [_placed(frame) for frame in getattr(failure, "frames", ())]
    called = None if above else failed_call(failure)
    if called is not None:
        above = [called]
    if above and traced and above[0][:2] == traced[0][:2]:  # the call that no clause takes is the innermost frame
        above[0] = (*above[0][:3], traced.pop(0)[3])
    return from_list([*above, *traced])


def _placed(frame: Any) -> Any:
    """Return a frame that a failure tells of, with the place where a function of the library stands."""
    module, name, told, where = frame
    if where is not EMPTY or told.__class__ is int:
        return frame
    return (module, name, told, place(module, name, length(told)))


def _with_told(frame: Any, failure: Raised) -> Any:
    """Return the innermost frame with what the failure tells of it."""
    module, name, arity, where = frame
    if failure.info is not None:
        where = from_list([*to_list(where), failure.info])
    return (module, name, arity if failure.args_told is None else failure.args_told, where)
