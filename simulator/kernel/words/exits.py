"""How Elixir words an exit reason.

Source of the forms: Elixir 1.14, ``Exception.format_exit/1`` and ``Exception.normalize/3``.
"""

from __future__ import annotations

from typing import Any

from simulator.terms import Atom, atom, inspect

_WORDS = {
    "normal": "normal",
    "shutdown": "shutdown",
    "killed": "killed",
    "timeout": "time out",
    "noconnection": "no connection",
    "calling_self": "process attempted to call itself",
    "noproc": (
        "no process: the process is not alive or there's no process currently associated with the given name, "
        "possibly because its application isn't started"
    ),
}
_LEADS = {
    "shutdown": "shutdown",
    "already_started": "already started",
    "bad_return_value": "bad return value",
    "bad_call": "bad call",
    "bad_cast": "bad cast",
}


def exit_text(reason: Any, joiner: str = "\n    ") -> str:
    """Return an exit reason in Elixir's words; what lies deeper begins with *joiner*, a line end and an indent.

    >>> exit_text(atom.noproc)[:11], exit_text((atom.shutdown, 1)), exit_text(atom.boom)
    ('no process:', 'shutdown: 1', ':boom')
    >>> print(exit_text((atom.timeout, (Atom("Elixir.GenServer"), atom.call, [atom.stack, atom.pop, 5000]))))
    exited in: GenServer.call(:stack, :pop, 5000)
        ** (EXIT) time out
    """
    if isinstance(reason, Atom):
        return _WORDS.get(reason.name) or inspect(reason)
    if not isinstance(reason, tuple) or len(reason) != 2:
        return inspect(reason)
    first, second = reason
    deeper = joiner + "    "
    if is_stack(second):
        lines = [f"an exception was raised:{joiner}{error_headline(first, second)}", *map(_frame_text, second)]
        return deeper.join(lines)
    if first is atom.shutdown and _is_call(second, 3) and second[0] is atom.failed_to_start_child:
        _, child, cause = second
        if isinstance(cause, tuple) and len(cause) == 2 and cause[0] is atom.EXIT:
            cause = cause[1]
        return f"shutdown: failed to start child: {inspect(child)}{joiner}** (EXIT) {exit_text(cause, deeper)}"
    if _is_call(second, 3) and isinstance(second[1], Atom) and isinstance(second[2], list):
        return f"exited in: {call_text(*second)}{joiner}** (EXIT) {exit_text(first, deeper)}"
    lead = _LEADS.get(first.name) if isinstance(first, Atom) else None
    return inspect(reason) if lead is None else f"{lead}: {inspect(second)}"


def call_text(module: Any, function: Atom, args: list[Any]) -> str:
    """Return a call as it is written: ``GenServer.call(:stack, :pop, 5000)``."""
    return f"{inspect(module)}.{function.name}({', '.join(map(inspect, args))})"


def error_headline(cause: Any, stack: list[Any]) -> str:
    """Return ``** (Class) message`` for an exception, or for the Erlang term that stands for one.

    >>> error_headline(ValueError("no"), []), error_headline(atom.badarg, []), error_headline(atom.boom, [])
    ('** (ValueError) no', '** (ArgumentError) argument error', '** (ErlangError) Erlang error: :boom')
    """
    if isinstance(cause, BaseException):
        return f"** ({type(cause).__name__}) {error_message(cause)}"
    if cause is atom.function_clause and stack:
        module, name, args, _ = stack[0]
        arity = len(args) if isinstance(args, list) else args
        return f"** (FunctionClauseError) no function clause matching in {inspect(module)}.{name.name}/{arity}"
    if cause is atom.badarg:
        return "** (ArgumentError) argument error"
    if cause is atom.badarith:
        return "** (ArithmeticError) bad argument in arithmetic expression"
    return f"** (ErlangError) Erlang error: {inspect(cause)}"


def error_message(failure: BaseException) -> str:
    """Return an exception's message; a KeyError's own is only its key."""
    if isinstance(failure, KeyError) and len(failure.args) == 1:
        return f"key {inspect(failure.args[0])} not found"
    try:
        return str(failure).rstrip("\n")
    except Exception as wrong:
        return f"got {type(wrong).__name__} while retrieving the message of {type(failure).__name__}"


def assertion_in(reason: Any) -> AssertionError | None:
    """Return the failed assertion that an exit reason tells of; None if it tells of none.

    >>> assertion_in((AssertionError("no"), [])), assertion_in(atom.normal)
    (AssertionError('no'), None)
    """
    raised = reason[0] if isinstance(reason, tuple) and len(reason) == 2 else None
    return raised if isinstance(raised, AssertionError) else None


def is_stack(term: Any) -> bool:
    """Return whether a term is a stack trace, and no other list that a reason may hold."""
    return (
        bool(term)
        and isinstance(term, list)
        and all(
            isinstance(frame, tuple) and len(frame) == 4 and isinstance(frame[3], list) and len(frame[3]) == 2
            for frame in term
        )
    )


def _is_call(term: Any, size: int) -> bool:
    return isinstance(term, tuple) and len(term) == size


def _frame_text(frame: tuple[Any, ...]) -> str:
    module, function, arity, [(_, file), (_, line)] = frame
    place = f"{''.join(map(chr, file))}:{line}: "
    return place + (call_text(module, function, arity) if isinstance(arity, list) else f"{function.name}/{arity}")
