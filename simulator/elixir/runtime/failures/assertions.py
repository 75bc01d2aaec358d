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
_ENDLESS: Final = 1 << 30
_VALUE: Final = "  value:   "


def assertion_message(fields: dict[str, Any]) -> str:
    """Return what the exception of an assertion tells: values each on one line, what hangs below indented."""
    return "\n\n" + "\n".join(assertion_lines(fields, width=_ENDLESS, below=INDENT)) + "\n"


def assertion_lines(
    fields: dict[str, Any], code: str | None = None, width: int = _WIDTH, below: str = ""
) -> list[str]:
    """Return what an assertion's error says, line by line; *code* is the line of the source where it tells none.

    *width* is how wide a value may be, *below* stands before lines that hang below others.
    """
    found = [] if fields["message"] is NO_VALUE else str(fields["message"]).replace("\n", f"\n{below}").split("\n")
    if fields["doctest"] is not NO_VALUE:
        found += ["doctest:", *(f"  {line}" for line in str(fields["doctest"]).split("\n"))]
        code = None
    written = code if fields["expr"] is NO_VALUE else fields["expr"]
    labels = [("code", written)] if written is not None else []
    sides = [(side, fields[side]) for side in ("left", "right") if fields[side] is not NO_VALUE]
    label_width = 2 + max((len(label) for label, _ in [*labels, *sides]), default=0)
    for label, value in labels:
        found += f"{f'{label}:':<{label_width}}{value}".replace("\n", "\n" + " " * label_width).split("\n")
    if fields["args"] is not NO_VALUE:
        found += ["arguments:", ""]
        for number, value in enumerate(to_list(fields["args"]), 1):
            shown = inspect(value, width=width).split("\n")
            found += [f"{below}    # {number}", *(f"{below}    {line}" for line in shown), ""]
    context = fields["context"]
    if context.__class__ is tuple and context[0] is Atom("mailbox"):
        return found + _mailbox_lines(context[1], to_list(context[2]), width, below)
    return found + [line for side, value in sides for line in _side_lines(side, value, width, label_width, context)]


def _mailbox_lines(pattern: str, messages: list[Any], width: int, below: str) -> list[str]:
    found = ["mailbox:"] if messages else []
    for place, message in enumerate(messages):
        shown = inspect(message, width=width - len(_VALUE), indent=len(INDENT + _VALUE)).split("\n")
        found += [""] * (place > 0) + [f"{below}  pattern: {pattern}", below + _VALUE + shown[0]]
        found += [line.removeprefix(INDENT) for line in shown[1:]]
    return found


def _side_lines(side: str, value: Any, width: int, label_width: int, context: Any) -> list[str]:
    """Return one operand; the left one of a match is a pattern, as it is written."""
    if side == "left" and context is Atom("match"):
        return [f"left:  {value}"]
    shown = inspect(value, width=width - label_width, indent=len(INDENT) + label_width)
    first, *more = shown.split("\n")
    return [f"{f'{side}:':<{label_width}}{first}", *(line.removeprefix(INDENT) for line in more)]
