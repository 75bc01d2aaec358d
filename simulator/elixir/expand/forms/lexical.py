"""Names: ``alias``, ``import``, ``require``, module names, ``__MODULE__`` and its like."""

from __future__ import annotations

import os
from typing import Any

from simulator.elixir.expand.names import library
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand, form, versioned
from simulator.elixir.runtime.world import world
from simulator.elixir.tree.build import FALSE, KERNEL, NIL, is_alias, is_keyword, keyword
from simulator.elixir.tree.nodes import Meta, Node
from simulator.elixir.tree.operators import FUNCTIONS, MACROS
from simulator.elixir.tree.to_source import to_source
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term


@form("__aliases__")
def aliases_form(x: Context, node: Node) -> Any:
    """A module's name: its first part may be an alias."""
    known = node.meta.get("alias")
    if known is not None and known.__class__ is Atom and known.name != "false":
        return known
    head = node.args[0]
    if head.__class__ is not Atom:
        head = expand(x, head)
        if head.__class__ is not Atom:
            raise x.error(node.meta, "an alias must expand to an atom at compilation time, but did not in "
                          f"\"{to_source(node)}\". Use Module.concat/2 if you want to dynamically generate "
                          "aliases")  # fmt: skip
        return _joined(head.name, node.args[1:])
    if head.name == "Elixir":
        return _joined("Elixir", node.args[1:])
    target = x.aliases.get(head) if known is None else x.quoted_aliases.get((head, node.meta.get("counter")))
    if target is None:
        return _joined(f"Elixir.{head.name.removeprefix('Elixir.')}", node.args[1:])
    library.used_alias(x, head)
    return _joined(target.name, node.args[1:])


def _joined(first: str, rest: list[Any]) -> Atom:
    return Atom(".".join([first, *(part.name.removeprefix("Elixir.") for part in rest)]))


def plain_name(node: Node) -> str:
    """Return a written module name without looking up aliases."""
    return ".".join(part.name for part in node.args)


def _options(x: Context, node: Node, allowed: tuple[str, ...], kind: str) -> list[Any]:
    if len(node.args) < 2:
        return []
    options = node.args[1]
    if not is_keyword(options):
        options = expand(x, options)
    if not is_keyword(options):
        raise x.error(node.meta, f"invalid options for {kind}, expected a keyword list, got: {to_source(options)}")
    for key, _ in options:
        if key.name not in allowed:
            raise x.error(node.meta, f"unsupported option {inspect_term(key)} given to {kind}")
    return options  # type: ignore[no-any-return]


def _many(x: Context, node: Node) -> list[Any] | None:
    """``alias Foo.{Bar, Baz}``: return the names one by one."""
    target = node.args[0]
    if target.__class__ is not Node or target.form.__class__ is not Node or target.form.form is not Atom("."):
        return None
    if len(target.form.args) != 2 or target.form.args[1] is not Atom("{}"):
        return None
    base = target.form.args[0]
    if is_alias(base):
        return [Node(each.form, each.meta, [*base.args, *each.args]) if is_alias(each) else
                _joined("Elixir." + plain_name(base), [Atom(each.name)]) for each in target.args]  # fmt: skip
    first = expand(x, base)
    return [_joined(first.name, each.args) for each in target.args]


def _each(x: Context, node: Node, names: list[Any]) -> Any:
    done = [expand(x, Node(node.form, node.meta, [name, *node.args[1:]])) for name in names]
    return done


@form("alias", 1)
@form("alias", 2)
def alias_form(x: Context, node: Node) -> Any:
    """``alias Foo.Bar`` and ``alias Foo.Bar, as: Baz``."""
    names = _many(x, node)
    if names is not None:
        return _each(x, node, names)
    options = _options(x, node, ("as", "warn"), "alias")
    target = expand(x, node.args[0])
    if target.__class__ is not Atom:
        raise x.error(node.meta, "invalid argument for alias, expected a compile time atom or alias, got: "
                      f"{to_source(node.args[0])}")  # fmt: skip
    given = keyword(options, "as")
    if given is None or given is NIL:
        if not target.name.startswith("Elixir."):
            raise x.error(node.meta, f"alias cannot be inferred automatically for module: {inspect_term(target)}, "
                                     "please "
                          "use the :as option. Implicit aliasing is only supported with Elixir modules")  # fmt: skip
        short = Atom(target.name.rsplit(".", 1)[1])
    else:
        short = _short(x, node, given)
    _set_alias(x, node.meta, short, target, _is_quiet(node, options))
    return target


