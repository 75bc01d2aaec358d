"""Linked lists: Elixir's lists, proper and improper.

A list is :data:`EMPTY` or a cell: :class:`Cons` holds a head and a tail, :class:`Lazy` stands for the
cells of a Python list that nobody has walked yet. :func:`force` turns a lazy cell into the cell it
stands for, in place, so that both are one value. Cells are never changed otherwise; they are no
business of Python's garbage collector, which halves the time to make one (74 against 165 ns).
Source of the semantics: the Erlang reference manual, "Data Types" (List).

Letting go of a chain of cells takes about 60 bytes of the C stack a cell, so a thread that walks lists of
millions of elements needs a large stack: 256 MB are enough for four million.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, TypeGuard

from simulator.terms.chars import charlist
from simulator.terms.errors import SimulatorError
from simulator.terms.inspect import inspect
from simulator.terms.lean import absent
from simulator.terms.weight import PARTS

with absent("typing_extensions"):
    import msgspec

CHUNK = 64
"""How many cells a walk through a lazy list makes at once."""


class NotAList(SimulatorError, ValueError):
    """An improper list, or no list at all, stands where a proper list is needed."""

    def __init__(self, term: Any) -> None:
        super().__init__(term)
        self.term = term

    def __str__(self) -> str:
        return f"not a proper list: {inspect(self.term)}"


class Cell(msgspec.Struct, gc=False, eq=False):
    """A non-empty list; see :class:`Cons` and :class:`Lazy`."""

    __taught_by__: ClassVar[str] = "simulator.terms.printing"
    __type_name__: ClassVar[str] = "List"

    head: Any
    tail: Any

    def __ne__(self, other: object) -> bool:
        return not self == other  # msgspec's own, which is the one that would be inherited, compares by identity

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Cell) and (self is other or _same_parts(self, other))

    def __hash__(self) -> int:
        items, tail = parts(self)
        return hash((tuple(items), tail))

    def __iter__(self) -> Iterator[Any]:
        return iter(to_list(self))

    def __repr__(self) -> str:
        return inspect(self)

    def __to_text__(self) -> str:
        return charlist(self, to_list(self))

    def __copy__(self) -> Cell:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Cell:
        return self

    def __reduce__(self) -> Any:
        return from_list, parts(self)


class Cons(Cell, gc=False, eq=False):
    """A cell: the first element and the rest of the list.

    >>> Cons(1, Cons(2, EMPTY)), Cons(1, 2)
    ([1, 2], [1 | 2])
    """


class Lazy(Cell, gc=False, eq=False):
    """The cells of ``head[tail:]``, where *head* is a Python list that does not change and *tail* an index of it."""


class Empty:
    """The class of :data:`EMPTY`, the empty list."""

    __slots__ = ()
    __taught_by__ = "simulator.terms.printing"
    __type_name__ = "List"

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __repr__(self) -> str:
        return "[]"

    def __hash__(self) -> int:
        return 5381

    def __bool__(self) -> bool:
        return False

    def __to_text__(self) -> str:
        return ""

    def __copy__(self) -> Empty:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Empty:
        return self

    def __reduce__(self) -> str:
        return "EMPTY"


EMPTY = Empty()
"""The empty list."""


def force(cell: Cell) -> bool:
    """Turn a lazy *cell* into a :class:`Cons`, in place, and return True.

    So ``x.__class__ is Cons or x.__class__ is Lazy and force(x)`` says whether *x* is a non-empty list, after
    which ``x.head`` and ``x.tail`` are what they say.
    """
    items, first = cell.head, cell.tail
    end = first + CHUNK
    rest: Any = EMPTY
    if end < len(items):
        rest = Lazy(items, end)
    for item in items[end - 1 : first : -1] if end <= len(items) else items[:first:-1]:
        rest = Cons(item, rest)
    cell.head = items[first]
    cell.tail = rest
    cell.__class__ = Cons
    return True


def is_cell(term: object) -> TypeGuard[Cell]:
    """Return whether *term* is a non-empty list; its head and tail can be read then."""
    return term.__class__ is Cons or (term.__class__ is Lazy and force(term))


def is_list(term: object) -> bool:
    """Return whether *term* is a list, as ``is_list/1``: an improper one is one too."""
    cls = term.__class__
    return cls is Cons or cls is Lazy or cls is Empty


def from_list(items: list[Any], tail: Any = EMPTY) -> Any:
    """Return the list of the *items*, before *tail*. The Python list must not be changed afterwards.

    It takes no time for an empty *tail*, else as much as making the cells.

    >>> from_list([1, 2, 3]), from_list([1], 2), from_list([])
    ([1, 2, 3], [1 | 2], [])
    """
    if not items:
        return tail
    if tail is EMPTY:
        return Lazy(items, 0)
    for item in reversed(items):
        tail = Cons(item, tail)
    return tail


def to_list(term: Any) -> list[Any]:
    """Return the elements of a proper list as a Python list, which is for reading only.

    It takes no time for a list that :func:`from_list` made and nobody walked. Raises :class:`NotAList`.

    >>> to_list(Cons(0, from_list([1, 2])))
    [0, 1, 2]
    """
    cls = term.__class__
    if cls is Lazy:
        first = term.tail
        return term.head[first:] if first else term.head  # type: ignore[no-any-return]
    if cls is Empty:
        return []
    items, rest = parts(term)
    if rest is not EMPTY:
        raise NotAList(term)
    return items


def parts(term: Any) -> tuple[list[Any], Any]:
    """Return the elements of a list, and what it ends in: :data:`EMPTY`, unless it is improper.

    >>> parts(Cons(1, Cons(2, 3)))
    ([1, 2], 3)
    """
    items: list[Any] = []
    add = items.append
    while term.__class__ is Cons:
        add(term.head)
        term = term.tail
    if term.__class__ is Lazy:
        items += term.head[term.tail :] if term.tail else term.head
        term = EMPTY
    return items, term


def length(term: Any) -> int:
    """Return the number of elements of a proper list. Raises :class:`NotAList`."""
    count, rest = 0, term
    while rest.__class__ is Cons:
        count += 1
        rest = rest.tail
    if rest.__class__ is Lazy:
        return count + len(rest.head) - rest.tail  # type: ignore[no-any-return]
    if rest is not EMPTY:
        raise NotAList(term)
    return count


def _same_parts(left: Any, right: Any) -> bool:
    """Compare two non-empty lists by ``==``, without recursion along their tails."""
    while left.__class__ is Cons and right.__class__ is Cons:
        if left is right:
            return True
        if left.head is not right.head and left.head != right.head:
            return False
        left, right = left.tail, right.tail
    if left.__class__ is Cons or left.__class__ is Lazy:
        return isinstance(right, Cell) and parts(left) == parts(right)
    return bool(left == right)


def _inside(term: Any) -> list[Any]:
    items, end = parts(term)
    return [*items, end]


PARTS[Cons] = PARTS[Lazy] = _inside
