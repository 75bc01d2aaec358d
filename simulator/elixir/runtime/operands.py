"""The operands of an operator of Python's that refused them: Elixir tells them of an uncaught ``ArithmeticError``.

Nothing is noted while code runs. The compiler has left the text of each operation, as
:mod:`simulator.elixir.compile.code` tells, and the frame still holds the variables; where an operand is more than
variables, numbers and what was computed of them, nothing can be told.

The BEAM tells no operands of what it has instructions of its own for: a plus sign, the sum of something and a literal
small integer, and in modules, which its compiler optimises, divisions and what has a literal float (OTP 25:
``gen_increment`` in the JIT's ``ops.tab``, floats in ``beam_ssa_opt``).
"""

from __future__ import annotations

from types import FrameType
from typing import Any, Final

OPERATIONS: Final = "operations"
"""Begins the constant that holds the texts of a code object's operations."""
_OPERATORS: Final = {"Add": "+", "Sub": "-", "Mult": "*", "Div": "/"}
_SMALL: Final = 1 << 59
"""From here on an integer is no small one on the BEAM."""
_UNKNOWN: Any = object()


def operands(failure: BaseException) -> tuple[str, list[Any]] | None:
    """Return the operator and its operands for what a failure's innermost frame did; None if they are not known."""
    step = failure.__traceback__
    if step is None:
        return None
    while step.tb_next is not None:
        step = step.tb_next
    text = _text(step.tb_frame, step.tb_lasti)
    if text is None:
        return None
    import ast

    operation: Any = ast.parse(f"({text})", mode="eval").body
    frame = step.tb_frame
    if isinstance(operation, ast.UnaryOp) and isinstance(operation.op, ast.USub):
        operator, parts = "-", [operation.operand]
    elif isinstance(operation, ast.BinOp) and (operator := _OPERATORS.get(type(operation.op).__name__, "")):
        parts = [operation.left, operation.right]
        optimised = is_optimised(frame.f_code.co_qualname)
        numbers = [_number(part) for part in parts]
        if not any(_is_term(part, frame) for part in parts):
            if _is_instruction(operator, numbers, optimised):
                return None
            if optimised and operator in "+*" and numbers[0] is not None:
                parts.reverse()  # a literal is the right one where that makes no difference
    else:
        return None
    values = [_value(part, frame) for part in parts]
    return None if _UNKNOWN in values else (operator, values)


def is_optimised(title: str) -> bool:
    """Return whether the BEAM's compiler optimises a function: one of a module, not what a file has besides.

    >>> is_optimised("Stack.push/2"), is_optimised("(file)"), is_optimised("-__FILE__/1-fun-0-")
    (True, False, False)
    """
    return not title.startswith(("(", "-__FILE__/"))


def _is_instruction(operator: str, literals: list[Any], optimised: bool) -> bool:
    """Return whether the BEAM has an instruction for an operation of which some operands are literal numbers."""
    if optimised and (operator == "/" or any(isinstance(literal, float) for literal in literals)):
        return True
    if operator == "+":
        return any(isinstance(literal, int) and -_SMALL <= literal < _SMALL for literal in literals)
    return operator == "-" and isinstance(literals[1], int) and 0 <= literals[1] < _SMALL


def _is_term(node: Any, frame: FrameType) -> bool:
    """Return whether an operand stands in the program and is no number: an atom (a global name), or a string."""
    import ast

    if isinstance(node, ast.Name):
        return node.id not in frame.f_locals
    return isinstance(node, ast.Constant) and not isinstance(node.value, int | float)


def _number(node: Any) -> Any:
    """Return the number that stands in the program as an operand, with or without a sign; None if there is none."""
    import ast

    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant):
        return ast.literal_eval(node)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, int | float) else None


def _text(frame: FrameType, instruction: int) -> str | None:
    """Return the text of the operation that an instruction does; None if it does none, or is not compiled Elixir."""
    texts = frame.f_code.co_consts[-1]
    if not isinstance(texts, tuple) or not texts or texts[0] != OPERATIONS:
        return None
    for unit, (line, end, *_) in enumerate(frame.f_code.co_positions()):
        if 2 * unit == instruction and line is not None and end is not None and end > line:
            return str(texts[end - line])
    return None


def _value(node: Any, frame: FrameType) -> Any:
    """Return the value of an operand, which has been computed before."""
    import ast

    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.IfExp):  # (x if type(x := a + b) is int else number(x, '+', a, b))
        return _value(node.body, frame) if isinstance(node.body, ast.Name) else _UNKNOWN
    if isinstance(node, ast.NamedExpr):
        return _value(node.target, frame)
    if isinstance(node, ast.Name):
        return frame.f_locals.get(node.id, frame.f_globals.get(node.id, _UNKNOWN))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        value = _value(node.operand, frame)
        return -value if value.__class__ in (int, float) else _UNKNOWN
    if isinstance(node, ast.BinOp):
        left, right = _value(node.left, frame), _value(node.right, frame)
        if left.__class__ in (int, float) and right.__class__ in (int, float):
            if isinstance(node.op, ast.Add):
                return left + right
            if isinstance(node.op, ast.Sub):
                return left - right
            if isinstance(node.op, ast.Mult):
                return left * right
    return _UNKNOWN
