"""What OTP's behaviours complain of."""

from __future__ import annotations

from typing import Any

from simulator.terms import Atom, inspect
from simulator.terms.errors import SimulatorError


class FunctionClauseError(SimulatorError, ValueError):
    """No clause of a callback takes these arguments: it fell through its ``match`` and returned nothing."""

    def __init__(self, module: Atom, function: str, args: list[Any], file: str, line: int) -> None:
        super().__init__(f"no function clause matching in {inspect(module)}.{function}/{len(args)}")
        self.original = Atom("function_clause")
        self.frames, self.place = _frame(module, function, args, file, line)


class UndefinedFunctionError(SimulatorError, AttributeError):
    """A callback that the server's class does not have, and that has no default."""

    def __init__(self, module: Atom, function: str, args: list[Any], file: str, line: int) -> None:
        super().__init__(f"function {inspect(module)}.{function}/{len(args)} is undefined or private")
        self.original = Atom("undef")
        self.frames, self.place = _frame(module, function, args, file, line)


def _frame(module: Atom, function: str, args: list[Any], file: str, line: int) -> tuple[list[Any], str]:
    """Return the stack of a call that found no function to run, and the line that a report has of it."""
    frame = (module, Atom(function), args, [(Atom("file"), list(map(ord, file))), (Atom("line"), line)])
    return [frame], f"    {file}:{line}: {inspect(module)}.{function}({', '.join(map(inspect, args))})"
