"""``Exception``: messages, and how failures are printed.

Source of the semantics: Elixir 1.14, the module ``Exception``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.alone import settle
from simulator.elixir.runtime.bridge import boolean
from simulator.elixir.runtime.errors import function_clause
from simulator.elixir.runtime.failures.exceptions import is_exception, message_of, normalize
from simulator.elixir.runtime.failures.exit_text import exit_text
from simulator.elixir.runtime.failures.messages import blamed, name_and_arity
from simulator.elixir.runtime.failures.traces import call_text, entry_text, of_term
from simulator.elixir.runtime.loaded import loaded
from simulator.terms import Atom, inspect
from simulator.terms.lists import EMPTY, from_list, is_list, to_list
from simulator.terms.maps import STRUCT, put, struct_name

_ERROR, _THROW = Atom("error"), Atom("throw")


def message(exception: Any) -> Any:
    """Return the message of an exception: what its own module says, if it says something."""
    if not is_exception(exception):
        raise function_clause("Exception", "message", 1, [exception])
    return message_of(exception)


def exception_p(term: Any) -> Any:
    """Return whether a term is an exception."""
    return boolean(is_exception(term))


def normalize_2(kind: Any, payload: Any) -> Any:
    """Return an error as an exception; throws and exits as they are."""
    return normalize_3(kind, payload, EMPTY)


def normalize_3(kind: Any, payload: Any, stack: Any) -> Any:
    """Return an error as an exception; throws and exits as they are."""
    return normalize(payload, None, stack) if kind is _ERROR and not is_exception(payload) else payload


def blame(kind: Any, payload: Any, stack: Any) -> Any:
    """Return an error as an exception that says more, as its own module has it or with a hint, and its stack trace."""
    if kind is not _ERROR:
        return (payload, stack)
    struct = normalize_3(kind, payload, stack)
    own = loaded(struct.d[STRUCT])
    if own is not None and "blame/2" in own.functions:
        return settle(own.functions["blame/2"](struct, stack))
    hint = blamed(struct)
    return (put(struct, Atom("message"), f"{message(struct)}{hint}") if hint else struct, stack)


def format_banner_2(kind: Any, payload: Any) -> Any:
    """Return the line that says what went wrong."""
    return format_banner_3(kind, payload, EMPTY)


def format_banner_3(kind: Any, payload: Any, stack: Any) -> Any:
    """Return the line that says what went wrong."""
    if kind is _ERROR:
        struct = normalize_3(kind, payload, stack)
        return f"** ({inspect(struct_name(struct))}) {message(struct)}"
    if kind is _THROW:
        return f"** (throw) {inspect(payload)}"
    if kind.__class__ is tuple:
        return f"** (EXIT from {inspect(kind[1])}) {exit_text(payload)}"
    return f"** (exit) {exit_text(payload)}"


def format_2(kind: Any, payload: Any) -> Any:
    """Return banner and stack trace."""
    return format_3(kind, payload, EMPTY)


def format_3(kind: Any, payload: Any, stack: Any) -> Any:
    """Return banner and stack trace."""
    banner = format_banner_3(kind, payload, stack)
    return banner if kind.__class__ is tuple or not to_list(stack) else f"{banner}\n{format_stacktrace(stack)}"


def format_exit(reason: Any) -> Any:
    """Return an exit reason in words."""
    return exit_text(reason)


def format_stacktrace(stack: Any) -> Any:
    """Return a stack trace as text, a line for each entry."""
    entries = of_term(stack) if is_list(stack) else []
    return "".join(f"    {entry_text(entry)}\n" for entry in entries) or "\n"


def format_stacktrace_entry(entry: Any) -> Any:
    """Return one entry of a stack trace as text."""
    if entry.__class__ is tuple and len(entry) == 3:  # a function without a name
        return format_fa(entry[0], entry[1])
    return entry_text(of_term(from_list([entry]))[0])


def format_mfa(module: Any, function: Any, arity: Any) -> Any:
    """Return a function as it is written: ``Module.function/arity``."""
    return name_and_arity(module, function, arity) if arity.__class__ is int else call_text(module, function, arity)


def format_fa(function: Any, arity: Any) -> Any:
    """Return a function, or a call of it, as it is written: ``#Function<...>(1, 2)``."""
    if is_list(arity):
        return f"{inspect(function)}({', '.join(map(inspect, to_list(arity)))})"
    return f"{inspect(function)}/{arity}"


def format_file_line(file: Any, line: Any) -> Any:
    """Return a place: ``file:line:``."""
    return format_file_line_3(file, line, "")


def format_file_line_3(file: Any, line: Any, suffix: Any) -> Any:
    """Return a place, with *suffix* behind it."""
    return _place(file, [line], suffix)


def format_file_line_column(file: Any, line: Any, column: Any) -> Any:
    """Return a place with its column."""
    return format_file_line_column_4(file, line, column, "")


def format_file_line_column_4(file: Any, line: Any, column: Any, suffix: Any) -> Any:
    """Return a place with its column, with *suffix* behind it."""
    return _place(file, [line, column], suffix)


def _place(file: Any, numbers: list[Any], suffix: str) -> str:
    if file.__class__ is not str:
        return ""
    shown = [str(number) for number in numbers if number.__class__ is int and number]
    return f"{':'.join([file, *shown])}:{suffix}"


FUNCTIONS = {
    "format_fa/2": format_fa, "format_file_line/2": format_file_line, "format_file_line/3": format_file_line_3,
    "format_file_line_column/3": format_file_line_column, "format_file_line_column/4": format_file_line_column_4,
    "message/1": message, "exception?/1": exception_p, "is_exception/1": exception_p, "normalize/2": normalize_2,
    "normalize/3": normalize_3, "blame/3": blame, "format_banner/2": format_banner_2,
    "format_banner/3": format_banner_3, "format/2": format_2, "format/3": format_3, "format_exit/1": format_exit,
    "format_stacktrace/1": format_stacktrace, "format_stacktrace_entry/1": format_stacktrace_entry,
    "format_mfa/3": format_mfa,
}  # fmt: skip
