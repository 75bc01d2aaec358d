"""Calls in tail position: on the BEAM they leave no frame of their caller, so that a stack trace does not have it.

Python keeps such a caller. Whether a call was its last is seen from the instructions that come after it: what the call
gives is only put aside, asked whether it is to be waited for, and returned.
"""

from __future__ import annotations

import dis
from functools import lru_cache
from types import CodeType
from typing import Any, Final

_GIVEN: Final = "what the call gives"
_OTHER: Final = "another value"
_PASSED: Final = frozenset([
    "CACHE", "NOP", "RESUME", "PRECALL", "EXTENDED_ARG", "NOT_TAKEN", "POP_EXCEPT", "DELETE_FAST", "END_SEND",
    "GET_YIELD_FROM_ITER", "CHECK_EXC_MATCH",
])  # fmt: skip
"""Instructions that change nothing of what is looked at."""
_PUSHING: Final = frozenset(["LOAD_GLOBAL", "LOAD_CONST", "PUSH_NULL", "LOAD_NAME", "LOAD_DEREF"])


@lru_cache(1024)
def is_tail_call(code: CodeType, offset: int) -> bool:
    """Return whether the call at this instruction is the last thing that a function does.

    >>> def last(x): return print(x)
    >>> def kept(x): return [print(x)]
    >>> [[is_tail_call(f.__code__, call.offset) for call in dis.get_instructions(f) if call.opname == "CALL"]
    ...  for f in (last, kept)]
    [[True], [False]]
    """
    if _in_try(code, offset):
        return False
    steps = list(dis.get_instructions(code))
    places = {step.offset: index for index, step in enumerate(steps)}
    index = max(number for number, step in enumerate(steps) if step.offset <= offset)  # or its room for Python's notes
    first = steps[index]
    if first.opname == "SEND":
        index = places[first.argval]
    elif first.opname in ("CALL", "CALL_FUNCTION_EX", "YIELD_VALUE"):
        index += 1
    else:
        return False
    return _is_returned(steps, places, index)


def _in_try(code: CodeType, offset: int) -> bool:
    """Return whether an instruction stands between ``try:`` and its ``except``."""
    entries: Any = dis.Bytecode(code).exception_entries  # type: ignore[attr-defined]
    starts = {each.target for each in entries if each.start <= offset <= each.end}
    return any(step.offset in starts and step.opname == "PUSH_EXC_INFO" for step in dis.get_instructions(code))


def _is_returned(steps: list[dis.Instruction], places: dict[int, int], index: int) -> bool:
    """Return whether what a call gave is returned as it is, by the instructions from *index* on."""
    stack = [_GIVEN]
    kept: dict[Any, str] = {}
    for _ in range(len(steps)):
        if index >= len(steps):
            return False
        step = steps[index]
        name = step.opname
        index += 1
        if name in ("RETURN_VALUE", "RETURN_GENERATOR"):
            return name == "RETURN_VALUE" and _top(stack) is _GIVEN
        if name.startswith("JUMP"):
            index = places[step.argval]
        elif name == "SEND":
            index = places[step.argval]
            stack = [*stack[:-2], _GIVEN] if _GIVEN in stack[-2:] else [*stack[:-2], _OTHER]
        elif name.startswith("POP_JUMP") and "FALSE" in name:
            stack = stack[:-1]
            index = places[step.argval]  # it is no generator
        elif not _moved(step, stack, kept):
            return False
    return False


def _moved(step: dis.Instruction, stack: list[str], kept: dict[Any, str]) -> bool:
    """Do with the values what an instruction does; return False where it does something with what the call gave."""
    name = step.opname
    if name in _PASSED:
        return True
    if name in ("COPY", "SWAP"):
        while len(stack) < (step.arg or 1):
            stack.insert(0, _OTHER)
        if name == "COPY":
            stack.append(stack[-(step.arg or 1)])
        else:
            stack[-1], stack[-(step.arg or 1)] = stack[-(step.arg or 1)], stack[-1]
    elif name == "STORE_FAST":
        kept[step.argval] = stack.pop() if stack else _OTHER
    elif name.startswith("LOAD_FAST"):
        stack.append(kept.get(step.argval, _OTHER))
    elif name in _PUSHING:
        stack.append(_OTHER)
    elif name == "CALL":  # whether it is a generator: type(value)
        if step.arg != 1 or stack != [_GIVEN]:
            return False
        stack[:] = [_OTHER]
    elif name == "IS_OP":
        stack[-2:] = [_OTHER]
    elif name == "POP_TOP":
        return bool(stack) and stack.pop() is not _GIVEN
    else:
        return False
    return True


def _top(stack: list[str]) -> str:
    return stack[-1] if stack else _OTHER
