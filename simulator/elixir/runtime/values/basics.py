"""Arithmetic, comparison and tests of type: what ``Kernel`` and ``:erlang`` have in common.

Source of the semantics: the Erlang reference manual, "Expressions" and "Data Types".
"""

from __future__ import annotations

from math import trunc as whole
from types import FunctionType
from typing import Any, Final

from simulator.elixir.runtime.bridge import FALSE, TRUE
from simulator.elixir.runtime.errors import check, erlang, function_clause, unless
from simulator.elixir.runtime.values.operators import LONG, LONG_BELOW, product
from simulator.elixir.runtime.values.sizes import checked_power, count_quotient
from simulator.kernel.words.errors import badarg as rejected
from simulator.terms import Atom, Pid, Reference, compare
from simulator.terms.bits import Bits
from simulator.terms.lists import EMPTY, Cell, Empty, NotAList, from_list, length, to_list
from simulator.terms.lists import is_cell as walked
from simulator.terms.maps import Map, strict_equal

BADARITH: Final = Atom("badarith")


def badarg(position: int, problem: str) -> BaseException:
    """Return what a built-in function raises for its argument at *position*: an ``ArgumentError``."""
    return rejected(position, problem)


def base_problem(base: Any) -> str:
    """Return what is wrong with a base in which an integer is to be read or written."""
    right = base.__class__ is int and 2 <= base <= 36
    return "" if right else "not an integer in the range 2 through 36"


def _number(term: Any) -> bool:
    return term.__class__ is int or term.__class__ is float


def add(left: Any, right: Any) -> Any:
    """Return the sum; raises ``ArithmeticError`` for what is no number, as its neighbours do."""
    if _number(left) and _number(right):
        return finite(left + right)
    raise erlang(BADARITH)


def subtract(left: Any, right: Any) -> Any:
    """Return the difference."""
    if _number(left) and _number(right):
        return finite(left - right)
    raise erlang(BADARITH)


def multiply(left: Any, right: Any) -> Any:
    """Return the product."""
    if _number(left) and _number(right):
        made = finite(left * right)
        return made if made.__class__ is float or LONG_BELOW < made < LONG else product(made, left, right)
    raise erlang(BADARITH)


def divide(left: Any, right: Any) -> float:
    """Return the quotient as a float."""
    if _number(left) and _number(right) and right != 0:
        try:
            return float(finite(left / right))
        except OverflowError:
            pass
    raise erlang(BADARITH)


def finite(number: Any) -> Any:
    """Return a number; raise ``ArithmeticError`` for a float that the BEAM does not have."""
    if number.__class__ is float and (number != number or number in (float("inf"), float("-inf"))):
        raise erlang(BADARITH)
    return number


def plus(term: Any) -> Any:
    """Return a number as it is."""
    if _number(term):
        return term
    raise erlang(BADARITH)


def negate(term: Any) -> Any:
    """Return a number with its sign changed."""
    if _number(term):
        return -term
    raise erlang(BADARITH)


def div(left: Any, right: Any) -> int:
    """Return the integer quotient, rounded towards zero."""
    if left.__class__ is not int or right.__class__ is not int or right == 0:
        raise erlang(BADARITH)
    count_quotient(left.bit_length(), right.bit_length())
    quotient = abs(left) // abs(right)
    return quotient if (left < 0) == (right < 0) else -quotient


def rem(left: Any, right: Any) -> int:
    """Return the remainder of :func:`div`; it has the sign of *left*."""
    if left.__class__ is not int or right.__class__ is not int or right == 0:
        raise erlang(BADARITH)
    count_quotient(left.bit_length(), right.bit_length())
    rest = abs(left) % abs(right)
    return -rest if left < 0 else rest


def power(base: Any, exponent: Any) -> Any:
    """Return a power: of integers an integer where the exponent is not negative, else a float."""
    if not _number(base) or not _number(exponent):
        raise function_clause("Kernel", "**", 2, [base, exponent])
    if base.__class__ is int and exponent.__class__ is int and exponent >= 0:
        return checked_power(base, exponent)
    try:
        made = base**exponent
    except (OverflowError, ZeroDivisionError):
        raise erlang(BADARITH) from None
    if made.__class__ is complex:
        raise erlang(BADARITH)
    return finite(made)


def absolute(term: Any) -> Any:
    """Return a number without its sign."""
    if _number(term):
        return abs(term)
    raise badarg(1, "not a number")


def rounded(term: Any) -> int:
    """Return the nearest integer; halves are rounded away from zero."""
    if term.__class__ is int:
        return int(term)
    if term.__class__ is float:
        size = abs(term)
        nearest = int(size)
        nearest += size - nearest >= 0.5
        return nearest if term >= 0 else -nearest
    raise badarg(1, "not a number")


def truncated(term: Any) -> int:
    """Return the integer part."""
    if _number(term):
        found: int = whole(term)
        return found
    raise badarg(1, "not a number")


