"""Stack traces: from Python's tracebacks of generated code to ``{module, function, arity, location}``, and to text.

Generated code is called ``Mod.fun/1``, a function in it ``Mod.-fun/1-fun-0-``; what is called otherwise is the
simulator's own and is left out. Source of the forms: Elixir 1.14, ``Exception.format_stacktrace_entry/1``.
"""

from __future__ import annotations

import os
import re
from typing import Any, Final

from simulator.terms import Atom, atom, inspect
from simulator.terms.lists import EMPTY, from_list, is_list, to_list

Entry = tuple[Any, Atom, Any, list[tuple[Atom, Any]]]
"""Module, function, arity or arguments, and where: its file and its line, if they are known."""

FILE_BODY: Final = "(file)"
_ANONYMOUS: Final = re.compile(r"-(.*)/(\d+)-fun-\d+-")
_FILE: Final = Atom("__FILE__")
_OWN: Final = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))) + os.sep


def entries(failure: BaseException) -> list[Entry]:
    """Return the stack trace of what was raised, innermost first."""
    found: list[Entry] = []
    step = failure.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        if "/" in code.co_name and not code.co_filename.startswith(_OWN):
            found.append(_entry(code, step.tb_lineno))
        step = step.tb_next
    found.reverse()
    told = [(*each[:3], _location(each[3])) for each in getattr(failure, "frames", ()) if each.__class__ is tuple]
    if told and found and _same(told[-1], found[0]):
        told[-1] = (*told[-1][:3], found.pop(0)[3])
    return [*told, *found]


def _entry(code: Any, line: int) -> Entry:
    module, name, arity = named(code)
    return (module, Atom(name), arity, [(atom.file, shown_path(code.co_filename)), (atom.line, line)])


def named(code: Any) -> tuple[Atom, str, int]:
    """Return module, name and arity of a code object."""
    title = code.co_qualname if "/" in code.co_qualname else code.co_name
    if title.startswith(("-", "(", "__FILE__")):
        within, name = "elixir_compiler_0", title
    else:
        within, _, name = _split(title)
        within = within if within.startswith(":") else f"Elixir.{within}"
    if _ANONYMOUS.fullmatch(name):
        return Atom(within.removeprefix(":")), name, int(code.co_argcount)
    name, _, arity = name.rpartition("/")
    return Atom(within.removeprefix(":")), name or FILE_BODY, int(arity) if arity.isdigit() else 0


def _split(title: str) -> tuple[str, str, str]:
    """Return the module and the function of a title; dots may be in the function's name, too.

    >>> _split("My.Stack.push/2"), _split("Stack.-push/2-fun-0-"), _split("Kernel.../2")
    (('My.Stack', '.', 'push/2'), ('Stack', '.', '-push/2-fun-0-'), ('Kernel', '.', '../2'))
    """
    found = re.match(r"((?::\w+|[A-Z]\w*(?:\.[A-Z]\w*)*))\.(.+)", title)
    return (found[1], ".", found[2]) if found else ("", "", title)


def _same(told: Entry, found: Entry) -> bool:
    arity = len(to_list(told[2])) if is_list(told[2]) else told[2]
    return told[0] is found[0] and told[1] is found[1] and arity == found[2]


def _location(where: Any) -> list[tuple[Atom, Any]]:
    return list(where if where.__class__ is list else to_list(where))


def shown_path(path: str) -> str:
    """Return a file's path as Elixir shows it: below the current folder it is relative to that."""
    folder = os.getcwd() + os.sep
    return path[len(folder) :] if path.startswith(folder) else path


def as_term(stack: list[Entry]) -> Any:
    """Return a stack trace as the list that exit reasons and ``__STACKTRACE__`` hold."""
    return from_list([(*each[:3], from_list([_file_term(pair) for pair in each[3]])) for each in stack])


def _file_term(pair: tuple[Atom, Any]) -> tuple[Atom, Any]:
    return (pair[0], from_list(list(map(ord, pair[1])))) if pair[1].__class__ is str else pair


def of_term(stack: Any) -> list[Entry]:
    """Return what :func:`as_term` made of a stack trace; nothing for what is none."""
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
    place = f"{where[atom.file]}:{where[atom.line]}: " if atom.file in where and atom.line in where else ""
    return place + call_text(module, name, arity)


def call_text(module: Any, name: Atom, arity: Any) -> str:
    """Return a function, or a call of it where the arguments are known.

    >>> call_text(Atom("Elixir.Stack"), Atom("-push/2-fun-0-"), 1), call_text(Atom("Elixir.Stack"), Atom("pop"), 1)
    ('anonymous fn/1 in Stack.push/2', 'Stack.pop/1')
    """
    if name.name in (FILE_BODY, "__FILE__"):
        return FILE_BODY
    anonymous = _ANONYMOUS.fullmatch(name.name)
    if anonymous is not None:
        count = len(to_list(arity)) if is_list(arity) else arity
        if anonymous[1] == "__FILE__":
            return f"anonymous fn/{count} in file"
        return f"anonymous fn/{count} in {_module(module)}.{anonymous[1]}/{anonymous[2]}"
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
