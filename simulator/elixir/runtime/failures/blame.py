"""What Elixir adds to an exception that nobody caught: the arguments of a call that no clause takes, and hints.

Source of the forms: Elixir 1.14, ``Exception.blame/3`` and ``Exception.format_mfa/3``, for modules that are
compiled in memory, as those of a script are.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.errors import FUNCTION_CLAUSE, Raised
from simulator.elixir.runtime.failures.exceptions import message_of
from simulator.elixir.runtime.failures.messages import blamed, name_and_arity
from simulator.elixir.runtime.failures.stack import stacktrace
from simulator.elixir.runtime.failures.traces import Entry, entries, of_term
from simulator.terms import Atom, inspect
from simulator.terms.lists import from_list, is_list, length, to_list
from simulator.terms.maps import STRUCT

_CLAUSE = Atom("Elixir.FunctionClauseError")
_ARITHMETIC = Atom("Elixir.ArithmeticError")


def headline(failure: Raised) -> str:
    """Return class and message, as they are printed of an exception that ended the main process."""
    struct = failure.struct
    message = str(message_of(struct))
    if struct.d.get(STRUCT) is _CLAUSE:
        message += arguments_text(stacktrace(failure), "    ").replace("\n", "\n    ")
    elif struct.d.get(STRUCT) is _ARITHMETIC:
        message += _operands_text(failure)
    else:
        message += blamed(struct)
    return f"** ({inspect(struct.d[STRUCT])}) {message}"


def _operands_text(failure: Raised) -> str:
    """Return the operation that failed, as it is written: ``: :a + 1``."""
    stack = to_list(stacktrace(failure))
    if not stack or stack[0][0] is not Atom("erlang") or not is_list(stack[0][2]):
        return ""
    name, values = stack[0][1].name, [inspect(value) for value in to_list(stack[0][2])]
    if name in ("div", "rem"):
        return f": {name}({', '.join(values)})"
    return f": {name}{values[0]}" if len(values) == 1 else f": {f' {name} '.join(values)}"


def arguments_text(stack: Any, end: str = "") -> str:
    """Return the arguments of the call that no clause takes, the innermost of *stack*; nothing if they are unknown.

    *end* stands at the end of the line before.
    """
    if not is_list(stack) or not length(stack):
        return ""
    module, name, args, _ = to_list(stack)[0]
    if not is_list(args) or not length(args):
        return ""
    title = name_and_arity(module, name, length(args))
    told = [f"    # {index + 1}\n    {_shifted(inspect(arg))}\n" for index, arg in enumerate(to_list(args))]
    return f"{end}\n\nThe following arguments were given to {title}:\n\n" + "\n".join(told)


def _shifted(text: str) -> str:
    return text.replace("\n", "\n    ")


def blamed_entries(failure: BaseException) -> list[Entry]:
    """Return the stack trace of what nobody caught: of a call that no clause takes the arguments are told before."""
    if isinstance(failure, Raised) and failure.original is FUNCTION_CLAUSE:
        return of_term(_with_arity(stacktrace(failure)))
    return entries(failure)


def _with_arity(stack: Any) -> Any:
    """Return a stack trace whose innermost call has its arity in place of its arguments."""
    frames = list(to_list(stack))
    if frames and is_list(frames[0][2]):
        module, name, args, place = frames[0]
        frames[0] = (module, name, length(args), place)
    return from_list(frames)
