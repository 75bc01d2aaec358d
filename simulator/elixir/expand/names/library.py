"""What the expander knows of modules that are not in the source: Elixir's and Erlang's own."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.names.macro_table import LIBRARY_MACROS, STRAIGHT
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.known import exported, supported
from simulator.elixir.runtime import index
from simulator.elixir.tree.build import elixir
from simulator.elixir.tree.nodes import Meta, Node
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term

Names = set[tuple[str, int]]


def is_guard(module: Atom, name: str, arity: int) -> bool:
    """Whether guards take a function of the library."""
    return f"{name}/{arity}" in index.guards(module.name)


def is_macro(module: Atom, name: str, arity: int) -> bool:
    """Whether real Elixir has a macro there, which asks for ``require``."""
    found = exported(module)
    return found is not None and (name, arity) in found[1]


def run_macro(x: Context, node: Node, module: Atom, name: str, args: list[Any]) -> Any:
    """Return the call that a library's macro stands for."""

    handler = LIBRARY_MACROS.get((module.name, name))
    if handler is not None:
        return handler(x, Node(Atom(name), Meta(node.line, node.meta.column), args))
    made = index.macros(module.name).get(f"{name}/{len(args)}")
    if made is not None:
        return made(*args)
    if (name, len(args)) not in supported(module):
        return _unsupported(x, node, f"{inspect_term(module)}.{name}/{len(args)}")
    return None


def _unsupported(x: Context, node: Node, what: str) -> Any:
    """Return what stops the program in place of a macro that is not there; outside of functions it stops at once."""
    if x.match is not None or (x.module is not None and x.function is None):
        raise x.not_supported(node.meta, what)
    x.unit.lacks(what, node.line, node.meta.column)
    return elixir("Kernel.Utils", "refuse", [what], node.meta)


def straight_call(x: Context, receiver: Atom, name: str, args: list[Any], node: Node) -> Any:
    """Do at once what a module's body asks of its own module: ``Module.register_attribute`` and its like."""
    if x.module is None or x.function is not None:
        return None
    straight = STRAIGHT.get(receiver.name)
    return None if straight is None else straight(x, name, args, node)


def exports(x: Context, meta: Meta, module: Atom) -> tuple[Names, Names]:
    """Return the functions and the macros of a module."""
    state = x.unit.find(module)
    if state is not None:
        public = [found for found in state.definitions.values() if not found.private]
        return ({(found.name, found.arity) for found in public if not found.macro},
                {(found.name, found.arity) for found in public if found.macro})  # fmt: skip
    found = exported(module)
    if found is None:
        raise _not_loaded(x, meta, module)
    return set(found[0]), set(found[1])


def _not_loaded(x: Context, meta: Meta, module: Atom) -> Exception:
    shown = inspect_term(module)
    if module in x.unit.defined:
        return x.error(meta, f"module {shown} is not loaded but was defined. This happens when you depend on a module "
                       "in the same context in which it is defined. For example:\n\n    defmodule MyApp do\n      "
                       "defmodule Mod do\n      end\n\n      use Mod\n    end\n\nTry defining the module outside the "
                       "context that uses it:\n\n    defmodule MyApp.Mod do\n    end\n\n    defmodule MyApp do\n      "
                       "use MyApp.Mod\n    end\n\nIf the module is defined at the top-level and you are trying to "
                       "use it "
                       "at the top-level, this is not supported by Elixir")  # fmt: skip
    if index.is_foreign(module.name):
        return x.not_supported(meta, f"{shown}, a module of Elixir or OTP that is not here")
    return x.error(meta, f"module {shown} is not loaded and could not be found")


def ensure_loaded(x: Context, meta: Meta, module: Atom) -> None:
    """Refuse a module that does not exist (yet)."""
    state = x.unit.find(module)
    if state is not None:
        if not state.closed and state is x.module:
            raise _circular(x, meta, module)
        return
    if exported(module) is None:
        raise _not_loaded(x, meta, module)


def _circular(x: Context, meta: Meta, module: Atom) -> Exception:
    return x.error(meta, f"you are trying to use the module {inspect_term(module)} which is currently "
                   "being defined.\n\nThis may happen if you accidentally override the module you want to use. For "
                   "example:\n\n    defmodule MyApp do\n      defmodule Supervisor do\n        use Supervisor\n      "
                   "end\n"
                   "    end\n\nIn the example above, the new Supervisor conflicts with Elixir's Supervisor. This may "
                   "be "
                   "fixed by using the fully qualified name in the definition:\n\n    defmodule MyApp.Supervisor do\n"
                   "      use Supervisor\n    end\n")  # fmt: skip


def new_alias(x: Context, meta: Meta, short: Atom, quiet: bool) -> None:
    """Remember an alias, to warn if nothing uses it, unless that is to be *quiet*."""
    _note(x, ["alias", short, meta, quiet, []])


def used_alias(x: Context, short: Atom) -> None:
    """Note that an alias was used."""
    _used(x, "alias", short)


def new_import(x: Context, meta: Meta, module: Atom, only: list[tuple[str, int]], quiet: bool) -> None:
    """Remember an import, to warn if nothing uses it, or not all of what it names, unless that is to be *quiet*."""
    _note(x, ["import", module, meta, quiet, [] if quiet else list(only)])


def _note(x: Context, entry: list[Any]) -> None:
    """Remember what is to be warned of: in a file one of a name takes the place of an earlier one, used or not."""
    known = x.unit.lexical
    known[:] = [each for each in known if each[0] != entry[0] or each[1] is not entry[1]]
    known.append(entry)


def used_import(x: Context, module: Atom, key: tuple[str, int]) -> None:
    """Note that something imported was used."""
    _used(x, "import", module, key)


def _used(x: Context, kind: str, name: Atom, key: tuple[str, int] | None = None) -> None:
    for entry in reversed(x.unit.lexical):
        if entry[0] == kind and entry[1] is name:
            entry[3] = True
            if key in entry[4]:
                entry[4].remove(key)
            return
