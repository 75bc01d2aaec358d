"""Calls: of the module's own functions, of imported ones, of other modules, of values; and macros among them."""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.expand.checks import failures
from simulator.elixir.expand.names import library, macros
from simulator.elixir.expand.names.macro_table import KERNEL_MACROS, Done
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import calls, expand, expand_args
from simulator.elixir.expand.scope.module_state import LocalCall, ModuleState
from simulator.elixir.expand.scope.unit import RemoteCall
from simulator.elixir.tree.build import ERLANG, KERNEL, NIL, UTILS, remote
from simulator.elixir.tree.nodes import Meta, Node
from simulator.elixir.tree.operators import ERLANG_GUARDS, FUNCTIONS, GUARDS, NOT_ERLANG, OPERATORS
from simulator.elixir.tree.to_source import to_source
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term
from simulator.terms.lists import to_list


@calls("local")
def local_call(x: Context, node: Node) -> Any:
    """Expand ``name(args)``."""
    name, arity = node.form.name, len(node.args)
    key = name, arity
    found = macros.local_macro(x, name, arity)
    if found is not None:
        return macros.run_local(x, node, found)
    receiver = x.functions.get(key)
    macro_of = x.macros.get(key)
    if key in x.ambiguous and x.function != key:
        one, other = (inspect_term(module) for module in x.ambiguous[key])
        raise x.error(node.meta, f"function {name}/{arity} imported from both {one} and {other}, call is ambiguous")
    if receiver is not None and x.function != key:
        return _imported(x, node, receiver)
    if macro_of is not None:
        _note_import(x, node, macro_of)
        return _remote_macro(x, node, macro_of, name, node.args)
    origin = _origin(node)
    if origin is not None and origin is not KERNEL:
        return _from_macro(x, node, origin)
    if key not in x.excluded or origin is KERNEL:
        handler = KERNEL_MACROS.get(key)
        if handler is not None:
            if x.module is not None and key in x.module.definitions:
                _note_import(x, node, KERNEL)
            return expand_result(x, handler(x, node))
        if key in FUNCTIONS:
            if x.module is not None:
                _note_import(x, node, KERNEL)
            return kernel_function(x, node, name, node.args)
    return _own(x, node, name, arity)


def _origin(node: Node) -> Atom | None:
    """Return the module that the macro, whose code this is, imports the called name from."""
    notes = node.meta.get("imports")
    if notes is None:
        return None
    return next((module for arity, module in to_list(notes) if arity == len(node.args)), None)


def _from_macro(x: Context, node: Node, origin: Atom) -> Any:
    """Expand a call that a macro's module imports: it means the same wherever the macro is used."""
    plain = Node(node.form, Meta(node.meta.line, node.meta.column), node.args)
    if macros.is_remote_macro(x, origin, node.form.name, len(node.args)):
        return _remote_macro(x, plain, origin, node.form.name, node.args)
    return remote_call(x, origin, node.form.name, node.args, plain)


def _remote_macro(x: Context, node: Node, module: Atom, name: str, args: list[Any]) -> Any:
    """Expand a call of another module's macro; of a function, where the library has one in its place."""
    done = macros.run_remote(x, node, module, name, args)
    return remote_call(x, module, name, args, node) if done is None else done


def expand_result(x: Context, made: Any) -> Any:
    """Expand what a macro of Kernel gave, unless it is expanded already."""
    return made.node if made.__class__ is Done else expand(x, made)


def _note_import(x: Context, node: Node, receiver: Atom) -> None:
    if x.module is not None and x.function is not None:
        x.module.imported.setdefault((node.form.name, len(node.args)), (receiver, node.meta))
    library.used_import(x, receiver, (node.form.name, len(node.args)))


def _imported(x: Context, node: Node, receiver: Atom) -> Any:
    _note_import(x, node, receiver)
    return remote_call(x, receiver, node.form.name, node.args, node)


def _own(x: Context, node: Node, name: str, arity: int) -> Any:
    if x.match == "match":
        raise x.error(node.meta, f"cannot find or invoke local {name}/{arity} inside match. Only macros can be invoked "
                      f"in a match and they must be defined before their invocation. Called as: "
                      f"{to_source(node)}")  # fmt: skip
    if x.match == "guard":
        raise x.error(node.meta, f"cannot find or invoke local {name}/{arity} inside guards. Only macros can be "
                      f"invoked in a guards and they must be defined before their invocation. Called as: "
                      f"{to_source(node)}")  # fmt: skip
    if x.module is None or x.function is None:
        raise x.error(node.meta, f"undefined function {name}/{arity} (there is no such import)")
    x.module.locals.append(LocalCall(x.function, name, arity, node.meta))
    return Node(node.form, node.meta, expand_args(x, node.args))


