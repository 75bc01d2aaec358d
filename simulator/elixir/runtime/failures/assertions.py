"""What the error of an assertion says.

Source of the form: ExUnit of Elixir 1.14, ``ExUnit.Formatter``, without colours.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.runtime.exception_fields import NO_VALUE
from simulator.terms import Atom, inspect
from simulator.terms.lists import to_list

INDENT: Final = "     "
_WIDTH: Final = 80 - len(INDENT)
_VALUE: Final = "  value:   "


def assertion_lines(fields: dict[str, Any], code: str | None = None) -> list[str]:
    """Return what an assertion's error says, line by line; *code* is the line of the source where it tells none."""
    found = [] if fields["message"] is NO_VALUE else str(fields["message"]).split("\n")
    if fields["doctest"] is not NO_VALUE:
        found += ["doctest:", *(f"  {line}" for line in str(fields["doctest"]).split("\n"))]
        code = None
    written = code if fields["expr"] is NO_VALUE else fields["expr"]
    labels = [("code", written)] if written is not None else []
    sides = [(side, fields[side]) for side in ("left", "right") if fields[side] is not NO_VALUE]
    width = 2 + max((len(label) for label, _ in [*labels, *sides]), default=0)
    found += [f"{f'{label}:':<{width}}{value}" for label, value in labels]
    if fields["args"] is not NO_VALUE:
        found += ["arguments:", ""]
        for number, value in enumerate(to_list(fields["args"]), 1):
            shown = inspect(value, width=_WIDTH).split("\n")
            found += [f"    # {number}", *(f"    {line}" for line in shown), ""]
    context = fields["context"]
    if context.__class__ is tuple and context[0] is Atom("mailbox"):
        return found + _mailbox_lines(context[1], to_list(context[2]))
    return found + [line for side, value in sides for line in _side_lines(side, value, width, context)]


def _mailbox_lines(pattern: str, messages: list[Any]) -> list[str]:
    found = ["mailbox:"] if messages else []
    for place, message in enumerate(messages):
        shown = inspect(message, width=_WIDTH - len(_VALUE), indent=len(INDENT + _VALUE)).split("\n")
        found += [""] * (place > 0) + [f"  pattern: {pattern}", _VALUE + shown[0]]
        found += [line.removeprefix(INDENT) for line in shown[1:]]
    return found


def _side_lines(side: str, value: Any, width: int, context: Any) -> list[str]:
    """Return one operand; the left one of a match is a pattern, as it is written."""
    if side == "left" and context is Atom("match"):
        return [f"left:  {value}"]
    shown = inspect(value, width=_WIDTH - width, indent=len(INDENT) + width)
    first, *more = shown.split("\n")
    return [f"{f'{side}:':<{width}}{first}", *(line.removeprefix(INDENT) for line in more)]
