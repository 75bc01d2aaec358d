"""Maps and structs of Elixir.

A :class:`Map` never changes. Its slot ``d`` is a ``dict``, which is copied when a key is put, or, once
a map of more than :data:`SMALL` keys is put into, a persistent ``immutables.Map`` (imported then).
Keys are told apart strictly: what holds a float stands wrapped in :class:`Exact`, so that ``1`` and
``1.0`` are two keys. A struct is a map with the key ``:__struct__``.
Source of the semantics: the Erlang reference manual, "Data Types" (Map) and "Term comparisons" (``=:=``), and
``Map`` of Elixir 1.14.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from simulator.terms.atoms import Atom
from simulator.terms.chars import ProtocolUndefinedError
from simulator.terms.identifiers import Pid, Reference
from simulator.terms.inspect import inspect
from simulator.terms.lean import absent
from simulator.terms.lists import Cell, Empty, Lazy, force, parts
from simulator.terms.order import sort_exactly
from simulator.terms.weight import PARTS, is_small, weigh

with absent("typing_extensions"):
    import msgspec

SMALL = 64
"""Up to so many keys a dict is copied; copying 64 takes 320 ns, a put into an ``immutables.Map`` 250 to 500."""

HASHED = range(33, 5_000)
"""Maps of so many keys are walked in the order of the BEAM's hashes; it takes 2 us a key, too long for larger ones."""

_FEW = 20
"""Elements of a tuple that is looked through at once."""

_SOON = 500
"""So many pairs of places are looked at before what a comparison walks is counted."""

STRUCT = Atom("__struct__")
"""The key that makes a map a struct; its value is the struct's module."""

PLAIN = frozenset([Atom, int, str, bytes, Pid, Reference, Empty])
"""Classes whose instances are keys as they are."""


class Exact:
    """A key that holds a float; equal only to a key that is the same strictly."""

    __slots__ = ("term",)

    def __init__(self, term: Any) -> None:
        self.term = term

    def __hash__(self) -> int:
        return hash(self.term)

    def __eq__(self, other: object) -> bool:
        return other.__class__ is Exact and strict_equal(self.term, other.term)


class Map(msgspec.Struct, gc=False, eq=False):
    """A map, made of the dict (or ``immutables.Map``) of its keys and values; see :func:`from_pairs`."""

    __taught_by__: ClassVar[str] = "simulator.terms.printing"

    d: Any

    def __ne__(self, other: object) -> bool:
        return not self == other  # msgspec's own, which is the one that would be inherited, compares by identity

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not Map:
            return False
        mine, others = self.d, other.d
        if mine.__class__ is not others.__class__:
            mine, others = dict(mine.items()), dict(others.items())
        return bool(mine == others)

    def __hash__(self) -> int:
        return hash(frozenset(self.d.items()))

    def __len__(self) -> int:
        return len(self.d)

    def __repr__(self) -> str:
        return inspect(self)

    @property
    def __type_name__(self) -> str:
        module = struct_name(self)
        return "Map" if module is None else f"{module!r} (a struct)"

    def __to_text__(self) -> str:
        module = struct_name(self)
        if module is None or module not in TEXTS:
            raise ProtocolUndefinedError("String.Chars", self)
        return TEXTS[module](self)

    def __copy__(self) -> Map:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Map:
        return self

    def __reduce__(self) -> Any:
        return from_pairs, (pairs(self),)


TEXTS: dict[Atom, Callable[[Map], str]] = {}
"""The text of a struct that has an implementation of ``String.Chars``, by its module."""

EMPTY_MAP = Map({})
"""The map without keys."""


def key_of(term: Any) -> Any:
    """Return what stands for *term* as a key in ``d``.

    >>> key_of(1), key_of((1, "a")), key_of(1.0).term
    (1, (1, 'a'), 1.0)
    """
    if term.__class__ in PLAIN:
        return term
    if term.__class__ is tuple and len(term) < _FEW:
        for each in term:
            if each.__class__ not in PLAIN:
                break
        else:
            return term
    weigh(term, 5)
    return Exact(term) if holds_float(term) else term


def term_of(key: Any) -> Any:
    """Return the term that stands as *key* in ``d``."""
    return key.term if key.__class__ is Exact else key