def kernel_function(x: Context, node: Node, name: str, args: list[Any]) -> Any:
    """Expand a function of Kernel: operators become ``:erlang``'s."""
    arity = len(args)
    if x.match == "match":
        return _kernel_in_match(x, node, name, args)
    if x.match == "guard" and (name, arity) not in GUARDS:
        expand_args(x, args)
        raise x.error(node.meta, f"cannot invoke remote function {_kernel_title(name, arity)}/{arity} inside guards")
    operator = OPERATORS.get((name, arity))
    done = expand_args(x, args)
    if operator is None:
        failures.check(x, name, done, node)
        return remote(KERNEL, name, done, node.meta)
    if operator == "-" and arity == 1 and done[0].__class__ in (int, float):
        return -done[0]
    if operator == "+" and arity == 1 and done[0].__class__ in (int, float):
        return done[0]
    failures.check(x, operator, done, node)
    return remote(ERLANG, operator, done, node.meta)


def _kernel_title(name: str, arity: int) -> str:
    """Return the name of a function of Kernel as errors have it: most are Erlang's own."""
    if (name, arity) in OPERATORS:
        return f":erlang.{OPERATORS[name, arity]}"
    if name in NOT_ERLANG:
        return f"Kernel.{name}"
    return f":erlang.{ {'elem': 'element', 'put_elem': 'setelement'}.get(name, name)}"


def _kernel_in_match(x: Context, node: Node, name: str, args: list[Any]) -> Any:
    if name == "++" and len(args) == 2:
        return _static_append(x, node, args)
    if name in ("-", "+") and len(args) == 1:
        value = expand(x, args[0])
        if value.__class__ in (int, float):
            return -value if name == "-" else value
    shown = _kernel_title(name, len(args))
    expand_args(x, args)
    raise x.error(node.meta, f"cannot invoke remote function {shown}/{len(args)} inside a match")


def _static_append(x: Context, node: Node, args: list[Any]) -> Any:
    """``[a, b] ++ rest`` in a pattern is ``[a, b | rest]``."""
    left = expand(x, args[0])
    if left.__class__ is not list:
        raise x.error(node.meta, "invalid argument for ++ operator inside a match, expected a literal proper list, "
                      f"got: {to_source(left)}")  # fmt: skip
    right = expand(x, args[1])
    if not left:
        return right
    if right.__class__ is list:
        return left + right
    return [*left[:-1], Node(Atom("|"), node.meta, [left[-1], right])]


@calls("dot")
def dot_call(x: Context, node: Node) -> Any:
    """Expand ``left.name(args)``, ``left.name`` and ``fun.(args)``."""
    form = node.form
    if form.__class__ is not Node or form.form is not Atom("."):
        raise x.error(node.meta, f"invalid call {to_source(node)}")
    if len(form.args) == 1:
        return _call_value(x, node)
    receiver = expand(x, form.args[0])
    name = form.args[1]
    if name.__class__ is not Atom:
        raise x.error(node.meta, f"invalid call {to_source(node)}")
    if receiver.__class__ is Atom:
        return call_module(x, receiver, name.name, node)
    if x.match == "match":
        raise x.error(node.meta, f"invalid pattern in match, cannot invoke remote function inside a match: "
                      f"{to_source(node)}")  # fmt: skip
    if x.match == "guard" and not (node.meta.get("no_parens") and not node.args):
        raise x.error(node.meta, f"cannot invoke remote function in guards: {to_source(node)}")
    if receiver.__class__ in (int, float, str, bytes):
        raise x.error(node.meta, f"invalid call {to_source(node)}")
    args = expand_args(x, node.args)
    return Node(Node(form.form, form.meta, [receiver, name]), node.meta, args)


def _call_value(x: Context, node: Node) -> Any:
    if x.match is not None:
        if x.match == "match":
            raise x.error(node.meta, "invalid pattern in match, anonymous call is not allowed in matches")
        raise x.error(node.meta, "invalid expression in guards, anonymous call is not allowed in guards. To learn more "
                      "about guards, visit: https://hexdocs.pm/elixir/patterns-and-guards.html")  # fmt: skip
    body = _called_at_once(node)
    if body is not None and x.straight and x.module is not None:
        return _scope(x, x.module, body)
    function, *args = expand_args(x, [node.form.args[0], *node.args])
    if function.__class__ is Atom:
        raise x.error(node.meta, f"invalid function call {inspect_term(function)}.()")  # fmt: skip
    direct = _named(function, args, node)
    return Node(Node(node.form.form, node.form.meta, [function]), node.meta, args) if direct is None else direct


