"""What OTP's behaviours complain of."""

from __future__ import annotations

from typing import Any

from simulator.terms import Atom, inspect
from simulator.terms.errors import SimulatorError


class FunctionClauseError(SimulatorError, ValueError):
    """No clause of a callback takes these arguments: it fell through its ``match`` and returned nothing."""

    def __init__(self, module: Atom, function: str, args: list[Any], file: str, line: int) -> None:
        super().__init__(f"no function clause matching in {inspect(module)}.{function}/{len(args)}")
        frame = (module, Atom(function), args, [(Atom("file"), list(map(ord, file))), (Atom("line"), line)])
        self.original = Atom("function_clause")
        self.frames = [frame]
        self.place = f"    {file}:{line}: {inspect(module)}.{function}({', '.join(map(inspect, args))})"