def strict_equal(left: Any, right: Any) -> bool:
    """Return whether *left* and *right* are the same term: equal, and every number of the same type.

    >>> strict_equal(1, 1.0), strict_equal((1, "a"), (1, "a")), (1, 2) == (1.0, 2), strict_equal((1, 2), (1.0, 2))
    (False, True, True, False)
    """
    if left is right:
        return True
    if left.__class__ is not right.__class__ and not (isinstance(left, Cell) and isinstance(right, Cell)):
        return False
    if left.__class__ in PARTS and not is_small(left):
        soon = _equal_soon(left, right, True)
        if soon is not None:
            return soon
        weigh(right, 10)
    return bool(left == right) and _alike(left, right)


def equal(left: Any, right: Any) -> bool:
    """Return what ``==`` says of two terms; what the walk through large ones takes is counted first.

    >>> equal((1, 2), (1.0, 2))
    True
    """
    if left.__class__ in PARTS and not is_small(left):
        soon = _equal_soon(left, right, False)
        if soon is not None:
            return soon
        weigh(right)
    return bool(left == right)


def _equal_soon(left: Any, right: Any, strict: bool) -> bool | None:
    """Return whether two terms are equal, or *strict* the same, if few steps tell; None if more are needed.

    They are walked side by side, what is near before what is deep in them, and not into what is one and the same.
    """
    waiting: list[tuple[Any, Any]] = [(left, right)]
    for one, other in waiting:
        kind, beside = one.__class__, other.__class__
        if one is other:
            continue
        if kind is tuple or kind is Map:
            if beside is not kind or len(one) != len(other):
                return False
            if len(one) > _SOON:
                return None
            if kind is Map:
                mine, others = one.d, other.d
                if not _pair_values(mine, others, waiting):
                    return None if _holds_parts(mine) else False
            else:
                waiting += zip(one, other, strict=True)
        elif isinstance(one, Cell):
            if not isinstance(other, Cell):
                return False
            for cell in (one, other):
                if cell.__class__ is Lazy:
                    force(cell)
            waiting += ((one.head, other.head), (one.tail, other.tail))
        elif one != other or (strict and kind is not beside):
            return False
        if len(waiting) > _SOON:
            return None
    return True


def _pair_values(mine: Any, others: Any, waiting: list[tuple[Any, Any]]) -> bool:
    """Add the values that two maps of one size have by the same keys; return whether the keys are the same."""
    for key, value in mine.items():
        if key.__class__ not in PLAIN or key not in others:
            return False
        waiting.append((value, others[key]))
    return True


def _holds_parts(mine: Any) -> bool:
    """Whether a map has keys that are not looked up at once."""
    return any(key.__class__ not in PLAIN for key in mine)


def _alike(left: Any, right: Any) -> bool:
    """Return whether what is equal has the same types all through; ``==`` is not asked again at each level."""
    if left is right:
        return True
    cls = left.__class__
    if cls is not right.__class__ and not (isinstance(left, Cell) and isinstance(right, Cell)):
        return False
    return cls not in _CONTAINERS or bool(_CONTAINERS[cls](left, right))


def _alike_tuples(left: tuple[Any, ...], right: tuple[Any, ...]) -> bool:
    return all(map(_alike, left, right))


def _alike_lists(left: Any, right: Any) -> bool:
    (first, end), (second, other_end) = parts(left), parts(right)
    return all(map(_alike, first, second)) and _alike(end, other_end)


def _alike_maps(left: Map, right: Map) -> bool:
    other = right.d
    return all(_alike(value, other[key]) for key, value in left.d.items())


_CONTAINERS: dict[type, Any] = {
    tuple: _alike_tuples,
    **dict.fromkeys(Cell.__subclasses__(), _alike_lists),
    Map: _alike_maps,
}


def holds_float(term: Any) -> bool:
    """Return whether *term* is a float, or has one in it."""
    cls = term.__class__
    if cls in PLAIN:
        return False
    if cls is float:
        return True
    if cls is tuple:
        return any(map(holds_float, term))
    if cls is Map:
        return any(key.__class__ is Exact or holds_float(value) for key, value in term.d.items())
    if isinstance(term, Cell):
        items, tail = parts(term)
        return any(map(holds_float, items)) or holds_float(tail)
    return False


def get(term: Map, key: Any, default: Any = None) -> Any:
    """Return the value of *key*, or *default*."""
    return term.d.get(key if key.__class__ in PLAIN else key_of(key), default)


def has(term: Map, key: Any) -> bool:
    """Return whether *term* has this *key*."""
    return (key if key.__class__ in PLAIN else key_of(key)) in term.d


