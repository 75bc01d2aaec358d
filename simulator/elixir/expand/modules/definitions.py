"""``def``, ``defp``, ``defmacro``, ``defmacrop``: clauses, guards, default arguments, heads without bodies."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.forms.clauses import alternatives, guard, pattern
from simulator.elixir.expand.modules.fragments import deferred, resolved
from simulator.elixir.expand.names.environment import environment
from simulator.elixir.expand.names.macro_table import kernel_macro
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand, versioned
from simulator.elixir.expand.scope.module_state import Definition, LocalCall, ModuleState
from simulator.elixir.runtime import open_modules
from simulator.elixir.tree.build import DO, WHEN, call
from simulator.elixir.tree.errors import CompileError
from simulator.elixir.tree.nodes import Clause, Meta, Node
from simulator.elixir.tree.quoted import to_terms
from simulator.elixir.tree.to_source import to_source
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term

_DEFAULT = Atom("\\\\")


@kernel_macro(
    *((kind, arity) for kind in ("def", "defp", "defmacro", "defmacrop") for arity in (1, 2)),
)
def _def(x: Context, node: Node) -> Any:
    kind = node.form.name
    if x.module is None:
        raise x.error(node.meta, f"cannot invoke {kind}/{len(node.args)} outside module", "ArgumentError")
    if x.function is not None:
        raise x.error(node.meta, f"cannot invoke {kind}/{len(node.args)} inside function/macro", "ArgumentError")
    head = node.args[0]
    body = node.args[1] if len(node.args) == 2 else None
    if x.module.protocol is not None and kind == "def":
        return _protocol_function(x, x.module, node)
    if not x.straight:
        return deferred(x, node, kind, head, body)
    plain = head, body
    head, body = resolved(x, node, head, body)
    name, arity = define(x, kind, head, body, node.meta, grouped=plain == (head, body))
    if node.meta.get("library"):
        x.module.injected.add((name, arity))
    else:
        x.module.injected.discard((name, arity))
    return (Atom(name), arity)


def split_head(x: Context, kind: str, head: Any, meta: Meta) -> tuple[str, list[Any], Any]:
    """Return name, arguments and guard of ``name(args) when guard``."""
    condition = None
    if head.__class__ is Node and head.form is WHEN and head.args.__class__ is list and len(head.args) == 2:
        head, condition = head.args
    if head.__class__ is not Node or head.form.__class__ is not Atom:
        raise x.error(meta, f"invalid syntax in {kind} {to_source(head)}")
    return head.form.name, head.args if head.args.__class__ is list else [], condition


def _protocol_function(x: Context, state: ModuleState, node: Node) -> Any:
    """Note a ``def`` of a protocol's body."""
    from simulator.elixir.expand.checks.definition_checks import check_clause

    name, args, condition = split_head(x, "def", node.args[0], node.meta)
    if len(node.args) == 2:
        raise x.error(node.meta, "undefined function def/2 (there is no such import)")
    if not args:
        raise x.error(node.meta, "protocol functions expect at least one argument", "ArgumentError")
    if condition is not None:
        raise x.error(node.meta, 'missing :do option in "def"')
    state.docs.pop("doc", None)
    args, defaults = split_defaults(args)
    key = name, len(args)
    found = check_clause(x, state, "def", *key, len(defaults), False, node.meta, False)
    if defaults:
        _define_defaults(x, state, found, args, defaults, False, node.meta)
    if key not in state.protocol.functions:
        state.protocol.functions.append(key)
        state.callbacks.append((name, len(args), False))
    return (Atom(name), len(args))


def define(
    x: Context, kind: str, head: Any, body: Any, meta: Meta, *, grouped: bool = True
) -> tuple[str, int]:
    """Add a clause to the module; return the name and arity of what it defines.

    Clauses that are made by ``unquote`` need not be *grouped*: no complaint if others stand between them.
    """
    from simulator.elixir.expand.checks.definition_checks import check_clause

    state = x.module
    assert state is not None
    name, args, condition = split_head(x, kind, head, meta)
    args, defaults = split_defaults(args)
    arity = len(args)
    place = head.meta if head.__class__ is Node and head.meta.line else meta
    found = check_clause(x, state, kind, name, arity, len(defaults), body is None, place, grouped)
    _note_impl(state, name, arity, len(defaults), meta)
    if defaults:
        _define_defaults(x, state, found, args, defaults, body is not None, meta)
    if body is not None:
        found.clauses += _refusable(x, state, found, args, condition, body, meta)
        _tell_hooks(x, state, kind, found, (args, condition, body), meta)
        take_docs(x, state, found, meta)
    elif condition is not None:
        raise x.error(meta, f'missing :do option in "{kind}"')
    return name, arity


def _refusable(
    x: Context, state: ModuleState, found: Definition, args: list[Any], condition: Any, body: Any, meta: Meta
) -> list[Clause]:
    """Return the clauses of a definition; nothing is defined by one that is refused."""
    try:
        return _clause(x, state, found, args, condition, body, meta)
    except CompileError:
        if not found.clauses:
            del state.definitions[found.name, found.arity]
            state.order.remove((found.name, found.arity))
        raise


