"""What a new clause must agree with: the clauses before it, their kind, their defaults."""

from __future__ import annotations

from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.module_state import Definition, ModuleState
from simulator.elixir.tree.nodes import Meta


def check_clause(
    x: Context, state: ModuleState, kind: str, name: str, arity: int, defaults: int, bodiless: bool, meta: Meta,
    grouped: bool,
) -> Definition:
    """Return the definition to which a clause belongs; raise or warn when it does not fit.

    Clauses that ``unquote`` makes need not be *grouped*, nor those that come next after one of them.
    """
    key = name, arity
    found = state.definitions.get(key)
    _check_defaults(x, state, kind, name, arity, defaults, meta)
    if found is None:
        found = Definition(kind, name, arity, meta.line)
        state.definitions[key] = found
        state.order.append(key)
    else:
        if found.kind != kind:
            raise x.error(meta, f"{kind} {name}/{arity} already defined as {found.kind} in {state.file}:{found.line}")
        if found.clauses or not bodiless:
            _check_more(x, state, found, defaults, bodiless, meta, grouped)
    if grouped:
        state.last = key
    found.grouped = grouped
    return found


def _check_more(
    x: Context, state: ModuleState, found: Definition, defaults: int, bodiless: bool, meta: Meta, grouped: bool
) -> None:
    kind, name, arity = found.kind, found.name, found.arity
    if grouped and found.grouped and found.clauses and state.last != (name, arity) and not bodiless:
        x.warn(
            meta.line,
            f'clauses with the same name and arity (number of arguments) should be grouped together, "{kind} '
            f'{name}/{arity}" was previously defined ({state.file}:{found.line})',
            place="",
        )
    if defaults and found.defaults:
        raise x.error(meta, f"{kind} {name}/{arity} defines defaults multiple times. Elixir allows defaults to be "
                      "declared once per definition. Instead of:\n\n    def foo(:first_clause, b \\\\ :default) do "
                      "... end"
                      "\n    def foo(:second_clause, b \\\\ :default) do ... end\n\none should write:\n\n    "
                      "def foo(a, b \\\\ :default)\n    def foo(:first_clause, b) do ... end\n    "
                      "def foo(:second_clause, b) do ... end\n")  # fmt: skip
    if not bodiless and ((defaults and found.clauses) or (found.defaults and found.with_body)):
        x.warn(meta.line, f"{kind} {name}/{arity} has multiple clauses and also declares default values. In such "
                          "cases, "
                      "the default values should be defined in a header. Instead of:\n\n    def foo(:first_clause, b "
                      "\\\\ :default) do ... end\n    def foo(:second_clause, b) do ... end\n\none should write:\n\n "
                      "   "
                      "def foo(a, b \\\\ :default)\n    def foo(:first_clause, b) do ... end\n    "
                      "def foo(:second_clause, b) do ... end\n", place="")  # fmt: skip


def _check_defaults(
    x: Context, state: ModuleState, kind: str, name: str, arity: int, defaults: int, meta: Meta
) -> None:
    owner = state.default_names.get((name, arity))
    if owner is not None:
        raise x.error(meta, f"{kind} {name}/{arity} conflicts with defaults from {owner[0]}/{owner[1]}")
    for missing in range(1, defaults + 1):
        other = state.definitions.get((name, arity - missing))
        if other is not None and other.defaults:
            raise x.error(meta, f"{kind} {name}/{arity} defaults conflicts with {name}/{other.arity}")