def put(term: Map, key: Any, value: Any) -> Map:
    """Return the map with this *value* for *key*.

    >>> put(from_pairs([(1, "one")]), 1.0, "other")
    %{1 => "one", 1.0 => "other"}
    """
    if key.__class__ not in PLAIN:
        key = key_of(key)
    known = term.d
    if known.__class__ is dict:
        if len(known) < SMALL:
            return Map({**known, key: value})
        known = persistent(term)
    return Map(known.set(key, value))


def delete(term: Map, key: Any) -> Map:
    """Return the map without *key*; the map itself if it does not have it."""
    if key.__class__ not in PLAIN:
        key = key_of(key)
    known = term.d
    if key not in known:
        return term
    if known.__class__ is dict:
        if len(known) <= SMALL:
            changed = known.copy()
            del changed[key]
            return Map(changed)
        known = persistent(term)
    return Map(known.delete(key))


def persistent(term: Map) -> Any:
    """Turn the dict of *term* into an ``immutables.Map`` (or a ``Trie``), for good, and return that."""
    known = term.d
    if known.__class__ is dict:
        known = term.d = _persistent_class()(known)
    return known


def _persistent_class() -> Callable[[dict[Any, Any]], Any]:
    try:
        import immutables
    except ImportError:  # there is no wheel of it for Python 3.14 and newer, nor for WebAssembly
        from simulator.terms.trie import Trie

        return Trie
    return immutables.Map


def merge(left: Map, right: Map) -> Map:
    """Return the map of both; the values of *right* win."""
    mine, others = left.d, right.d
    if mine.__class__ is dict and len(mine) <= SMALL + len(others):
        return Map({**mine, **(others if others.__class__ is dict else dict(others.items()))})
    return Map(persistent(left).update(others)) if others else left


def from_pairs(given: Iterable[tuple[Any, Any]]) -> Map:
    """Return the map of pairs of a key and a value; the last of equal keys wins.

    >>> from_pairs([(Atom("b"), 2), (Atom("a"), 1), (Atom("b"), 3)])
    %{a: 1, b: 3}
    """
    return Map({(key if key.__class__ in PLAIN else key_of(key)): value for key, value in given})


def keys(term: Map) -> list[Any]:
    """Return the keys in the order in which Elixir walks a map.

    That of terms, ``1`` before ``1.0``; for more than 32 keys that of the BEAM's hashes, where it can be told.
    """
    if len(term.d) in HASHED:
        found = _by_hash(term)
        if found is not None:
            return found
    known = list(term.d)
    if len(known) < 2:
        return [term_of(key) for key in known]
    for key in known:
        if key.__class__ is Exact:
            return sort_exactly(map(term_of, known))
    return sort_exactly(known)


def _by_hash(term: Map) -> list[Any] | None:
    from simulator.terms.hashes import walk_order

    return walk_order([term_of(key) for key in term.d])


def folded_keys(term: Map) -> list[Any]:
    """Return the keys in the order of ``:maps.fold/3``: the other way round for those that are walked by hashes."""
    found = _by_hash(term) if len(term.d) in HASHED else None
    return keys(term) if found is None else found[::-1]


def folded_pairs(term: Map) -> list[tuple[Any, Any]]:
    """Return the keys and their values, in the order of :func:`folded_keys`."""
    known = term.d
    return [(key, known[key if key.__class__ in PLAIN else key_of(key)]) for key in folded_keys(term)]


def values(term: Map) -> list[Any]:
    """Return the values in the order of their :func:`keys`."""
    return [value for _, value in pairs(term)]


def pairs(term: Map) -> list[tuple[Any, Any]]:
    """Return the keys and their values, in the order of :func:`keys`."""
    known = term.d
    if len(known) < 2:
        return [(term_of(key), value) for key, value in known.items()]
    return [(key, known[key if key.__class__ in PLAIN else key_of(key)]) for key in keys(term)]


items = pairs
"""Another name of :func:`pairs`."""


def struct_name(term: Any) -> Atom | None:
    """Return the module of the struct that *term* is, or None if it is none."""
    if term.__class__ is Map:
        name = term.d.get(STRUCT)
        if name.__class__ is Atom:
            return name
    return None


def struct(name: str, **fields: Any) -> Map:
    """Return the struct of the module *name* (without ``Elixir.``) with these *fields*.

    >>> struct("Doctest.Unknown", x=1, y=2)
    %{__struct__: Doctest.Unknown, x: 1, y: 2}
    """
    return Map({STRUCT: Atom(f"Elixir.{name}"), **{Atom(key): value for key, value in fields.items()}})


def _inside(term: Map) -> list[Any]:
    return [part for pair in term.d.items() for part in pair]


PARTS[Map] = _inside
PARTS[Exact] = lambda term: (term.term,)