def _short(x: Context, node: Node, given: Any) -> Atom:
    if is_alias(given) and len(given.args) == 1:
        return given.args[0]  # type: ignore[no-any-return]
    short = given.name.removeprefix("Elixir.") if given.__class__ is Atom else ""
    named = short != "" and short != given.name and short[0].isupper()
    if named and "." not in short:  # what a macro's code has expanded already
        return Atom(short)
    if is_alias(given) or named:
        raise x.error(node.meta, f"invalid value for option :as, expected a simple alias, got nested alias: "
                      f"{to_source(given)}")  # fmt: skip
    raise x.error(node.meta, f"invalid value for option :as, expected an alias, got: {to_source(given)}")


def _is_quiet(node: Node, options: list[Any]) -> bool:
    """Whether it is not told that nothing uses a name: ``warn:`` says so, and what a macro wrote is not told of."""
    warn = keyword(options, "warn")
    return node.meta.get("counter") is not None if warn is None else warn is FALSE


def _set_alias(x: Context, meta: Meta, short: Atom, target: Atom, quiet: bool) -> None:
    if f"Elixir.{short.name}" == target.name:
        return
    x.aliases = {**x.aliases, short: target}
    if meta.get("counter") is not None:
        x.quoted_aliases = {**x.quoted_aliases, (short, meta.get("counter")): target}
    library.new_alias(x, meta, short, quiet)


@form("require", 1)
@form("require", 2)
def require_form(x: Context, node: Node) -> Any:
    """``require Mod``: its macros may be called."""
    names = _many(x, node)
    if names is not None:
        return _each(x, node, names)
    options = _options(x, node, ("as", "warn"), "require")
    target = expand(x, node.args[0])
    if target.__class__ is not Atom:
        raise x.error(node.meta, "invalid argument for require, expected a compile time atom or alias, got: "
                      f"{to_source(node.args[0])}")  # fmt: skip
    library.ensure_loaded(x, node.meta, target)
    x.requires = {**x.requires, target: node.line}
    given = keyword(options, "as")
    if given is not None:
        _set_alias(x, node.meta, _short(x, node, given), target, _is_quiet(node, options))
    return target


@form("import", 1)
@form("import", 2)
def import_form(x: Context, node: Node) -> Any:
    """``import Mod``, with ``only:`` and ``except:``."""
    names = _many(x, node)
    if names is not None:
        return _each(x, node, names)
    options = _options(x, node, ("only", "except", "warn"), "import")
    target = expand(x, node.args[0])
    if target.__class__ is not Atom:
        raise x.error(node.meta, "invalid argument for import, expected a compile time atom or alias, got: "
                      f"{to_source(node.args[0])}")  # fmt: skip
    library.ensure_loaded(x, node.meta, target)
    only, refused = keyword(options, "only"), keyword(options, "except")
    if only is not None and refused is not None:
        raise x.error(node.meta, ":only and :except can only be given together to import when :only is :functions, "
                      ":macros, or :sigils" if only.__class__ is list else ":only") if only.__class__ is list else \
            x.not_supported(node.meta, "import with both only: and except:")
    if target is KERNEL:
        _import_kernel(x, node, only, refused)
        return target
    functions, macros = library.exports(x, node.meta, target)
    functions, macros = _chosen(x, node, target, functions, macros, only, refused)
    x.requires = {**x.requires, target: node.line}
    _note_ambiguous(x, target, functions | macros)
    x.functions = {**_without(x.functions, target), **dict.fromkeys(functions, target)}
    x.macros = {**_without(x.macros, target), **dict.fromkeys(macros, target)}
    named = _pairs(x, node, only) if only.__class__ is list else []
    library.new_import(x, node.meta, target, named, _is_quiet(node, options))
    return target


