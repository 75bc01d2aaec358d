"""Types of Erlang's abstract format as Elixir's code, the way of :mod:`typespecs` back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.elixir.runtime.bridge import NIL
from simulator.elixir.runtime.unsupported import refuse
from simulator.terms import Atom, inspect
from simulator.terms.lists import EMPTY, from_list, is_list, to_list

_JOIN: Final = Atom("::")
_HERE: Final = Atom("Elixir.Code.Typespec")
_TUPLE: Final = Atom("{}")
_STRUCT: Final = Atom("__struct__")


def type_to_quoted(given: Any) -> Any:
    """``Code.Typespec.type_to_quoted/1``: of what ``fetch_types/1`` tells."""
    name, form, variables = given
    args = [_variable(line, variable) for _, line, variable in to_list(variables)]
    return _node(_JOIN, None, [_node(name, None, args), quoted(form)])


def spec_to_quoted(name: Any, form: Any) -> Any:
    """``Code.Typespec.spec_to_quoted/2``: of what ``fetch_specs/1`` and ``fetch_callbacks/1`` tell."""
    _, line, kind, parts = form
    if kind is Atom("bounded_fun"):
        function, limits = to_list(parts)
        pairs = []
        for _, _, _, limit in to_list(limits):
            (_, _, variable), bound = to_list(to_list(limit)[1])
            pairs.append((variable, quoted(bound)))
        return _node(Atom("when"), line, [spec_to_quoted(name, function), from_list(pairs)])
    (_, _, _, args), result = to_list(parts)
    return _node(_JOIN, line, [_node(name, line, _all(args)), quoted(result)])


def _node(form: Any, line: int | None, args: list[Any]) -> Any:
    meta = EMPTY if line is None else from_list([(Atom("line"), line)])
    return (form, meta, from_list(args))


def _variable(line: int | None, name: Any, context: Atom = NIL) -> Any:
    return (name, EMPTY if line is None else from_list([(Atom("line"), line)]), context)


def _all(forms: Any) -> list[Any]:
    return [quoted(each) for each in to_list(forms)]


def quoted(form: Any) -> Any:
    """Return a type as code.

    >>> quoted((Atom("type"), 3, Atom("list"), from_list([(Atom("atom"), 0, Atom("a"))])))
    [:a]
    """
    if form.__class__ is not tuple:
        return form
    kind = form[0].name
    if kind in ("atom", "integer", "char"):
        return form[2]
    if kind == "var":
        return _variable(form[1], form[2])
    if kind == "op":
        return _node(form[2], form[1], [quoted(form[3])])
    if kind == "ann_type":
        return _node(_JOIN, form[1], _all(form[2]))
    if kind == "user_type":
        return _node(form[2], form[1], _all(form[3]))
    if kind == "remote_type":
        module, name, args = to_list(form[2])
        if module[2] is Atom("elixir"):
            return _node(name[2], form[1], _all(args))
        called = _node(Atom("."), form[1], [module[2], name[2]])
        return _node(called, form[1], _all(args))
    if kind == "paren_type":
        return quoted(to_list(form[2])[0])
    if kind == "type" and len(form) == 3:
        return _variable(None, Atom("..."), _HERE)
    if kind != "type":
        return refuse(f"the type {inspect(form)}")
    special = _TYPES.get(form[2].name)
    made: Any = None if special is None else special(form[1], form[3])
    return _node(form[2], form[1], _all(form[3]) if is_list(form[3]) else []) if made is None else made


def _list(line: int, args: Any) -> Any:
    found = to_list(args)
    if len(found) != 1:
        return None
    if found[0][2] is Atom("union") and all(_is_pair(each) for each in to_list(found[0][3])):
        return from_list([_pair(each) for each in to_list(found[0][3])])
    return from_list([quoted(found[0])])


def _is_pair(form: Any) -> bool:
    """Whether a type is that of a tuple of an atom and something."""
    if form[0] is not Atom("type") or form[2] is not Atom("tuple") or not is_list(form[3]):
        return False
    parts = to_list(form[3])
    return len(parts) == 2 and parts[0][0] is Atom("atom")


def _pair(form: Any) -> Any:
    key, value = to_list(form[3])
    return (key[2], quoted(value))


def _nonempty(line: int, args: Any) -> Any:
    return from_list([*_all(args), _variable(line, Atom("..."))])


def _tuple(line: int, args: Any) -> Any:
    return _node(_TUPLE, line, _all(args)) if is_list(args) else None


def _union(line: int, args: Any) -> Any:
    *before, made = _all(args)
    for each in reversed(before):
        made = _node(Atom("|"), line, [each, made])
    return made


def _function(line: int, args: Any) -> Any:
    any_args = [_variable(None, Atom("..."), _HERE)]
    found = to_list(args)
    if not found:
        taken, result = any_args, _node(Atom("any"), line, [])
    else:
        taken = any_args if len(found[0]) == 3 else _all(found[0][3])
        result = quoted(found[1])
    return from_list([_node(Atom("->"), line, [from_list(taken), result])])


def _range(line: int, args: Any) -> Any:
    return _node(Atom(".."), line, _all(args))


def _bits(line: int, args: Any) -> Any:
    if not is_list(args) or args is EMPTY:
        return None
    size, unit = (each[2] for each in to_list(args))
    times = from_list([
        (Atom("line"), line), (Atom("context"), _HERE), (Atom("imports"), from_list([(2, Atom("Elixir.Kernel"))])),
    ])  # fmt: skip
    rest = (Atom("*"), times, from_list([_variable(line, Atom("_"), _HERE), unit]))
    told = [each for each, is_told in ((size, size or not unit), (rest, unit)) if is_told]
    return _node(Atom("<<>>"), line, [_node(_JOIN, line, [_variable(line, Atom("_"), _HERE), each]) for each in told])


def _map(line: int, fields: Any) -> Any:
    if not is_list(fields):
        return None
    made, struct = [], None
    for _, _, kind, pair in to_list(fields):
        key, value = to_list(pair)
        if key[0] is Atom("atom") and key[2] is _STRUCT:
            struct = value[2]
        elif kind is Atom("map_field_exact") and key[0] is Atom("atom"):
            made.append((key[2], quoted(value)))
        else:
            word = "required" if kind is Atom("map_field_exact") else "optional"
            made.append((_node(Atom(word), None, [quoted(key)]), quoted(value)))
    whole = _node(Atom("%{}"), line, made)
    return whole if struct is None else _node(Atom("%"), line, [struct, whole])


_TYPES: Final[dict[str, Callable[[int, Any], Any]]] = {
    "list": _list, "nonempty_list": _nonempty, "tuple": _tuple, "union": _union, "fun": _function, "range": _range,
    "binary": _bits, "map": _map, "nil": lambda line, args: EMPTY,
}  # fmt: skip
