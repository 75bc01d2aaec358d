"""Types as Erlang writes them: what stands in ``@type``, ``@spec`` and ``@callback``, in the abstract format.

Source of the form: the Erlang run-time system's guide, "The Abstract Format", as Elixir 1.14 writes it.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.runtime.loaded import Loaded, loaded
from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom, inspect
from simulator.terms.lists import EMPTY, from_list

_TYPE: Final = Atom("type")
_ANY: Final = Atom("any")
_BUILT_IN: Final = frozenset({
    "any/0", "arity/0", "atom/0", "binary/0", "bitstring/0", "bool/0", "boolean/0", "byte/0", "char/0", "float/0",
    "function/0", "identifier/0", "integer/0", "iodata/0", "iolist/0", "list/0", "list/1", "map/0",
    "maybe_improper_list/0", "maybe_improper_list/2", "mfa/0", "module/0", "neg_integer/0", "nil/0", "no_return/0",
    "node/0", "non_neg_integer/0", "none/0", "nonempty_binary/0", "nonempty_bitstring/0", "nonempty_improper_list/2",
    "nonempty_list/0", "nonempty_list/1", "nonempty_maybe_improper_list/0", "nonempty_maybe_improper_list/2",
    "nonempty_string/0", "number/0", "pid/0", "port/0", "pos_integer/0", "reference/0", "string/0", "term/0",
    "timeout/0", "tuple/0", "fun/0",
})  # fmt: skip
"""The types of Erlang, by name and arity."""
_OF_ELIXIR: Final = frozenset({
    "struct/0", "keyword/0", "keyword/1", "charlist/0", "nonempty_charlist/0", "as_boolean/1",
})  # fmt: skip
"""Those that Elixir has besides."""
_WHOLE: Final = ("tuple/0", "map/0")
_DOTS: Final = Atom("...")
_VAR: Final = Atom("var")


class Typespecs:
    """Translates the types of one module."""

    def __init__(self, module: Loaded) -> None:
        self.module = module
        self.variables: frozenset[str] = frozenset()

    def definition(self, code: Any) -> tuple[Any, Any, Any]:
        """Return ``{name, type, variables}`` of what follows ``@type``."""
        head, body = code.args
        args = head.args if head.args.__class__ is list else []
        self.variables = frozenset(each.form.name for each in args)
        made = self.type(body)
        return head.form, made, from_list([(_VAR, each.line, each.form) for each in args])

    def function(self, code: Any, macro: bool = False) -> tuple[str, int, Any]:
        """Return name, arity and type of what follows ``@spec``; a macro's has the caller before its arguments."""
        guards: list[Any] = []
        if code.is_call("when", 2):
            code, guards = code.args
        head, result = code.args
        self.variables = frozenset(key.name for key, _ in guards)
        args = [self.type(each) for each in (head.args if head.args.__class__ is list else [])]
        line = code.line
        if macro:
            args.insert(0, (_TYPE, line, Atom("term"), EMPTY))
        made = _function(line, args, self.type(result))
        limits = [
            (_TYPE, line, Atom("constraint"), from_list([
                (Atom("atom"), line, Atom("is_subtype")), from_list([(_VAR, line, key), self.type(value)]),
            ]))
            for key, value in guards if not (value.__class__ is Node and value.is_variable and value.form is _VAR)
        ]  # fmt: skip
        if limits:
            made = (_TYPE, line, Atom("bounded_fun"), from_list([made, from_list(limits)]))
        return head.form.name, len(args) - macro, made

    def type(self, code: Any) -> Any:
        """Return a type."""
        kind = code.__class__
        if kind is Atom:
            return (Atom("atom"), 0, code)
        if kind is int:
            return (Atom("integer"), 0, code)
        if kind is list:
            return self._list(code)
        if kind is tuple:
            return (_TYPE, 0, Atom("tuple"), self._types(code))
        if kind is not Node:
            return refuse(f"the type {inspect(code)}")
        if code.form.__class__ is Node:
            return self._remote(code)
        special = _SPECIAL.get(code.form.name)
        if special is not None and code.args.__class__ is list:
            return special(self, code)
        if code.args.__class__ is not list and code.form.name in self.variables:
            return (_VAR, code.line, code.form)
        return self._named(code.form, code.args if code.args.__class__ is list else [], code.line)

    def _types(self, codes: Any) -> Any:
        return from_list([self.type(each) for each in codes])

    def _list(self, items: list[Any]) -> Any:
        if not items:
            return (_TYPE, 0, Atom("nil"), EMPTY)
        first = items[0]
        if first.__class__ is Node and first.is_call("->", 2):
            return self._arrow(first)
        if len(items) == 2 and _is_dots(items[1]):
            return (_TYPE, 0, Atom("nonempty_list"), self._types([first]))
        if len(items) == 1:
            if _is_dots(first):
                return (_TYPE, 0, Atom("nonempty_list"), EMPTY)
            return (_TYPE, 0, Atom("list"), self._types(items))
        if all(each.__class__ is tuple and each[0].__class__ is Atom for each in items):
            return (_TYPE, 0, Atom("list"), from_list([(_TYPE, 0, Atom("union"), self._types(items))]))
        return refuse("a type that is a list of several types")

    def _arrow(self, arrow: Node) -> Any:
        args, result = arrow.args
        if len(args) == 1 and _is_dots(args[0]):
            made = self.type(result)
            if made[:3] == (_TYPE, made[1], _ANY):
                return (_TYPE, arrow.line, Atom("fun"), EMPTY)
            return (_TYPE, arrow.line, Atom("fun"), from_list([(_TYPE, arrow.line, _ANY), made]))
        return _function(arrow.line, [self.type(each) for each in args], self.type(result))

    def _remote(self, code: Node) -> Any:
        module, name = code.form.args
        if module.__class__ is not Atom:
            return refuse("a type of a module that has no name")
        if module is self.module.name:
            return self._named(name, code.args, code.line)
        called = from_list([(Atom("atom"), 0, module), (Atom("atom"), 0, name), self._types(code.args)])
        return (Atom("remote_type"), code.line, called)

    def _named(self, name: Atom, args: list[Any], line: int) -> Any:
        key = f"{name.name}/{len(args)}"
        if key in _OF_ELIXIR:
            called = from_list([(Atom("atom"), 0, Atom("elixir")), (Atom("atom"), 0, name), self._types(args)])
            return (Atom("remote_type"), 0, called)
        if key in _WHOLE:
            return (_TYPE, line, name, _ANY)
        if key in _BUILT_IN:
            return (_TYPE, line, name, self._types(args))
        if name is Atom("record"):
            return refuse("a type that is a record of Record.defrecord/2")
        return (Atom("user_type"), line, name, self._types(args))

    def _union(self, code: Node) -> Any:
        parts: list[Any] = []
        rest: Any = code
        while rest.__class__ is Node and rest.is_call("|", 2):
            parts.append(self.type(rest.args[0]))
            rest = rest.args[1]
        return (_TYPE, code.line, Atom("union"), from_list([*parts, self.type(rest)]))

    def _annotated(self, code: Node) -> Any:
        name, given = code.args
        return (Atom("ann_type"), code.line, from_list([(_VAR, name.line, name.form), self.type(given)]))

    def _range(self, code: Node) -> Any:
        return (_TYPE, code.line, Atom("range"), self._types(code.args))

    def _negative(self, code: Node) -> Any:
        return (Atom("op"), code.line, code.form, (Atom("integer"), code.line, code.args[0]))

    def _tuple(self, code: Node) -> Any:
        return (_TYPE, code.line, Atom("tuple"), self._types(code.args))

    def _block(self, code: Node) -> Any:
        return self.type(code.args[-1])

    def _map(self, code: Node) -> Any:
        fields = [self._field(key, value, code.line) for key, value in code.args]
        return (_TYPE, code.line, Atom("map"), from_list(fields))

    def _field(self, key: Any, value: Any, line: int) -> Any:
        kind = "exact"
        if key.__class__ is Node and (key.is_call("required", 1) or key.is_call("optional", 1)):
            kind = "exact" if key.form is Atom("required") else "assoc"
            line, (key,) = key.line, key.args
        return (_TYPE, line, Atom(f"map_field_{kind}"), self._types([key, value]))

    def _struct(self, code: Node) -> Any:
        name, inner = code.args
        found = loaded(name) if name.__class__ is Atom else None
        fields = None if found is None else (found.info or {}).get("fields")
        if fields is None:
            return refuse(f"the type of the struct {inspect(name)}")
        given = {key.name: value for key, value in inner.args}
        special = [(Atom("__struct__"), (Atom("atom"), 0, name))]
        if (found is not None) and found.info["exception"]:
            special.insert(0, (Atom("__exception__"), (Atom("atom"), 0, Atom("true"))))
        plain = [
            (Atom(key), self.type(given[key]) if key in given else (_TYPE, 0, Atom("term"), EMPTY))
            for key in sorted(fields) if key not in ("__struct__", "__exception__")
        ]  # fmt: skip
        made = [
            (_TYPE, code.line, Atom("map_field_exact"), from_list([(Atom("atom"), 0, key), value]))
            for key, value in [*special, *plain]
        ]
        return (_TYPE, code.line, Atom("map"), from_list(made))

    def _bits(self, code: Node) -> Any:
        """Return ``<<_::size, _::_*unit>>``."""
        size = unit = 0
        for each in code.args:
            told = each.args[1]
            if told.__class__ is Node and told.is_call("*", 2):
                unit = told.args[1]
            else:
                size = told
        sizes = [(Atom("integer"), code.line, each) for each in (size, unit)]
        return (_TYPE, code.line, Atom("binary"), from_list(sizes))


_SPECIAL: Final = {
    "|": Typespecs._union, "::": Typespecs._annotated, "..": Typespecs._range, "-": Typespecs._negative,
    "+": Typespecs._negative, "{}": Typespecs._tuple, "%{}": Typespecs._map, "%": Typespecs._struct,
    "<<>>": Typespecs._bits, "__block__": Typespecs._block,
}  # fmt: skip


def _is_dots(code: Any) -> bool:
    return code.__class__ is Node and code.form is _DOTS


def _function(line: int, args: list[Any], result: Any) -> Any:
    product = (_TYPE, line, Atom("product"), from_list(args))
    return (_TYPE, line, Atom("fun"), from_list([product, result]))
