"""Between Elixir's terms and the Python values that the kernel and OTP have of their own.

Kernel and OTP are written for scenarios in Python: their options, child specifications and answers are
Python's lists and dicts, with True, False and None. What users send and keep is handed through as it is.
"""

from __future__ import annotations

from types import FunctionType
from typing import Any, Final

from simulator.elixir.runtime.titles import mfa_of
from simulator.terms import Atom, Reference
from simulator.terms.lists import EMPTY, Cell, Cons, from_list, to_list
from simulator.terms.maps import Map, from_pairs, pairs

TRUE: Final = Atom("true")
FALSE: Final = Atom("false")
NIL: Final = Atom("nil")
_TO_ELIXIR: Final = {True: TRUE, False: FALSE, None: NIL}
_TO_PYTHON: Final = {TRUE: True, FALSE: False, NIL: None}


class Foreign:
    """An Elixir function as OTP knows functions: it is called with the values alone, and may return a generator.

    Where OTP calls a function with the process first, as it does those of tasks, that is left out.
    """

    __slots__ = ("function", "skip")

    def __init__(self, function: Any, skip: int = 0) -> None:
        self.function = function
        self.skip = skip

    @property
    def initial_call(self) -> tuple[Atom, Atom, int]:
        """What a process that begins with it has in its dictionary."""
        return mfa_of(self.function)

    def __call__(self, *values: Any) -> Any:
        return self.function(*values[self.skip :])


def boolean(value: object) -> Atom:
    """Return ``true`` or ``false`` for a Python truth.

    >>> boolean(1 > 2)
    false
    """
    return TRUE if value else FALSE


_ALIAS: Final = Atom("alias")


def client_term(client: Any) -> Any:
    """Return who called a server as Elixir's callbacks see it: ``{pid, [:alias | ref]}``, or ``{pid, ref}``."""
    pid, tag = client
    return (pid, Cons(_ALIAS, tag)) if tag.__class__ is Reference and tag.aliased else client


def client_of(term: Any) -> Any:
    """Return who called a server as OTP knows it."""
    if term.__class__ is tuple and len(term) == 2 and isinstance(term[1], Cell):
        head, tail = term[1].head, term[1].tail
        if isinstance(head, Cell):  # of a request that is one of several
            head, tail = head.head, head.tail
        if head is _ALIAS and tail.__class__ is Reference and tail.aliased:
            return (term[0], tail)
    return term


def nilled(value: Any) -> Any:
    """Return ``nil`` for None, and everything else as it is."""
    return NIL if value is None else value


def from_python(value: Any) -> Any:
    """Return a value of the kernel's or OTP's as an Elixir term; the terms in it stay as they are.

    >>> from_python([(1, None)])
    [{1, nil}]
    """
    cls = value.__class__
    if cls is tuple:
        for part in value:
            if part.__class__ in _CHANGED or isinstance(part, (type, tuple)):
                return tuple([from_python(part) for part in value])
        return value
    if cls is list:
        return from_list([from_python(part) for part in value])
    if cls is dict:
        return from_pairs([(from_python(key), from_python(part)) for key, part in value.items()])
    if cls is bool or value is None:
        return _TO_ELIXIR[value]
    if cls is Foreign:
        return value.function
    if isinstance(value, tuple):  # OTP notes more on some
        return from_python(tuple(value))
    if isinstance(value, type):
        return getattr(value, "__elixir__", None) or Atom(f"Elixir.{value.__qualname__}")
    convert = _CONVERSIONS.get(cls)
    return value if convert is None else convert(value)


_CONVERSIONS: dict[type, Any] = {}
_CHANGED: set[type] = {tuple, list, dict, bool, type(None), Foreign}


def converts(cls: type, convert: Any) -> None:
    """Let :func:`from_python` turn the objects of a class into terms."""
    _CONVERSIONS[cls] = convert
    _CHANGED.add(cls)


def to_python(term: Any) -> Any:
    """Return a term with Python's own lists, dicts, True, False and None in it, at any depth.

    >>> to_python(from_python([(True, None)]))
    [(True, None)]
    """
    cls = term.__class__
    if cls is Atom:
        return _TO_PYTHON.get(term, term)
    if cls is tuple:
        return tuple([to_python(part) for part in term])
    if term is EMPTY:
        return []
    if isinstance(term, Cell):
        return [to_python(part) for part in to_list(term)]
    if cls is Map:
        return {to_python(key): to_python(value) for key, value in pairs(term)}
    return term


def truth(term: Any) -> Any:
    """Return True, False or None for the atoms that stand for them, and everything else as it is."""
    return _TO_PYTHON.get(term, term) if term.__class__ is Atom else term


def options(keywords: Any) -> dict[str, Any]:
    """Return a keyword list as a dict by name, its values as they are; of equal keys the first wins.

    Raises ``ValueError`` for what is no keyword list.
    """
    found: dict[str, Any] = {}
    for pair in keywords if keywords.__class__ is list else to_list(keywords):
        if pair.__class__ is not tuple or len(pair) != 2 or pair[0].__class__ is not Atom:
            raise ValueError("not a keyword list")
        found.setdefault(pair[0].name, pair[1])
    return found


def is_function(term: Any, arity: int | None = None) -> bool:
    """Return whether a term is a function, of this arity if one is given."""
    return term.__class__ is FunctionType and (arity is None or term.__code__.co_argcount == arity)
