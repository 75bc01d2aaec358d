"""Code that runs while its module is expanded: values of attributes, bodies that define functions in a loop."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.forms.quoting import contains_unquote, escape, fragment
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand, variable_key
from simulator.elixir.expand.scope.folding import folded
from simulator.elixir.expand.scope.module_state import ModuleState
from simulator.elixir.runtime import open_modules
from simulator.elixir.tree.build import NIL, elixir
from simulator.elixir.tree.nodes import Meta, Node
from simulator.elixir.tree.quoted import from_terms, term_of
from simulator.terms import Atom
from simulator.terms.bits import Bits

_WRITTEN = (Atom, int, float, str, bytes, Bits, type(None))


def value_of(x: Context, expanded: Any, meta: Meta) -> Any:
    """Evaluate expanded code now and return its value in quoted form; keep what the variables hold that it binds."""
    return escape(ran(x, expanded, meta), meta)


def ran(x: Context, expanded: Any, meta: Meta) -> Any:
    """Evaluate expanded code now, keep what the variables hold that it binds, and return its value."""
    bound = [] if x.module is None else _bound(x, x.module, expanded)
    return _run_and_hold(x, expanded, bound, meta)


def _bound(x: Context, state: ModuleState, expanded: Any) -> list[tuple[Any, int]]:
    """Return the variables of the body that are in expanded code and have no value yet."""
    return [
        (key, version) for key, version in x.vars.items()
        if (key, version) not in state.values and _occurs(expanded, key[0], version)
    ]  # fmt: skip


def _run_and_hold(x: Context, expanded: Any, bound: list[tuple[Any, int]], meta: Meta) -> Any:
    """Evaluate expanded code now, keep what the variables hold that it binds, and return its value."""
    last, values = run(x, expanded, meta, [(versioned_variable(*each, meta), NIL) for each in bound])
    for each, value in zip(bound, values, strict=True):
        assert x.module is not None
        hold(x.module, each, value, meta)
    return last


def run(x: Context, expanded: Any, meta: Meta, variables: list[tuple[Any, Any]]) -> tuple[Any, list[Any]]:
    """Evaluate expanded code of a module's body now."""
    evaluator = x.unit.evaluator
    evaluator.line = meta.line
    state = x.module
    body = expanded
    if state is not None and state.values:
        read: set[tuple[str, Any]] = set()
        _note_variables(expanded, read)
        known = [
            Node(Atom("="), meta, [versioned_variable(key, version, meta), value])
            for (key, version), value in state.values.items() if (key[0], version) in read
        ]  # fmt: skip
        body = Node(Atom("__block__"), meta, [*known, expanded])
    with open_modules.entered(x.open_module()):
        return evaluator.evaluate(body, variables)


def evaluated(x: Context, state: ModuleState, done: Any, before: Any) -> Any:
    """Run a statement of the body that binds variables or defines functions; keep what its variables hold.

    What it gives is returned as code.
    """
    bound = [(key, version) for key, version in _bound(x, state, done) if before.get(key) != version]
    if not bound and done.__class__ is not Node and folded(done) is not None:
        return done
    single = done
    if len(bound) == 1 and single.__class__ is Node and single.form is Atom("=") and single.args[0].__class__ is Node \
            and single.args[0].is_variable and folded(single.args[1]) is not None:  # fmt: skip
        state.values[bound[0]] = folded(single.args[1])
        return state.values[bound[0]]
    meta = done.meta if done.__class__ is Node else Meta()
    return written(_run_and_hold(x, done, bound, meta), meta)


def written(value: Any, meta: Meta) -> Any:
    """Return a term as code; ``nil`` in place of one that cannot be written so."""
    made = escape(value, meta)
    return NIL if is_opaque(made) else made


def hold(state: ModuleState, variable: tuple[Any, int], value: Any, meta: Meta) -> None:
    """Note what a variable of the body holds."""
    written = state.values[variable] = escape(value, meta)
    state.opaque = state.opaque or is_opaque(written)


def is_opaque(node: Any) -> bool:
    """Whether there is a term in code that cannot be written as code: a function, a pid, a reference."""
    kind = node.__class__
    if kind is Node:
        return is_opaque(node.form) or is_opaque(node.args)
    if kind is list or kind is tuple:
        return any([is_opaque(each) for each in node])
    return kind not in _WRITTEN


def _note_variables(node: Any, found: set[tuple[str, Any]]) -> None:
    """Add the variables in expanded code by name and version: what else the body holds need not be known to it."""
    kind = node.__class__
    if kind is Node:
        if node.is_variable:
            found.add((node.form.name, node.meta.get("version")))
        else:
            _note_variables(node.form, found)
            _note_variables(node.args, found)
    elif kind is list or kind is tuple:
        for each in node:
            _note_variables(each, found)


def _occurs(node: Any, name: str, version: int) -> bool:
    """Return whether a variable is in expanded code: what binds it may have been run already, for an attribute."""
    kind = node.__class__
    if kind is Node:
        if node.is_variable:
            return bool(node.form.name == name and node.meta.get("version") == version)
        return _occurs(node.form, name, version) or _occurs(node.args, name, version)
    if kind is list or kind is tuple:
        return any([_occurs(each, name, version) for each in node])
    return False


def versioned_variable(key: Any, version: int, meta: Meta) -> Node:
    """Return a variable of a module's body as it is written in expanded code."""
    name, kind = key
    notes = {"version": version, "counter": kind if kind.__class__ is int else None}
    return Node(Atom(name), Meta(meta.line, 0, notes), kind if kind.__class__ is Atom else None)


def resolved(x: Context, node: Node, head: Any, body: Any) -> tuple[Any, Any]:
    """Return a definition with its ``unquote`` fragments done."""
    if not contains_unquote(head) and not contains_unquote(body):
        return head, body
    return filled(x, head, node.meta), filled(x, body, node.meta)


def filled(x: Context, quoted: Any, meta: Meta) -> Any:
    """Return quoted code of a module's body with its ``unquote`` fragments done."""
    if not contains_unquote(quoted):
        return quoted
    straight, x.straight = x.straight, False
    expanded = expand(x, fragment(quoted))
    x.straight = straight
    made = folded(substituted(x, expanded))
    if made is not None:
        return from_terms(_term(made), meta.line, None)
    return from_terms(run(x, expanded, meta, [])[0], meta.line, None)


def substituted(x: Context, node: Any) -> Any:
    """Return expanded code with the variables of the body that are known put in."""
    state = x.module
    if state is None or not state.values:
        return node
    kind = node.__class__
    if kind is Node:
        if node.is_variable:
            key = variable_key(node), node.meta.get("version")
            return state.values.get(key, node)
        if node.args.__class__ is list:
            head = substituted(x, node.form) if node.form.__class__ is Node else node.form
            return Node(head, node.meta, [substituted(x, arg) for arg in node.args])
    if kind is list or kind is tuple:
        return kind([substituted(x, each) for each in node])
    return node


def _term(literal: Any) -> Any:
    return term_of(literal)


def deferred(x: Context, node: Node, kind: str, head: Any, body: Any) -> Any:
    """Return the code that defines a function when it runs: for a ``def`` inside of a loop or a condition."""
    meta = node.meta.with_(generates=True)
    quoted = fragment(head), NIL if body is None else fragment(body)
    made = elixir("Kernel.Utils", "define", [x.module_name, Atom(kind), *quoted, node.line], meta)
    return made