def floor(term: Any) -> int:
    """Return the largest integer that is not greater."""
    if _number(term):
        return int(term // 1)
    raise badarg(1, "not a number")


def ceiling(term: Any) -> int:
    """Return the smallest integer that is not less."""
    if _number(term):
        return -int(-term // 1)
    raise badarg(1, "not a number")


# -- comparison ---------------------------------------------------------------------------------


def equal(left: Any, right: Any) -> Atom:
    """``==``"""
    return TRUE if left == right else FALSE


def unequal(left: Any, right: Any) -> Atom:
    """``!=``"""
    return FALSE if left == right else TRUE


def same(left: Any, right: Any) -> Atom:
    """``===``"""
    return TRUE if strict_equal(left, right) else FALSE


def different(left: Any, right: Any) -> Atom:
    """``!==``"""
    return FALSE if strict_equal(left, right) else TRUE


def less(left: Any, right: Any) -> Atom:
    """``<``"""
    return TRUE if compare(left, right) < 0 else FALSE


def greater(left: Any, right: Any) -> Atom:
    """``>``"""
    return TRUE if compare(left, right) > 0 else FALSE


def at_most(left: Any, right: Any) -> Atom:
    """``<=``"""
    return TRUE if compare(left, right) <= 0 else FALSE


def at_least(left: Any, right: Any) -> Atom:
    """``>=``"""
    return TRUE if compare(left, right) >= 0 else FALSE


def maximum(left: Any, right: Any) -> Any:
    """Return the greater of two terms, the first of equal ones."""
    return left if compare(left, right) >= 0 else right


def minimum(left: Any, right: Any) -> Any:
    """Return the smaller of two terms, the first of equal ones."""
    return left if compare(left, right) <= 0 else right


# -- tests of type ------------------------------------------------------------------------------


def is_of(*classes: type) -> Any:
    """Return the test whether a term is of one of these classes."""
    accepted = frozenset(classes)

    def test(term: Any) -> Atom:
        return TRUE if term.__class__ in accepted else FALSE

    return test


is_atom = is_of(Atom)
is_integer = is_of(int)
is_float = is_of(float)
is_number = is_of(int, float)
is_binary = is_of(str, bytes)
is_bitstring = is_of(str, bytes, Bits)
is_tuple = is_of(tuple)
is_map = is_of(Map)
is_pid = is_of(Pid)
is_reference = is_of(Reference)
is_port = is_of()
is_list = is_of(*Cell.__subclasses__(), Empty)


def is_boolean(term: Any) -> Atom:
    """Return whether a term is ``true`` or ``false``."""
    return TRUE if term is TRUE or term is FALSE else FALSE


def is_function(term: Any) -> Atom:
    """Return whether a term is a function."""
    return TRUE if term.__class__ is FunctionType else FALSE


def is_function_of(term: Any, arity: Any) -> Atom:
    """Return whether a term is a function of this arity."""
    if arity.__class__ is not int or arity < 0:
        raise badarg(2, "not an integer" if arity.__class__ is not int else "out of range")
    return TRUE if term.__class__ is FunctionType and term.__code__.co_argcount == arity else FALSE


# -- containers ---------------------------------------------------------------------------------


def head(term: Any) -> Any:
    """Return the first element of a list."""
    if isinstance(term, Cell) and is_cell(term):
        return term.head
    raise badarg(1, "not a nonempty list")


def tail(term: Any) -> Any:
    """Return a list without its first element."""
    if isinstance(term, Cell) and is_cell(term):
        return term.tail
    raise badarg(1, "not a nonempty list")


def is_cell(term: Any) -> bool:
    """Return whether a term is a list that is not empty; its head and tail can be read then."""
    return walked(term)


def size_of_list(term: Any) -> int:
    """Return how many elements a list has."""
    try:
        return length(term)
    except NotAList:
        raise badarg(1, "not a list") from None


def element(position: Any, term: Any) -> Any:
    """Return the element at a position from 1."""
    if term.__class__ is not tuple or position.__class__ is not int:
        check(unless(int, position, "not an integer"), unless(tuple, term, "not a tuple"))
    if not 1 <= position <= len(term):
        raise badarg(1, "out of range")
    return term[position - 1]


def with_element(position: Any, term: Any, value: Any) -> Any:
    """Return a tuple with *value* at a position from 1."""
    element(position, term)
    return (*term[: position - 1], value, *term[position:])


def size_of_tuple(term: Any) -> int:
    """Return how many elements a tuple has."""
    if term.__class__ is tuple:
        return len(term)
    raise badarg(1, "not a tuple")


def size_of_map(term: Any) -> int:
    """Return how many keys a map has."""
    if term.__class__ is Map:
        return len(term)
    raise erlang((Atom("badmap"), term))


def size_in_bytes(term: Any) -> int:
    """Return how many bytes a binary has."""
    if term.__class__ is str:
        return len(term) if term.isascii() else len(term.encode())
    if term.__class__ is bytes:
        return len(term)
    if term.__class__ is Bits:
        return -(-term.size // 8)
    raise badarg(1, "not a bitstring")


def size_in_bits(term: Any) -> int:
    """Return how many bits a bitstring has."""
    return int(term.size) if term.__class__ is Bits else 8 * size_in_bytes(term)


def joined(left: Any, right: Any) -> Any:
    """``left ++ right``"""
    try:
        items = to_list(left)
    except (NotAList, AttributeError, TypeError):
        raise erlang(Atom("badarg")) from None
    return from_list(items, right) if items else right


def without(left: Any, right: Any) -> Any:
    """``left -- right``"""
    try:
        items, removed = list(to_list(left)), to_list(right)
    except (NotAList, AttributeError, TypeError):
        raise erlang(Atom("badarg")) from None
    for term in removed:
        for index, item in enumerate(items):
            if strict_equal(item, term):
                del items[index]
                break
    return from_list(items) if items else EMPTY


def negated(term: Any) -> Atom:
    """``not term``"""
    if term is TRUE:
        return FALSE
    if term is FALSE:
        return TRUE
    raise erlang(Atom("badarg"))
