"""Patterns, guards and match specifications over a registry's entries, as ETS has them.

In a pattern ``atom("_")`` (and ``ANY``) matches everything, ``atom("$1")``, ``atom("$2")`` ... match everything and
name it; a name that stands twice matches equal parts. A guard is a tuple: an operator and its arguments,
such as ``(atom(">"), atom("$1"), 5)``. A body is made of names; ``atom("$_")`` is the entry, ``atom("$$")`` the list of
what is named, a tuple stands in a tuple of its own: ``((atom("$1"), atom("$3")),)``.
Source of the semantics: the Erlang user's guide, "Match Specifications in Erlang".
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any, Final

from simulator.kernel import ANY, ArgumentError, matches
from simulator.otp.supervisor.child_spec import is_integer
from simulator.terms import Atom, atom, compare, inspect

Names = dict[str, Any]

_EVERYTHING: Final = Atom("_")
_ENTRY: Final = Atom("$_")
_ALL: Final = Atom("$$")

_COMPARISONS: Final[dict[str, Callable[[int], bool]]] = {
    ">": lambda order: order > 0,
    ">=": lambda order: order >= 0,
    "<": lambda order: order < 0,
    "=<": lambda order: order <= 0,
    "==": lambda order: order == 0,
    "/=": lambda order: order != 0,
}


def _of(kind: type | tuple[type, ...], function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function whose last argument has to be of a kind; on the BEAM it fails for another one."""

    def checked(*args: Any) -> Any:
        if not isinstance(args[-1], kind):
            raise TypeError
        return function(*args)

    return checked


def _quotient(left: int, right: int) -> int:
    """Return the quotient rounded towards zero, as the BEAM rounds it."""
    return abs(left) // abs(right) * (1 if (left < 0) is (right < 0) else -1)


def _same(left: Any, right: Any) -> bool:
    return compare(left, right, exact=True) == 0


_FUNCTIONS: Final[dict[str, Callable[..., Any]]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "div": _quotient,
    "rem": lambda left, right: left - right * _quotient(left, right),
    "=:=": _same,
    "=/=": lambda left, right: not _same(left, right),
    "not": lambda value: value is False,
    "is_atom": lambda value: isinstance(value, (Atom, bool, type(None))),
    "is_binary": lambda value: isinstance(value, (str, bytes)),
    "is_float": lambda value: isinstance(value, float),
    "is_integer": is_integer,
    "is_list": lambda value: isinstance(value, list),
    "is_map": lambda value: isinstance(value, dict),
    "is_number": lambda value: isinstance(value, float) or is_integer(value),
    "is_tuple": lambda value: isinstance(value, tuple),
    "element": _of(tuple, lambda place, value: value[range(1, len(value) + 1).index(place)]),
    "tuple_size": _of(tuple, len),
    "length": _of(list, len),
    "map_size": _of(dict, len),
    "hd": _of(list, lambda value: value[0]),
    "tl": _of(list, lambda value: value[1:]),
}


class MatchSpec:
    """A pattern and guards.

    >>> MatchSpec((Atom("$1"), Atom("_")), [(Atom(">"), Atom("$1"), 5)]).holds((6, "any"))
    True
    """

    __slots__ = ("guards", "pattern")

    def __init__(self, pattern: Any, guards: Any) -> None:
        self.pattern = pattern
        self.guards = guards

    def holds(self, term: Any) -> bool:
        """Return whether *term* matches."""
        return self.names(term) is not None

    def names(self, term: Any) -> Names | None:
        """Return what the pattern names in *term*; None if it does not match, or a guard is not true of it."""
        names: Names = {}
        if not _matches(self.pattern, term, names):
            return None
        return names if all(_true(guard, names, term) for guard in self.guards) else None


class Selection:
    """A match specification: alternatives of pattern, guards and what to make of an entry."""

    __slots__ = ("parts",)

    def __init__(self, spec: list[Any], function: str) -> None:
        self.parts = []
        for part in spec:
            match part:
                case ((key, pid, value), guards, body):
                    self.parts.append((MatchSpec((key, pid, value), guards), body[-1]))
                case _:
                    raise ArgumentError(f"invalid match specification in Registry.{function}/2: {inspect(spec)}")

    def of(self, entry: Any) -> list[Any]:
        """Return what the first alternative that matches makes of an entry, in a list; an empty one if none does."""
        for spec, body in self.parts:
            names = spec.names(entry)
            if names is not None:
                key, pid, value = entry
                return [_made(body, names, (key, (pid, value)))]
        return []


def _is_name(term: Any) -> bool:
    return isinstance(term, Atom) and term.name[:1] == "$" and term.name[1:].isdecimal()


def _matches(pattern: Any, term: Any, names: Names) -> bool:
    if pattern is _EVERYTHING or pattern is ANY:
        return True
    if _is_name(pattern):
        if pattern.name in names:
            return _same(names[pattern.name], term)
        names[pattern.name] = term
        return True
    if isinstance(pattern, (tuple, list)):
        same = term.__class__ is pattern.__class__ and len(term) == len(pattern)
        return same and all(_matches(part, value, names) for part, value in zip(pattern, term, strict=True))
    if isinstance(pattern, dict):
        return isinstance(term, dict) and all(
            key in term and _matches(part, term[key], names) for key, part in pattern.items()
        )
    return matches(pattern, term)


def _true(guard: Any, names: Names, entry: Any) -> bool:
    """Return whether a guard is true; one that cannot be computed is not, as on the BEAM."""
    try:
        return _made(guard, names, entry) is True
    except (TypeError, ValueError, LookupError, ArithmeticError):
        return False


def _made(body: Any, names: Names, entry: Any) -> Any:
    """Return what an expression of a match specification comes to."""
    if _is_name(body):
        return names[body.name]
    if body is _ENTRY:
        return entry
    if body is _ALL:
        return [names[name] for name in sorted(names, key=lambda name: int(name[1:]))]
    if isinstance(body, list):
        return [_made(part, names, entry) for part in body]
    if not isinstance(body, tuple) or not body:
        return body
    if len(body) == 1:
        return tuple([_made(part, names, entry) for part in body[0]])
    if body[0] is atom.const:
        return body[1]
    return _applied(body[0].name, body[1:], names, entry)


def _applied(name: str, parts: tuple[Any, ...], names: Names, entry: Any) -> Any:
    """Return what an operator or a function makes of its arguments."""
    if name in ("andalso", "and"):
        return all(_made(part, names, entry) is True for part in parts)
    if name in ("orelse", "or"):
        return any(_made(part, names, entry) is True for part in parts)
    values = [_made(part, names, entry) for part in parts]
    if name in _COMPARISONS:
        return _COMPARISONS[name](compare(values[0], values[1]))
    return _FUNCTIONS[name](*values)
