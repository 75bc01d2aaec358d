"""How Elixir words an exit reason. Source of the forms: Elixir 1.14, ``Exception.format_exit/1``."""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.errors import Raised
from simulator.elixir.runtime.failures.exceptions import message_of, normalize
from simulator.elixir.runtime.failures.traces import call_text, entry_text, is_stack, of_term
from simulator.kernel.words.exits import exit_text as plain_text
from simulator.terms import Atom, atom, inspect
from simulator.terms.lists import EMPTY, is_list, parts
from simulator.terms.maps import struct_name

_LEADS = {
    "shutdown": "shutdown", "already_started": "already started", "bad_return_value": "bad return value",
    "bad_call": "bad call", "bad_cast": "bad cast",
}  # fmt: skip


_FLAGS = {
    "invalid_type": "type", "invalid_strategy": "strategy", "invalid_intensity": "max_restarts (intensity)",
    "invalid_period": "max_seconds (period)", "invalid_max_children": "max_children",
    "invalid_extra_arguments": "extra_arguments",
}  # fmt: skip
_FIELDS = {
    "invalid_shutdown": ("shutdown", ". Must be an integer >= 0, :infinity or :brutal_kill."),
    "invalid_restart_type": ("restart type", ". Must be :permanent, :transient or :temporary."),
    "invalid_child_type": ("child type", ". Must be :worker or :supervisor."),
    "invalid_mfa": ("mfa", ""),
    "invalid_module": ("module", ". Must be an atom."),
    "invalid_modules": ("modules", ". Must be a list of atoms or :dynamic."),
    "invalid_child_spec": ("child specification", ""),
}
_DUPLICATE = """If using maps as child specifications, make sure the :id keys are unique.
If using a module or {module, arg} as child, use Supervisor.child_spec/2 to change the :id, for example:

    children = [
      Supervisor.child_spec({MyWorker, arg}, id: :my_worker_1),
      Supervisor.child_spec({MyWorker, arg}, id: :my_worker_2)
    ]
"""


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
    if second is not EMPTY and is_stack(second):
        stack = of_term(second)
        head = headline_of(first, stack).replace("\n", deeper)
        return deeper.join([f"an exception was raised:{joiner}{head}", *map(entry_text, stack)])
    if first is atom.shutdown and _is_triple(second) and second[0] is atom.failed_to_start_child:
        _, child, cause = second
        if cause.__class__ is tuple and len(cause) == 2 and cause[0] is atom.EXIT:
            cause = cause[1]
        return f"shutdown: failed to start child: {inspect(child)}{joiner}** (EXIT) {exit_text(cause, deeper)}"
    if _is_call(second):
        return f"exited in: {call_text(*second)}{joiner}** (EXIT) {exit_text(first, deeper)}"
    if first is Atom("nodedown") and second.__class__ is Atom:
        return f"no connection to {second.name}"
    if first is Atom("start_spec") or first is Atom("supervisor_data"):
        return _supervisor_text(first, second)
    if first is Atom("bad_return") and _is_triple(second) and second[0].__class__ is Atom:
        module, function, value = second
        return f"{inspect(module)}.{function.name}/1 returned a bad value: {inspect(value)}"
    lead = _LEADS.get(first.name) if first.__class__ is Atom else None
    return inspect(reason) if lead is None else f"{lead}: {inspect(second)}"


def _is_call(term: Any) -> bool:
    """Return whether a term names a call: a module, a function, and its arguments."""
    return _is_triple(term) and term[1].__class__ is Atom and is_list(term[2]) and parts(term[2])[1] is EMPTY


def _supervisor_text(kind: Atom, problem: Any) -> str:
    """Return what is wrong with a specification of a child, or with a supervisor's own flags."""
    word, value = problem if problem.__class__ is tuple and len(problem) == 2 else (None, None)
    shown = inspect(value)
    if kind is Atom("supervisor_data"):
        name = _FLAGS.get(word.name) if word.__class__ is Atom else None
        return f"bad supervisor configuration, {f'invalid {name}: {shown}' if name else f'got: {inspect(problem)}'}"
    if word is Atom("duplicate_child_name"):
        return f"bad child specification, more than one child specification has the id: {shown}.\n{_DUPLICATE}"
    known = _FIELDS.get(word.name) if word.__class__ is Atom else None
    if known is None:
        return f"bad child specification, got: {inspect(problem)}"
    field, wanted = known
    return f"bad child specification, invalid {field}: {shown}{wanted}"


def _is_triple(term: Any) -> bool:
    return term.__class__ is tuple and len(term) == 3


def headline_of(original: Any, stack: list[Any]) -> str:
    """Return ``** (Class) message`` of an exception, or of the Erlang term that stands for one."""
    raised = Raised(original, None, tuple(stack))
    struct = normalize(original, raised)
    return f"** ({inspect(struct_name(struct))}) {message_of(struct)}"
