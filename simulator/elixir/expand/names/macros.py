"""Macros: Kernel's, which are Python functions on quoted code, and those that modules define.

Source of the order in which a name is looked up: the macros of the module, its imports, Kernel's.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.compile.analysis.facts import VERSION_MARK
from simulator.elixir.expand.names import library
from simulator.elixir.expand.names.environment import environment
from simulator.elixir.expand.names.guards import used
from simulator.elixir.expand.names.macro_table import KERNEL_MACROS, Done
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand
from simulator.elixir.expand.scope.module_state import Definition, LocalCall, ModuleState, assembled
from simulator.elixir.runtime import open_modules
from simulator.elixir.tree.nodes import Meta, Module, Node
from simulator.elixir.tree.quoted import from_terms, to_terms
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term


def local_macro(x: Context, name: str, arity: int) -> Definition | None:
    """Return the macro of the module itself, if it is one and stands before here."""
    if x.module is None:
        return None
    found = x.module.definitions.get((name, arity))
    return found if found is not None and found.macro and x.function != (name, arity) else None


def is_remote_macro(x: Context, module: Atom, name: str, arity: int) -> bool:
    """Whether a module has a public macro of that name."""
    state = x.unit.modules.get(module)
    if state is not None:
        found = state.definitions.get((name, arity))
        return found is not None and found.kind == "defmacro"
    return library.is_macro(module, name, arity)


def run_local(x: Context, node: Node, found: Definition) -> Any:
    """Expand a call of a macro of the module that is being defined."""
    state = x.module
    assert state is not None
    if found.guard is not None:
        state.locals.append(_note(x, node, found))
        return expand(x, used(x, node, found, node.args))
    return expand(x, local_applied(x, node, found))


def local_applied(x: Context, node: Node, found: Definition) -> Any:
    """Return what a macro of the module that is being defined gives.

    The macro and the functions that it reaches are loaded for that, as far as they are defined by now.
    """
    state = x.module
    assert state is not None
    state.locals.append(_note(x, node, found))
    key = found.name, found.arity
    name = Atom(f"{state.name.name}.-macros-{found.name.replace(VERSION_MARK, 'at')}/{found.arity}")
    wanted = _reached(state, key)
    clauses = sum(len(state.definitions[each].clauses) for each in wanted)
    if state.shadowed.get(key) != clauses:
        shadow = Module(name, state.file, state.line)
        shadow.functions = assembled(state, wanted)
        for each in shadow.functions:
            each.private = False
        x.unit.evaluator.define(shadow)
        state.shadowed[key] = clauses
    return applied(x, node.meta, name, found.name, node.args)


def _reached(state: ModuleState, key: tuple[str, int]) -> set[tuple[str, int]]:
    """Return a definition's name and those of the module's functions that it calls, directly or not."""
    reached: set[tuple[str, int]] = set()
    todo = [key]
    while todo:
        caller = todo.pop()
        if caller in reached or caller not in state.definitions:
            continue
        reached.add(caller)
        todo += [(each.name, each.arity) for each in state.locals if each.caller == caller]
    return reached


def _note(x: Context, node: Node, found: Definition) -> Any:
    noted = LocalCall(x.function, found.name, found.arity, node.meta)
    noted.expanded = True
    return noted


def run_remote(x: Context, node: Node, module: Atom, name: str, args: list[Any]) -> Any:
    """Expand a call of another module's macro; None if the library has a function of that name in its place."""
    if module in x.unit.modules:
        found = x.unit.modules[module].definitions[name, len(args)]
        if found.guard is not None:
            return expand(x, used(x, node, found, args))
        return _run(x, node, module, name, args)
    done = library.run_macro(x, node, module, name, args)
    if done is None:
        return None
    return done.node if done.__class__ is Done else expand(x, done)


def _run(x: Context, node: Node, module: Atom, name: str, args: list[Any]) -> Any:
    return expand(x, applied(x, node.meta, module, name, args))


def applied(x: Context, meta: Meta, module: Atom, name: str, args: list[Any]) -> Any:
    """Return what a macro gives for quoted arguments, not yet expanded, its variables marked as its own."""
    return applied_terms(x, meta, module, name, [to_terms(arg) for arg in args])


def applied_terms(x: Context, meta: Meta, module: Atom, name: str, args: list[Any]) -> Any:
    """Return what a macro gives for terms."""
    if not is_remote_macro(x, module, name, len(args)) and ".-macros-" not in module.name:
        known = module in x.unit.modules
        why = "or private" if known else f"(module {inspect_term(module)} is not available)"
        shown = f"function {inspect_term(module)}.{name}/{len(args)} is undefined {why}"
        raise x.error(meta, shown, "UndefinedFunctionError")
    x.unit.evaluator.line = meta.line
    with open_modules.entered(x.open_module()), open_modules.expanding(x):
        value = x.unit.evaluator.call(module, f"MACRO-{name}", [environment(x, meta), *args])
    return from_terms(value, meta.line, (module.name.partition(".-macros-")[0], x.unit.next()))


def expand_once(x: Context, node: Any) -> Any:
    """Return *node* with the macro call that it is replaced by what the macro gives; the same node if it is none."""
    if node.__class__ is not Node or node.args.__class__ is not list:
        return node
    if node.form.__class__ is not Atom:
        return _remote_once(x, node)
    name, key = node.form.name, (node.form.name, len(node.args))
    found = local_macro(x, name, len(node.args))
    if found is not None or key in x.macros:
        return _user_once(x, node, found)
    if key not in x.excluded and key not in x.functions and key in KERNEL_MACROS:
        made = KERNEL_MACROS[key](x, node)
        return made.node if made.__class__ is Done else made
    return node


def _user_once(x: Context, node: Node, found: Definition | None) -> Any:
    name = node.form.name
    if found is None:
        return applied(x, node.meta, x.macros[name, len(node.args)], name, node.args)
    return local_applied(x, node, found)


def _remote_once(x: Context, node: Node) -> Any:
    form = node.form
    if form.__class__ is Node and form.form is Atom(".") and len(form.args) == 2:
        receiver = expand(x, form.args[0])
        name = form.args[1]
        if receiver.__class__ is Atom and name.__class__ is Atom and receiver in x.unit.modules \
                and is_remote_macro(x, receiver, name.name, len(node.args)):  # fmt: skip
            return applied(x, node.meta, receiver, name.name, node.args)
    return node

