"""Stack traces as text.

Source of the forms: Elixir 1.14, ``Exception.format_stacktrace_entry/1``.
"""

from __future__ import annotations

import re
from typing import Any, Final

from simulator.elixir.runtime.failures.stack import current_stack, entry, stacktrace
from simulator.elixir.runtime.failures.standing import application
from simulator.elixir.runtime.world import world
from simulator.terms import Atom, Pid, atom, inspect
from simulator.terms.lists import EMPTY, from_list, is_list, to_list

Entry = tuple[Any, Atom, Any, list[tuple[Atom, Any]]]
"""Module, function, arity or arguments, and where: its file and its line, if they are known."""

FILE_BODY: Final = "(file)"
_MODULE_BODY: Final = "__MODULE__"
_ANONYMOUS: Final = re.compile(r"-(.*)/(\d+)-fun-\d+-")


def entries(failure: BaseException) -> list[Entry]:
    """Return the stack trace of what was raised, innermost first."""
    return of_term(stacktrace(failure))


def entries_of(pid: Pid) -> list[Entry]:
    """Return the calls that a process is in the middle of, innermost first."""
    return of_term(from_list([entry(frame) for frame in current_stack(pid)]))


def of_term(stack: Any) -> list[Entry]:
    """Return the entries of a stack trace; none for what is none."""
    found: list[Entry] = []
    for each in to_list(stack) if is_list(stack) else []:
        if each.__class__ is tuple and len(each) == 4 and is_list(each[3]):
            found.append((*each[:3], [_file_text(pair) for pair in to_list(each[3]) if pair.__class__ is tuple]))
    return found


def _file_text(pair: tuple[Atom, Any]) -> tuple[Atom, Any]:
    if pair[0] is atom.file and is_list(pair[1]):
        return (pair[0], "".join(map(chr, to_list(pair[1]))))
    return pair


def is_stack(term: Any) -> bool:
    """Return whether a term is a stack trace, and no other list that a reason may hold."""
    if not is_list(term) or term is EMPTY:
        return False
    return all(
        each.__class__ is tuple and len(each) == 4 and each[1].__class__ is Atom and is_list(each[3])
        for each in to_list(term)
    )


def entry_text(entry: Entry) -> str:
    """Return an entry as a line of a stack trace has it, without its indent."""
    module, name, arity, location = entry
    where = dict(location)
    line = f":{where[atom.line]}" if where.get(atom.line) else ""  # a line of 0 is none
    place = f"{where[atom.file]}{line}: " if atom.file in where else ""
    owner = "" if name.name == _MODULE_BODY else world().owners.get(module) or application(module)
    return owner + place + call_text(module, name, arity)


def call_text(module: Any, name: Atom, arity: Any) -> str:
    """Return a function, or a call of it where the arguments are known.

    >>> call_text(Atom("Elixir.Stack"), Atom("-push/2-fun-0-"), 1), call_text(Atom("Elixir.Stack"), Atom("pop"), 1)
    ('anonymous fn/1 in Stack.push/2', 'Stack.pop/1')
    """
    if name.name in (FILE_BODY, "__FILE__"):
        return FILE_BODY
    if name.name == _MODULE_BODY:
        return f"{_module(module)} (module)"
    anonymous = _ANONYMOUS.fullmatch(name.name)
    if anonymous is not None:
        count = len(to_list(arity)) if is_list(arity) else arity
        return f"anonymous fn/{count} in {_module(module)}.{_name(anonymous[1])}/{anonymous[2]}"
    shown = _name(name.name)
    if is_list(arity):
        return f"{_module(module)}.{shown}({', '.join(map(inspect, to_list(arity)))})"
    return f"{_module(module)}.{shown}/{arity}"


def _module(module: Any) -> str:
    return inspect(module)


def _name(name: str) -> str:
    return inspect(Atom(name))[1:] if name not in ("true", "false", "nil") else name


def lines(stack: list[Entry]) -> list[str]:
    """Return a stack trace as it is printed below an error."""
    return [f"    {entry_text(each)}" for each in stack]
