"""Calls inside of a module: what is not defined, and private functions that nothing calls."""

from __future__ import annotations

from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.module_state import Definition, LocalCall, ModuleState
from simulator.elixir.tree.errors import CompileError
from simulator.elixir.tree.nodes import Meta
from simulator.terms import inspect as inspect_term

_GIVEN = frozenset({("__info__", 1), ("module_info", 0), ("module_info", 1), ("behaviour_info", 1)})


def check(x: Context, state: ModuleState) -> None:
    """Warn of unused private functions; refuse calls of functions that do not exist."""
    _warn_unused(x, state)
    _conflict(x, state)
    missing = [error for error in (_problem(state, each) for each in state.locals) if error is not None]
    missing.sort(key=lambda each: (each.line, each.message))
    for error in reversed(missing[1:]):
        x.warn(error.line, error.message, place="")
    if missing:
        raise missing[0]


def _conflict(x: Context, state: ModuleState) -> None:
    """Refuse a call of an imported function that the module also defines."""
    for (name, arity), (receiver, _) in state.imported.items():
        if (name, arity) in state.definitions:
            shown = inspect_term(receiver)
            meta = Meta(state.definitions[name, arity].line)
            raise x.error(meta, f"imported {shown}.{name}/{arity} conflicts with local function")


def _problem(state: ModuleState, each: LocalCall) -> CompileError | None:
    """Return what is wrong with a call of the module's own function."""
    key = each.name, each.arity
    found = state.definitions.get(key)
    if found is not None:
        if found.macro and not each.expanded:
            return CompileError(f"cannot invoke macro {each.name}/{each.arity} before its definition", state.file,
                               each.meta.line, each.meta.column)  # fmt: skip
        if each.caller is None and not each.expanded:
            return _undefined_in_body(state, each)
        return None
    if key in _GIVEN:
        return None
    name = inspect_term(state.name)
    return CompileError(
        f"undefined function {each.name}/{each.arity} (expected {name} to define such a function or for it to be "
        "imported, but none are available)",
        state.file, each.meta.line, each.meta.column,
    )  # fmt: skip


def _undefined_in_body(state: ModuleState, each: LocalCall) -> CompileError:
    return CompileError(
        f"undefined function {each.name}/{each.arity} (there is no such import)", state.file, each.meta.line,
        each.meta.column,
    )  # fmt: skip


def _warn_unused(x: Context, state: ModuleState) -> None:
    reached = _reached(state)
    for key in sorted(state.order, key=lambda each: state.definitions[each].line if each in state.definitions else 0):
        found = state.definitions.get(key)
        if found is None or not found.private or key in state.default_names or key in state.injected:
            continue
        if key in reached or any(short in reached for short, owner in state.default_names.items() if owner == key):
            _warn_defaults(x, state, found, reached)
        else:
            _warn(x, state, found)


def _reached(state: ModuleState) -> set[tuple[str, int]]:
    """Return what public functions, macros and the body reach."""
    calls: dict[tuple[str, int] | None, list[tuple[str, int]]] = {}
    for each in state.locals:
        calls.setdefault(each.caller, []).append((each.name, each.arity))
    todo: list[tuple[str, int] | None] = [None]
    todo += [key for key, found in state.definitions.items() if not found.private]
    reached: set[tuple[str, int]] = set()
    while todo:
        for key in calls.get(todo.pop(), ()):
            if key not in reached:
                reached.add(key)
                todo.append(key)
    return reached


def _warn_defaults(x: Context, state: ModuleState, found: Definition, reached: set[tuple[str, int]]) -> None:
    """Warn of default values that no call leaves to be filled in."""
    count = found.defaults
    called = {(each.name, each.arity) for each in state.locals if each.caller != (found.name, found.arity)}
    left_out = [missing for missing in range(1, count + 1) if (found.name, found.arity - missing) in called]
    fewest = max(left_out, default=0)
    name = f"{found.name}/{found.arity}"
    if count == 0 or fewest == count:
        return
    if fewest == 0:
        x.warn(found.line, f"default values for the optional arguments in {name} are never used", place="")
    elif count - fewest == 1:
        x.warn(found.line, f"the default value for the first optional argument in {name} is never used", place="")
    else:
        x.warn(found.line, f"the default values for the first {count - fewest} optional arguments in {name} are never "
               "used", place="")  # fmt: skip


def _warn(x: Context, state: ModuleState, found: Definition) -> None:
    word = "macro" if found.macro else "function"
    x.warn(found.line, f"{word} {found.name}/{found.arity} is unused", place="")
