"""The operands of an operator of Python's that refused them: Elixir tells them of an uncaught ``ArithmeticError``.

Nothing is noted while code runs. The frame still holds the variables, and the instructions before the operator
say which of them it took; where an operand is no variable or constant, nothing can be told.
"""

from __future__ import annotations

from typing import Any

_NOWHERE: Any = object()


def operands(failure: BaseException) -> tuple[str, list[Any]] | None:
    """Return the operator and its operands for what a failure's innermost frame did; None if they are not known."""
    step = failure.__traceback__
    if step is None:
        return None
    while step.tb_next is not None:
        step = step.tb_next
    import dis

    frame = step.tb_frame
    before: list[dis.Instruction] = []
    for each in dis.get_instructions(frame.f_code):
        if each.offset == step.tb_lasti:
            return _told(each, before, frame)
        if each.opname not in ("CACHE", "EXTENDED_ARG", "NOP", "RESUME"):
            before.append(each)
    return None


def _told(operator: Any, before: list[Any], frame: Any) -> tuple[str, list[Any]] | None:
    if operator.opname == "UNARY_NEGATIVE":
        values = _loaded(before, frame, 1)
        return None if values is None else ("-", values)
    if operator.opname != "BINARY_OP":
        return None
    values = _loaded(before, frame, 2)
    return None if values is None else (operator.argrepr.rstrip("="), values)


def _loaded(before: list[Any], frame: Any, count: int) -> list[Any] | None:
    """Return what the last instructions put on the stack, as far as each only loads something."""
    found: list[Any] = []
    for each in reversed(before):
        if each.opname == "LOAD_FAST_LOAD_FAST":
            found += [frame.f_locals.get(name, _NOWHERE) for name in reversed(each.argval)]
        elif each.opname.startswith(("LOAD_FAST", "LOAD_DEREF", "LOAD_CLOSURE")):
            found.append(frame.f_locals.get(each.argval, _NOWHERE))
        elif each.opname == "LOAD_CONST":
            found.append(each.argval)
        elif each.opname in ("LOAD_GLOBAL", "LOAD_NAME"):
            found.append(frame.f_globals.get(each.argval, _NOWHERE))
        else:
            return None
        if len(found) >= count:
            return None if _NOWHERE in found[:count] else found[:count][::-1]
    return None
