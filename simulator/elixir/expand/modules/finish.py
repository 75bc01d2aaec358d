"""The end of a module: hooks, default callbacks, and the checks that need all of its functions."""

from __future__ import annotations

from simulator.elixir.expand.checks import behaviour_check, coverage, failures, locals_check
from simulator.elixir.expand.modules import overriding, protocols, templates, types
from simulator.elixir.expand.modules.hooks import after_compile, give_value, on_load, run_hook
from simulator.elixir.expand.modules.outlines import module_of
from simulator.elixir.expand.modules.statements import statement
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.module_state import ModuleState, assembled
from simulator.elixir.tree.nodes import Meta, Module
from simulator.terms import Atom


def finish(x: Context, state: ModuleState, meta: Meta) -> Module:
    """Return the finished module; raise and warn as Elixir does at a module's end."""
    value = state.value if state.protocol is None else (Atom("__protocol__"), 1)
    _before_compile(x, state, meta)
    protocols.derive(x, state, meta)
    overriding.restore(x, state)
    if behaviour_check.inject_init(x, state):
        statement(x, state, templates.quoted("GenServer init", meta))
    _check_heads(x, state)
    _warn_variables(x)
    _warn_attributes(x, state)
    for name, (line, _) in state.docs.items():
        if name != "moduledoc":
            x.warn(line, f"module attribute @{name} was set but no definition follows it", place="")
    locals_check.check(x, state)
    types.check_specs(x, state)
    behaviour_check.check_behaviours(x, state)
    for found in state.definitions.values():
        heads = [(clause.args, clause.guard, clause.line) for clause in found.clauses]
        coverage.note(x, heads, f"{found.name}/{found.arity}")
    failures.report(x)
    after_compile(x, state, meta)
    on_load(x, state, meta)
    state.value = value
    give_value(state, meta)
    module = module_of(state)
    module.functions = assembled(state)
    module.spare = sorted(f"{name}/{arity}" for name, arity in state.spare if (name, arity) not in state.definitions)
    behaviour_check.add_information(state, module)
    module.attributes = {
        name: attribute.value for name, attribute in state.attributes.items() if name in state.persisted
    }
    if state.derived:
        module.attributes["derive"] = state.derived
    return module


def _warn_variables(x: Context) -> None:
    """Warn of variables of the body that nothing read."""
    x.unused, mine = {}, x.unused
    for key in sorted(mine, key=lambda each: each[0][0]):
        found = mine[key]
        if found is not None:
            x.warn_unused(key, found)


def _before_compile(x: Context, state: ModuleState, meta: Meta) -> None:
    state.ending = True
    if state.before_compile:
        overriding.put_back(state)
    for target, name in state.before_compile:
        run_hook(x, state, target, name, meta)


def _check_heads(x: Context, state: ModuleState) -> None:
    given = () if state.protocol is None else state.protocol.functions
    for key in state.order:
        found = state.definitions.get(key)
        if found is not None and not found.clauses and found.guard is None and key not in given:
            raise x.error(Meta(found.line), f"implementation not provided for predefined {found.kind} "
                          f"{found.name}/{found.arity}")  # fmt: skip


def _warn_attributes(x: Context, state: ModuleState) -> None:
    for name, attribute in sorted(state.attributes.items()):
        if not attribute.used and name not in state.persisted and name not in state.accumulating:
            x.warn(attribute.line, f"module attribute @{name} was set but never used", place="")