def _tell_hooks(
    x: Context, state: ModuleState, kind: str, found: Definition, written: tuple[list[Any], Any, Any], meta: Meta
) -> None:
    """Call what ``@on_definition`` names, with a clause as it is written."""
    args, condition, body = written
    for module, name in state.on_definition:
        told = [Atom(kind), Atom(found.name), to_terms(args), to_terms([] if condition is None else [condition]),
                to_terms(body)]  # fmt: skip
        function, x.function = x.function, (found.name, found.arity)
        try:
            with open_modules.entered(x.open_module()):
                x.unit.evaluator.call(module, name, [environment(x, meta), *told])
        finally:
            x.function = function


def take_docs(x: Context, state: ModuleState, found: Definition, meta: Meta) -> None:
    """Documentation that waits belongs to this definition."""
    line, text = state.docs.pop("doc", (None, None))
    if line is None:
        return
    if text.__class__ is str and not found.private:
        kind = "macro" if found.macro else "function"
        state.documentation.append(((kind, found.name, found.arity), line, text))
    name = f"{found.name}/{found.arity}"
    if found.private:
        x.warn(line, f"{found.kind} {name} is private, @doc attribute is always discarded for private "
               "functions/macros/types", place=f": {inspect_term(state.name)}.{name}")  # fmt: skip


def _note_impl(state: ModuleState, name: str, arity: int, defaults: int, meta: Meta) -> None:
    if state.impl is not None:
        for each in range(arity - defaults, arity + 1):
            state.impls.setdefault((name, each), (state.impl[0], meta.line))
        state.impl = None


def split_defaults(args: list[Any]) -> tuple[list[Any], list[tuple[int, Any]]]:
    """Return a head's arguments without their defaults, and the defaults by the places of their arguments."""
    plain: list[Any] = []
    defaults: list[tuple[int, Any]] = []
    for index, arg in enumerate(args):
        if arg.__class__ is Node and arg.form is _DEFAULT and arg.args.__class__ is list:
            plain.append(arg.args[0])
            defaults.append((index, arg.args[1]))
        else:
            plain.append(arg)
    return plain, defaults


def _define_defaults(
    x: Context, state: ModuleState, found: Definition, args: list[Any], defaults: list[tuple[int, Any]], has_body: bool,
    meta: Meta,
) -> None:  # fmt: skip
    """Make a function for every number of arguments that may be left out, from the right."""
    found.defaults = len(defaults)
    found.with_body = has_body
    for missing in range(1, len(defaults) + 1):
        left_out = dict(defaults[len(defaults) - missing :])
        arity = len(args) - missing
        key = found.name, arity
        made = state.definitions.get(key)
        if made is None:
            made = Definition(found.kind, found.name, arity, found.line)
            state.definitions[key] = made
            state.order.append(key)
        state.default_names[key] = found.name, found.arity
        parameters = [Node(Atom(f"x{index}"), meta, Atom("Elixir.Kernel")) for index in range(len(args))
                      if index not in left_out]  # fmt: skip
        rest = iter(parameters)
        values = [left_out[index] if index in left_out else next(rest) for index in range(len(args))]
        made.clauses.append(_default_clause(x, state, made, found, parameters, values, meta))


def _default_clause(
    x: Context, state: ModuleState, made: Definition, found: Definition, parameters: list[Any], values: list[Any],
    meta: Meta,
) -> Clause:  # fmt: skip
    inner = x.inside(state, (found.name, found.arity))
    inner.version = made.versions
    inner.caller = made.macro
    hidden = _caller(inner, made, meta)
    patterns = pattern(inner, parameters)
    done = [expand(inner, value) for value in values]
    _finish(inner)
    name = found.name
    if made.macro:
        name, done = f"MACRO-{name}", [hidden[0], *done]
    noted = LocalCall((made.name, made.arity), found.name, found.arity, meta)
    noted.expanded = True
    state.locals.append(noted)
    return Clause([*hidden, *patterns], None, call(name, done, meta), meta.line)


def _caller(inner: Context, found: Definition, meta: Meta) -> list[Any]:
    """Bind ``__CALLER__``, the first argument of a macro's function."""
    if not found.macro:
        return []
    version = inner.bind(("__CALLER__", None), meta.line, False)
    inner.used(("__CALLER__", None), version)
    return [versioned(Node(Atom("__CALLER__"), meta, None), version)]


def _clause(
    x: Context, state: ModuleState, found: Definition, args: list[Any], condition: Any, body: Any, meta: Meta
) -> list[Clause]:
    inner = x.inside(state, (found.name, found.arity))
    inner.version = found.versions
    inner.caller = found.macro
    inner.outer = x.outer
    hidden = _caller(inner, found, meta)
    patterns = pattern(inner, args)
    condition = None if condition is None else guard(inner, condition)
    done = expand(inner, _body(inner, found, body, meta))
    _finish(inner)
    return [Clause([*hidden, *patterns], each, done, meta.line) for each in alternatives(condition)]


def _finish(inner: Context) -> None:
    """Warn of what the function never read."""
    mine = inner.unused
    inner.vars = {}
    saved = inner.open()
    inner.unused = mine
    inner.close(saved)


def _body(inner: Context, found: Definition, body: Any, meta: Meta) -> Any:
    """``do: body``; with ``rescue`` and its like the body of a ``try``."""
    if body.__class__ is not list or not body or body[0].__class__ is not tuple:
        raise inner.error(meta, f'missing :do option in "{found.kind}"')
    if len(body) == 1 and body[0][0] is DO:
        return body[0][1]
    return Node(Atom("try"), meta.with_(kind=found.kind), [body])