def _called_at_once(node: Node) -> Any:
    """Return the body of ``(fn -> ... end).()``, None of any other call."""
    function = node.form.args[0]
    if node.args or function.__class__ is not Node or not function.is_call("fn", 1):
        return None
    head, body = function.args[0].args
    return body if head == [] else None


def _scope(x: Context, state: ModuleState, body: Any) -> Any:
    """Expand statements of a module's body that have a scope of their own."""
    saved = x.open()
    x.unit.above.statement(x, state, body)
    x.close(saved)
    return NIL


def _named(function: Any, args: list[Any], node: Node) -> Node | None:
    """Return the call of ``(&name/1).(arg)`` as ``name(arg)``; None for any other function."""
    if function.__class__ is not Node or function.form is not Atom("&"):
        return None
    target, arity = function.args[0].args
    if arity != len(args):
        return None
    if target.is_variable:
        return Node(target.form, node.meta, args)
    return Node(target.form, node.meta, args) if target.form.args[0].__class__ is Atom else None


def call_module(x: Context, receiver: Atom, name: str, node: Node) -> Any:
    """Expand a call of a module's function or macro."""
    key = name, len(node.args)
    if receiver is KERNEL:
        handler = KERNEL_MACROS.get(key)
        if handler is not None:
            return expand_result(x, handler(x, Node(Atom(name), node.meta, node.args)))
        if key in FUNCTIONS:
            return kernel_function(x, node, name, node.args)
    if macros.is_remote_macro(x, receiver, name, len(node.args)):
        if receiver not in x.requires and receiver is not x.module_name:
            return _not_required(x, receiver, name, node)
        return _remote_macro(x, node, receiver, name, node.args)
    return remote_call(x, receiver, name, node.args, node)


def _not_required(x: Context, receiver: Atom, name: str, node: Node) -> Any:
    """A macro called as a function: Elixir warns, and the call fails when it is made."""
    note_call(x, receiver, name, len(node.args), node, macro=True)
    dot = node.form if node.form.__class__ is Node else node
    args = expand_args(x, node.args)
    if receiver is _INTEGER:  # its macros are functions of the library here
        entry = Node(Atom("{}"), node.meta, [receiver, Atom(name), args, []])
        raising = Node(Atom("."), dot.meta, [ERLANG, Atom("raise")])
        return Node(raising, node.meta, [Atom("error"), Atom("undef"), [entry]])
    return Node(Node(Atom("."), dot.meta, [receiver, Atom(name)]), node.meta, args)


_INTEGER: Final = Atom("Elixir.Integer")


def remote_call(x: Context, receiver: Atom, name: str, args: list[Any], node: Node) -> Any:
    """Expand a call of another module's function."""
    arity = len(args)
    if receiver is KERNEL and (name, arity) in FUNCTIONS:
        return kernel_function(x, node, name, args)
    if x.match == "match":
        if receiver is ERLANG and name in ("-", "+") and arity == 1:
            return _kernel_in_match(x, node, name, args)
        shown = f"{inspect_term(receiver)}.{name}/{arity}"
        raise x.error(node.meta, f"cannot invoke remote function {shown} inside a match")
    if x.match == "guard" and not (receiver is ERLANG and name in ERLANG_GUARDS) \
            and not library.is_guard(receiver, name, arity):  # fmt: skip
        raise x.error(node.meta, f"cannot invoke remote function {inspect_term(receiver)}.{name}/{arity} inside guards")
    direct = library.straight_call(x, receiver, name, args, node)
    if direct is not None:
        return direct.node
    done = expand_args(x, args)
    note_call(x, receiver, name, arity, node)
    dot = node.form if node.form.__class__ is Node else node
    return Node(Node(Atom("."), dot.meta, [receiver, Atom(name)]), node.meta, done)


def note_call(x: Context, receiver: Atom, name: str, arity: int, node: Node, *, macro: bool = False) -> None:
    """Remember a call for the check that what is called exists."""
    if (receiver is ERLANG and name in ERLANG_GUARDS) or receiver is UTILS:
        return
    if x.module is not None and receiver is x.module.name and x.function is None:
        return
    meta = node.meta
    inside = x.module is not None
    caller = None if x.module is None else x.module.name
    x.unit.calls.append(RemoteCall(receiver, name, arity, meta.line, x.place, meta.column, inside, caller, macro))
