"""How Elixir words an exit reason. Source of the forms: Elixir 1.14, ``Exception.format_exit/1``."""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.errors import Raised
from simulator.elixir.runtime.failures.exceptions import message_of, normalize
from simulator.elixir.runtime.failures.traces import call_text, entry_text, is_stack, of_term
from simulator.kernel.words.exits import exit_text as plain_text
from simulator.terms import Atom, atom, inspect
from simulator.terms.lists import is_list
from simulator.terms.maps import struct_name

_LEADS = {
    "shutdown": "shutdown", "already_started": "already started", "bad_return_value": "bad return value",
    "bad_call": "bad call", "bad_cast": "bad cast",
}  # fmt: skip


def exit_text(reason: Any, joiner: str = "\n    ") -> str:
    """Return an exit reason in Elixir's words; what lies deeper begins with *joiner*, a line end and an indent.

    >>> exit_text(atom.boom), exit_text((atom.shutdown, 1))
    (':boom', 'shutdown: 1')
    """
    if reason.__class__ is Atom:
        return plain_text(reason)
    if reason.__class__ is not tuple or len(reason) != 2:
        return inspect(reason)
    first, second = reason
    deeper = joiner + "    "
    if is_stack(second):
        stack = of_term(second)
        head = headline_of(first, stack).replace("\n", deeper)
        return deeper.join([f"an exception was raised:{joiner}{head}", *map(entry_text, stack)])
    if first is atom.shutdown and _is_triple(second) and second[0] is atom.failed_to_start_child:
        _, child, cause = second
        if cause.__class__ is tuple and len(cause) == 2 and cause[0] is atom.EXIT:
            cause = cause[1]
        return f"shutdown: failed to start child: {inspect(child)}{joiner}** (EXIT) {exit_text(cause, deeper)}"
    if _is_triple(second) and second[1].__class__ is Atom and is_list(second[2]):
        return f"exited in: {call_text(*second)}{joiner}** (EXIT) {exit_text(first, deeper)}"
    lead = _LEADS.get(first.name) if first.__class__ is Atom else None
    return inspect(reason) if lead is None else f"{lead}: {inspect(second)}"


def _is_triple(term: Any) -> bool:
    return term.__class__ is tuple and len(term) == 3


def headline_of(original: Any, stack: list[Any]) -> str:
    """Return ``** (Class) message`` of an exception, or of the Erlang term that stands for one."""
    raised = Raised(original, None, tuple(stack))
    struct = normalize(original, raised)
    return f"** ({inspect(struct_name(struct))}) {message_of(struct)}"
