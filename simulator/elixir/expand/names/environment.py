"""``__ENV__`` and ``__CALLER__``: a ``%Macro.Env{}`` as a term."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.scope.context import Context
from simulator.elixir.tree.build import NIL
from simulator.elixir.tree.nodes import Meta
from simulator.elixir.tree.quoted import make_list, make_map
from simulator.terms import Atom


def environment(x: Context, meta: Meta) -> Any:
    """Return the environment of a place: module, function, file, line, aliases, requires, imports."""
    function: Any = NIL if x.function is None else (Atom(x.function[0]), x.function[1])
    aliases = [(Atom(f"Elixir.{short.name}"), target) for short, target in x.aliases.items()]
    context = NIL if x.match is None else Atom(x.match)
    return make_map([
        (Atom("__struct__"), Atom("Elixir.Macro.Env")), (Atom("module"), x.module_name), (Atom("function"), function),
        (Atom("file"), x.unit.file), (Atom("line"), meta.line), (Atom("context"), context),
        (Atom("aliases"), make_list(aliases)), (Atom("requires"), make_list(sorted(x.requires))),
        (Atom("context_modules"), make_list([] if x.module is None else [x.module_name])),
        (Atom("lexical_tracker"), NIL), (Atom("versioned_vars"), _variables(x)),
        (Atom("functions"), _imported(x.functions)), (Atom("macros"), _imported(x.macros)),
        *((Atom(name), make_list([])) for name in ("macro_aliases", "tracers")),
    ])  # fmt: skip


def _variables(x: Context) -> Any:
    """Return the variables of a place with their versions."""
    return make_map([((Atom(name), NIL if kind is None else kind), version) for (name, kind), version in x.vars.items()
                     if name != "__CALLER__"])  # fmt: skip


def _imported(found: dict[tuple[str, int], Atom]) -> Any:
    """Return what is imported, by its module; what every place has of ``Kernel`` is not told."""
    modules: dict[Atom, list[Any]] = {}
    for (name, arity), module in sorted(found.items(), key=lambda item: item[0]):
        modules.setdefault(module, []).append((Atom(name), arity))
    return make_list([(module, make_list(functions)) for module, functions in modules.items()])
