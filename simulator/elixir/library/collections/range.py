"""``Range``.

Source of the semantics: Elixir 1.14, the module ``Range``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.values.enumerable import FALSE, RANGE, TRUE, make_range, range_of
from simulator.elixir.runtime.values.ranges import length_of
from simulator.terms import inspect
from simulator.terms.maps import struct_name


def new_2(first: Any, last: Any) -> Any:
    """Return the range from *first* to *last*."""
    if first.__class__ is not int or last.__class__ is not int:
        shown = f"{inspect(first)}..{inspect(last)}"
        message = f"ranges (first..last) expect both sides to be integers, got: {shown}"
        raise error("ArgumentError", message=message)
    return make_range(first, last, 1 if first <= last else -1)


def new_3(first: Any, last: Any, step: Any) -> Any:
    """Return the range from *first* to *last* with a *step*."""
    if first.__class__ is not int or last.__class__ is not int or step.__class__ is not int or step == 0:
        shown = f"{inspect(first)}..{inspect(last)}//{inspect(step)}"
        message = "ranges (first..last//step) expect both sides to be integers and the step to be a non-zero integer"
        raise error("ArgumentError", message=f"{message}, got: {shown}")
    return make_range(first, last, step)


def size(term: Any) -> int:
    """Return the number of elements."""
    return length_of(_checked(term, "size", 1, term))


def shift(term: Any, steps: Any) -> Any:
    """Return the range with both ends moved by so many steps."""
    found = _checked(term, "shift", 2, term, steps)
    if steps.__class__ is not int:
        raise function_clause("Range", "shift", 2, [term, steps])
    by = steps * found.step
    last = found.stop - (1 if found.step > 0 else -1)
    return make_range(found.start + by, last + by, found.step)


def disjoint(left: Any, right: Any) -> Any:
    """Return whether there is no number in both ranges."""
    first, second = (_checked(term, "disjoint?", 2, left, right) for term in (left, right))
    shorter, longer = sorted((first, second), key=length_of)
    return FALSE if any(number in longer for number in shorter) else TRUE


def is_range(term: Any) -> Any:
    """Return whether *term* is a range."""
    return TRUE if struct_name(term) is RANGE else FALSE


def _checked(term: Any, name: str, arity: int, *args: Any) -> range:
    if struct_name(term) is not RANGE:
        raise function_clause("Range", name, arity, args)
    return range_of(term)


FUNCTIONS = {
    "new/2": new_2, "new/3": new_3, "size/1": size, "shift/2": shift, "disjoint?/2": disjoint, "range?/1": is_range,
}  # fmt: skip
