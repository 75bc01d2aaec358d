"""Statements of a module's body: expanded one after the other, each with its effect."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.modules import asking, fragments
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand
from simulator.elixir.expand.scope.folding import folded
from simulator.elixir.expand.scope.module_state import ModuleState
from simulator.elixir.tree.build import FALSE, NIL, block, is_keyword, keyword
from simulator.elixir.tree.nodes import Meta, Node
from simulator.terms import Atom

_IF = Atom("if")
_UNLESS = Atom("unless")
_DEFINE = Atom("__define__")


def statement(x: Context, state: ModuleState, node: Any) -> None:
    """Expand one expression of the body; what only has an effect stays for when the module is defined."""
    if node.__class__ is Node and node.form is Atom("__block__") and node.args.__class__ is list:
        for each in node.args:
            statement(x, state, each)
        return
    if node.__class__ is Node and _is_choice(x, node):
        _chosen(x, state, node)
        return
    x.straight = True
    before = x.vars
    done = expand(x, node)
    x.straight = False
    effect(x, state, done, before)


def _is_choice(x: Context, node: Node) -> bool:
    """Whether this is Kernel's ``if`` or ``unless``."""
    return (
        node.form in (_IF, _UNLESS)
        and node.args.__class__ is list
        and len(node.args) == 2
        and is_keyword(node.args[1])
        and (node.form.name, 2) not in x.excluded
        and (node.form.name, 2) not in x.macros
    )


def _chosen(x: Context, state: ModuleState, node: Node) -> None:
    """Expand the branch of an ``if`` that is taken: the other one defines nothing and is not looked at."""
    saved = x.open()
    statement(x, state, _taken(x, node))
    x.close(saved)


def _taken(x: Context, node: Node) -> Any:
    """Evaluate the condition of an ``if`` or ``unless`` now; return the branch that is taken.

    What the condition binds is known to the branch.
    """
    condition = fragments.substituted(x, expand(x, node.args[0]))
    value = folded(condition)
    if value is None:
        value = fragments.ran(x, condition, node.meta)
    taken = (value is NIL or value is FALSE) == (node.form is _UNLESS)
    branch = keyword(node.args[1], "do" if taken else "else")
    return NIL if branch is None else branch


def effect(x: Context, state: ModuleState, done: Any, before: Any) -> None:
    """Keep or run what a statement of the body expanded to."""
    flat = _flat(done)
    made = _definitions(flat)
    now = x.vars is not before or any(_generates(each) or asking.asks(x, state, each) for each in flat)
    if made and now:
        state.body += [Node(each.form, each.meta, each.args) for each in made]
        for each in made:  # they are among the file's modules, and not among those of the code that is run now
            each.meta = each.meta.with_(number=None)
    if now:
        state.value = fragments.evaluated(x, state, block(flat, Meta()), before)
        return
    flat = [fragments.substituted(x, each) for each in flat]
    for each in flat:
        if asking.sets(each):  # now for the macros that follow, and again when the module is loaded
            fragments.run(x, each, Meta(), [])
    if state.opaque and any(fragments.is_opaque(each) for each in flat):
        value, _ = fragments.run(x, block(flat, Meta()), Meta(), [])  # it cannot be kept for when the module is loaded
        state.value = fragments.written(value, Meta())
        return
    state.body += [each for each in flat if each.__class__ is Node and not _constant(each)]
    state.value = flat[-1] if flat else NIL


def _definitions(node: Any) -> list[Node]:
    """Return where modules are defined in code."""
    kind = node.__class__
    if kind is Node:
        if node.form is _DEFINE:
            return [node]
        return [*_definitions(node.form), *_definitions(node.args)]
    if kind is list or kind is tuple:
        return [found for each in node for found in _definitions(each)]
    return []


def _flat(node: Any) -> list[Any]:
    if node.__class__ is Node and node.form is Atom("__block__") and node.args.__class__ is list:
        return [inner for each in node.args for inner in _flat(each)]
    return [node]


def _constant(node: Node) -> bool:
    return node.is_variable or (node.form in (Atom("%{}"), Atom("{}"), Atom("&"), Atom("fn")) and node.args is not None)


def _generates(node: Any) -> bool:
    """Whether code defines functions or sets attributes when it runs."""
    kind = node.__class__
    if kind is Node:
        if node.meta.get("generates"):
            return True
        if node.form.__class__ is Node and _generates(node.form):
            return True
        return node.args.__class__ is list and any([_generates(arg) for arg in node.args])
    if kind is list or kind is tuple:
        return any([_generates(each) for each in node])
    return False
