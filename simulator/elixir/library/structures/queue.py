"""``:queue``: a pair of lists, the rear in reverse and the front, balanced as OTP does, so that queues print alike.

Source of the semantics: Erlang/OTP 25, the module ``queue``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.lazily import blocking
from simulator.elixir.runtime.errors import erlang
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.values.enumerable import FALSE, TRUE, Fun
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, Cons, from_list, is_cell, is_list, length
from simulator.terms.maps import strict_equal

NO_QUEUE = (EMPTY, EMPTY)
_VALUE, _BADARG, _EMPTY = Atom("value"), Atom("badarg"), Atom("empty")


def sides(term: Any) -> tuple[Any, Any]:
    """Return the rear (its last element first) and the front of a queue."""
    if term.__class__ is tuple and len(term) == 2 and is_list(term[0]) and is_list(term[1]):
        return term
    raise erlang(_BADARG)


def balanced(items: list[Any]) -> Any:
    """Return the queue of *items*, its rear as long as its front, or longer by one."""
    if len(items) < 2:
        return (from_list(items), EMPTY)
    half = len(items) // 2
    return (from_list(items[half:][::-1]), from_list(items[:half]))


def from_rear(items: list[Any]) -> Any:
    """Return the queue of *items*, the last one first, its front as long as its rear, or longer by one."""
    if len(items) < 2:
        return (EMPTY, from_list(items))
    half = len(items) // 2
    return (from_list(items[:half]), from_list(items[half:][::-1]))


def new() -> Any:
    """Return the empty queue."""
    return NO_QUEUE


def is_queue(term: Any) -> Any:
    """Return whether *term* looks like a queue."""
    fits = term.__class__ is tuple and len(term) == 2 and is_list(term[0]) and is_list(term[1])
    return TRUE if fits else FALSE


def is_empty(queue: Any) -> Any:
    """Return whether there is nothing in the queue."""
    rear, front = sides(queue)
    return TRUE if rear is EMPTY and front is EMPTY else FALSE


def len_(queue: Any) -> int:
    """Return the number of elements."""
    rear, front = sides(queue)
    return length(rear) + length(front)


def items_of(queue: Any) -> list[Any]:
    """Return the elements from the front to the rear."""
    rear, front = sides(queue)
    return [*to_list(front), *to_list(rear)[::-1]]


def to_list_1(queue: Any) -> Any:
    """Return the list of the elements from the front to the rear."""
    return from_list(items_of(queue))


def from_list_1(term: Any) -> Any:
    """Return the queue of the elements of a list."""
    if not is_list(term):
        raise erlang(_BADARG)
    return balanced(to_list(term))


def in_(item: Any, queue: Any) -> Any:
    """Return the queue with *item* at its rear."""
    rear, front = sides(queue)
    if front is EMPTY and is_cell(rear) and rear.tail is EMPTY:
        return (from_list([item]), rear)
    return (Cons(item, rear), front)


def in_r(item: Any, queue: Any) -> Any:
    """Return the queue with *item* at its front."""
    rear, front = sides(queue)
    if rear is EMPTY and is_cell(front) and front.tail is EMPTY:
        return (front, from_list([item]))
    return (rear, Cons(item, front))


def out(queue: Any) -> Any:
    """Return ``{{:value, first}, rest}``, or ``{:empty, queue}``."""
    rear, front = sides(queue)
    if is_cell(front):
        if front.tail is EMPTY:
            return ((_VALUE, front.head), from_rear(to_list(rear)))
        return ((_VALUE, front.head), (rear, front.tail))
    items = to_list(rear)
    if not items:
        return (_EMPTY, queue)
    if len(items) == 1:
        return ((_VALUE, items[0]), NO_QUEUE)
    return ((_VALUE, items[-1]), (from_list(items[:1]), from_list(items[-2:0:-1])))


def out_r(queue: Any) -> Any:
    """Return ``{{:value, last}, rest}``, or ``{:empty, queue}``."""
    rear, front = sides(queue)
    if is_cell(rear):
        if rear.tail is EMPTY:
            return ((_VALUE, rear.head), balanced(to_list(front)))
        return ((_VALUE, rear.head), (rear.tail, front))
    items = to_list(front)
    if not items:
        return (_EMPTY, queue)
    if len(items) == 1:
        return ((_VALUE, items[0]), NO_QUEUE)
    return ((_VALUE, items[-1]), (from_list(items[-2:0:-1]), from_list(items[:1])))


def _taken(step: Any) -> Any:
    if step[0] is _EMPTY:
        raise erlang(_EMPTY)
    return step


def get(queue: Any) -> Any:
    """Return the first element. Raises ``:empty``."""
    return _taken(out(queue))[0][1]


def get_r(queue: Any) -> Any:
    """Return the last element. Raises ``:empty``."""
    return _taken(out_r(queue))[0][1]


def drop(queue: Any) -> Any:
    """Return the queue without its first element. Raises ``:empty``."""
    return _taken(out(queue))[1]


def drop_r(queue: Any) -> Any:
    """Return the queue without its last element. Raises ``:empty``."""
    return _taken(out_r(queue))[1]


def peek(queue: Any) -> Any:
    """Return ``{:value, first}``, or ``:empty``."""
    return out(queue)[0]


def peek_r(queue: Any) -> Any:
    """Return ``{:value, last}``, or ``:empty``."""
    return out_r(queue)[0]


def snoc(queue: Any, item: Any) -> Any:
    """Return the queue with *item* at its rear."""
    return in_(item, queue)


def reverse(queue: Any) -> Any:
    """Return the queue with its last element first."""
    rear, front = sides(queue)
    return (front, rear)


def join(left: Any, right: Any) -> Any:
    """Return the queue of the elements of *left* and then of *right*."""
    (rear, front), (other_rear, other_front) = sides(left), sides(right)
    if other_rear is EMPTY and other_front is EMPTY:
        return left
    if rear is EMPTY and front is EMPTY:
        return right
    return (other_rear, from_list([*to_list(front), *to_list(rear)[::-1]], other_front))


def split(count: Any, queue: Any) -> Any:
    """Return the queue of the first *count* elements, and that of the rest."""
    items = items_of(queue)
    if count.__class__ is not int or not 0 <= count <= len(items):
        raise erlang(_BADARG)
    if count == 0:
        return (NO_QUEUE, queue)
    if count == len(items):
        return (queue, NO_QUEUE)
    return (balanced(items[:count]), balanced(items[count:]))


def member(item: Any, queue: Any) -> Any:
    """Return whether an element is strictly equal to *item*."""
    return TRUE if any(strict_equal(item, each) for each in items_of(queue)) else FALSE


def delete_with(fun: Fun, queue: Any) -> Any:
    """Return the queue without the first element for which *fun* is true."""
    items = items_of(queue)
    for index, each in enumerate(items):
        if fun(each) is TRUE:
            return balanced(items[:index] + items[index + 1 :])
    return queue


def delete_with_r(fun: Fun, queue: Any) -> Any:
    """Return the queue without the last element for which *fun* is true."""
    items = items_of(queue)
    for index in range(len(items) - 1, -1, -1):
        if fun(items[index]) is TRUE:
            return balanced(items[:index] + items[index + 1 :])
    return queue


def delete(item: Any, queue: Any) -> Any:
    """Return the queue without the first element that is strictly equal to *item*."""
    items = items_of(queue)
    for index, each in enumerate(items):
        if strict_equal(item, each):
            return balanced(items[:index] + items[index + 1 :])
    return queue


def filter_(fun: Fun, queue: Any) -> Any:
    """Return the queue of the elements for which *fun* gives true, or of those in the lists that it gives."""
    found: list[Any] = []
    for item in items_of(queue):
        answer = fun(item)
        if answer is TRUE:
            found.append(item)
        elif answer is not FALSE:
            found += to_list(answer)
    return balanced(found)


def any_(fun: Fun, queue: Any) -> Any:
    """Return whether *fun* gives true for an element."""
    for item in items_of(queue):
        if fun(item) is TRUE:
            return TRUE
    return FALSE


def all_(fun: Fun, queue: Any) -> Any:
    """Return whether *fun* gives true for all elements."""
    for item in items_of(queue):
        if fun(item) is not TRUE:
            return FALSE
    return TRUE


def fold(fun: Fun, acc: Any, queue: Any) -> Any:
    """Reduce from the front."""
    for item in items_of(queue):
        acc = fun(item, acc)
    return acc


TABLE = {
    "delete_with/2": delete_with, "delete_with_r/2": delete_with_r,
    "new/0": new, "is_queue/1": is_queue, "is_empty/1": is_empty, "len/1": len_, "to_list/1": to_list_1,
    "from_list/1": from_list_1, "in/2": in_, "in_r/2": in_r, "cons/2": in_r, "out/1": out, "out_r/1": out_r,
    "get/1": get, "get_r/1": get_r, "head/1": get, "last/1": get_r, "daeh/1": get_r, "drop/1": drop,
    "drop_r/1": drop_r, "tail/1": drop, "init/1": drop_r, "liat/1": drop_r, "lait/1": drop_r, "peek/1": peek,
    "peek_r/1": peek_r, "snoc/2": snoc, "reverse/1": reverse, "join/2": join, "split/2": split, "member/2": member,
    "delete/2": delete, "filter/2": filter_, "any/2": any_, "all/2": all_, "fold/3": fold,
}  # fmt: skip
FUNCTIONS = TABLE


def __getattr__(name: str) -> Any:
    return blocking(name, __name__)
