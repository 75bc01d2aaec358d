"""The modules that are being defined, for code that runs meanwhile and asks for one by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.elixir.tree.nodes import Meta
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term

if TYPE_CHECKING:
    from simulator.elixir.expand.scope.context import Context
    from simulator.elixir.expand.scope.module_state import ModuleState

_STACK: list[tuple[Context, ModuleState]] = []
"""Modules during whose expansion code runs, the innermost last."""


def enter(x: Context) -> bool:
    """Let code that runs now reach the module of *x*; return whether there is one, which is left by :func:`leave`."""
    if x.module is None:
        return False
    _STACK.append((x, x.module))
    return True


def leave() -> None:
    """Take back the last :func:`enter`."""
    _STACK.pop()


def innermost() -> tuple[Context, ModuleState]:
    """Return the module whose body runs."""
    return _STACK[-1]


def _find(module: Atom) -> tuple[Context, ModuleState]:
    for x, state in reversed(_STACK):
        if state.name is module and not state.closed:
            return x, state
    from simulator.elixir.runtime.errors import error

    raise error("ArgumentError", message=f"could not call Module function because the module {inspect_term(module)} "
                "is already compiled")  # fmt: skip


def is_open(module: Atom) -> bool:
    """Whether a module is being defined."""
    return any(state.name is module and not state.closed for _, state in _STACK)


def get_attribute(module: Atom, name: str, default: Any) -> Any:
    """Return an attribute's value as a term."""
    from simulator.elixir.tree.quoted import make_list, term_of

    _, state = _find(module)
    found = state.attributes.get(name)
    if found is None:
        return make_list([]) if name in state.accumulating else default
    found.used = True
    return term_of(found.value)


def put_attribute(module: Atom, name: str, value: Any) -> None:
    """Set an attribute to a term."""
    from simulator.elixir.expand.modules.attributes import put
    from simulator.elixir.tree.quoted import escaped

    x, state = _find(module)
    put(x, state, name, escaped(value, Meta()), Meta())
    if name in state.attributes:
        state.attributes[name].used = True


def delete_attribute(module: Atom, name: str, default: Any) -> Any:
    """Remove an attribute and return what its value was."""
    value = get_attribute(module, name, default)
    _find(module)[1].attributes.pop(name, None)
    return value


def register_attribute(module: Atom, name: str, options: dict[str, bool]) -> None:
    """Make an attribute accumulate, or be kept."""
    _, state = _find(module)
    if options.get("accumulate"):
        state.accumulating.add(name)
    if options.get("persist"):
        state.persisted.add(name)


def has_attribute(module: Atom, name: str) -> bool:
    """Whether an attribute was set."""
    return name in _find(module)[1].attributes


def defined(module: Atom, name: str, arity: int) -> str | None:
    """Return how something is defined (``def``, ``defp`` ...); None if it is not."""
    found = _find(module)[1].definitions.get((name, arity))
    return None if found is None else found.kind


def definitions(module: Atom) -> list[tuple[str, int]]:
    """Return names and arities of all that is defined so far."""
    return list(_find(module)[1].definitions)
