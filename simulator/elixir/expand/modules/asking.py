"""Whether code of a module's body asks for the module that is being defined, or changes it: then it runs meanwhile."""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.module_state import ModuleState, Name
from simulator.elixir.tree.build import DOT
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom

_MODULE: Final = Atom("Elixir.Module")
_APPLY: Final = ("apply", 3)
_CASE: Final = Atom("Elixir.ExUnit.Case")
_CODE: Final = Atom("Elixir.Code")
_OF_NAMES: Final = frozenset({"concat", "split", "safe_concat", "create", "open?"})
"""What of ``Module`` has to do with names alone."""
_SETTINGS: Final = frozenset({
    ("Elixir.Application", "put_env"), ("Elixir.Application", "delete_env"), ("Elixir.Application", "put_all_env"),
    ("Elixir.System", "put_env"), ("Elixir.System", "delete_env"), ("Elixir.Code", "put_compiler_option"),
})  # fmt: skip


def asks(x: Context, state: ModuleState, node: Any) -> bool:
    """Whether code hands the module itself to a function which asks ``Module`` about it, however many lie between."""
    return any(
        _has(args, state.name) and _reaches(x, module, (name, len(args)))
        for module, name, args in _calls(node)
        if module is not state.name
    )


def sets(node: Any) -> bool:
    """Whether this is a call that changes settings: macros that follow may look at them."""
    return any((module.name, name) in _SETTINGS for module, name, _ in _calls(node))


def _calls(node: Any) -> list[tuple[Atom, str, list[Any]]]:
    """Return the calls of other modules in code."""
    found: list[tuple[Atom, str, list[Any]]] = []
    todo = [node]
    while todo:
        each = todo.pop()
        if each.__class__ is Node:
            form = each.form
            if form.__class__ is Node and form.form is DOT and len(form.args) == 2 and each.args.__class__ is list:
                module, name = form.args
                if module.__class__ is Atom and name.__class__ is Atom:
                    found.append((module, name.name, each.args))
            todo += [form, each.args]
        elif each.__class__ is list or each.__class__ is tuple:
            todo += each
    return found


def _has(node: Any, name: Atom) -> bool:
    if node.__class__ is Node:
        return _has(node.form, name) or _has(node.args, name)
    if node.__class__ is list or node.__class__ is tuple:
        return any([_has(each, name) for each in node])
    return node is name


def _reaches(x: Context, module: Atom, function: Name) -> bool:
    """Whether a function calls ``Module``, or one that does; what comes after the first that does is not looked at."""
    seen: set[tuple[Atom, Name]] = set()
    todo = [(module, function)]
    while todo:
        each = todo.pop()
        if each in seen:
            continue
        seen.add(each)
        told = _told(*each)
        if told:
            return True
        if told is None:
            todo += reversed(_called(x, *each))
    return False


def _told(module: Atom, function: Name) -> bool | None:
    """Whether a function asks for a module, or changes it, as far as its name tells."""
    if module is _MODULE:
        return function[0] not in _OF_NAMES
    if module is _CASE:
        return function[0].endswith("_attribute")
    if module is _CODE:
        return function[0] == "eval_quoted"
    return function == _APPLY or None  # what it calls is known when it runs


def _called(x: Context, module: Atom, function: Name) -> list[tuple[Atom, Name]]:
    """Return the functions that one of the program calls."""
    state = x.unit.find(module, hard=False) if module.name.startswith("Elixir.") else None
    found = None if state is None else state.find(*function)
    if state is None or found is None:
        return []
    bodies = [clause.body for clause in found.clauses]
    called = [(other, (name, len(args))) for other, name, args in _calls(bodies)]
    return called + [(module, local) for local in _locals(bodies, state)]


def _locals(node: Any, state: ModuleState) -> list[Name]:
    """Return the functions of its own module that code calls."""
    found: list[Name] = []
    todo = [node]
    while todo:
        each = todo.pop()
        if each.__class__ is Node:
            if each.form.__class__ is Atom and each.args.__class__ is list:
                local = each.form.name, len(each.args)
                if local in state.definitions:
                    found.append(local)
            todo += [each.form, each.args]
        elif each.__class__ is list or each.__class__ is tuple:
            todo += each
    return found