def _note_ambiguous(x: Context, target: Atom, names: set[tuple[str, int]]) -> None:
    """Remember what another module or Kernel has under the same name: only a call of it is an error."""
    kept = {key: pair for key, pair in x.ambiguous.items() if target not in pair}
    for key in names:
        other = x.functions.get(key) or x.macros.get(key)
        if other is None and key not in x.excluded and (key in FUNCTIONS or key in MACROS):
            other = KERNEL
        if other is not None and other is not target:
            kept[key] = target, other
    x.ambiguous = kept


def _without(table: dict[tuple[str, int], Atom], target: Atom) -> dict[tuple[str, int], Atom]:
    return {name: module for name, module in table.items() if module is not target}


def _import_kernel(x: Context, node: Node, only: Any, refused: Any) -> None:
    everything = FUNCTIONS | MACROS
    if only is not None:
        chosen = frozenset(_pairs(x, node, only)) if only.__class__ is list else (
            FUNCTIONS if only is Atom("functions") else MACROS)  # fmt: skip
        x.excluded = everything - chosen
    elif refused is not None:
        x.excluded = frozenset(_pairs(x, node, refused))
    else:
        x.excluded = frozenset()


def _pairs(x: Context, node: Node, listed: Any) -> list[tuple[str, int]]:
    if not is_keyword(listed) or any(pair[1].__class__ is not int for pair in listed):
        raise x.error(node.meta, "invalid :only option for import, expected value to be an atom :functions, :macros, "
                                 "or "
                      f"a list literal, got: {to_source(listed)}" if listed.__class__ is not list else
                      "invalid value for import, expected a keyword list with integer values, got: "
                      f"{to_source(listed)}")  # fmt: skip
    return [(name.name, arity) for name, arity in listed]


def _chosen(
    x: Context, node: Node, target: Atom, functions: Any, macros: Any, only: Any, refused: Any
) -> tuple[set[tuple[str, int]], set[tuple[str, int]]]:
    functions, macros = set(functions), set(macros)
    if only is Atom("functions"):
        return functions, set()
    if only is Atom("macros"):
        return set(), macros
    if only is not None:
        names = _pairs(x, node, only)
        for name, arity in names:
            if (name, arity) not in functions and (name, arity) not in macros:
                raise x.error(node.meta, f"cannot import {inspect_term(target)}.{name}/{arity} because it is undefined "
                              "or private")  # fmt: skip
        return functions & set(names), macros & set(names)
    if refused is not None:
        names = _pairs(x, node, refused)
        return functions - set(names), macros - set(names)
    hidden = {key for key in functions | macros if key[0].startswith("_")}
    return functions - hidden, macros - hidden


@form("__MODULE__", 0)
def module_form(x: Context, node: Node) -> Any:
    """The current module, ``nil`` outside of one."""
    return x.module_name


@form("__DIR__", 0)
def dir_form(x: Context, node: Node) -> Any:
    """The folder of the file."""
    return os.path.dirname(world().files.absolute(x.unit.file))


@form("__ENV__", 0)
def env_form(x: Context, node: Node) -> Any:
    """The environment, as a literal ``%Macro.Env{}``."""
    from simulator.elixir.expand.forms.quoting import escape
    from simulator.elixir.expand.names.environment import environment

    return expand(x, escape(environment(x, node.meta), node.meta))


@form("__CALLER__", 0)
def caller_form(x: Context, node: Node) -> Any:
    """The environment of a macro's caller: the macro's hidden first argument."""
    if not x.caller:
        raise x.error(node.meta, "__CALLER__ is available only inside defmacro and defmacrop")
    return versioned(Node(node.form, node.meta, None), x.vars["__CALLER__", None])
