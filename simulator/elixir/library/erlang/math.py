"""``:math``: functions of floats.

Source of the semantics: OTP 25, stdlib, the module ``math``. What Python's ``math`` refuses is ``badarith``.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from simulator.elixir.runtime.errors import check, erlang
from simulator.terms import Atom

_ONE = (
    "acos", "acosh", "asin", "asinh", "atan", "atanh", "cos", "cosh", "erf", "erfc", "exp", "log", "log10", "log2",
    "sin", "sinh", "sqrt", "tan", "tanh",
)  # fmt: skip


def _checked(*args: Any) -> None:
    check(*["" if arg.__class__ is int or arg.__class__ is float else "not a number" for arg in args])


def _computed(function: Callable[..., float], *args: Any) -> float:
    _checked(*args)
    try:
        return float(function(*args))
    except (ValueError, OverflowError, ZeroDivisionError):
        raise erlang(Atom("badarith")) from None


def _of_one(name: str) -> Any:
    function = getattr(math, name)

    def computed(x: Any) -> float:
        return _computed(function, x)

    return computed


def atan2(y: Any, x: Any) -> float:
    """Return the angle of a point."""
    return _computed(math.atan2, y, x)


def fmod(x: Any, y: Any) -> float:
    """Return the remainder of a division of floats."""
    return _computed(math.fmod, x, y)


def power(x: Any, y: Any) -> float:
    """Return a power."""
    return _computed(math.pow, x, y)


def ceiling(x: Any) -> float:
    """Return the whole number above."""
    return _computed(lambda number: float(math.ceil(number)), x)


def floor(x: Any) -> float:
    """Return the whole number below."""
    return _computed(lambda number: float(math.floor(number)), x)


def pi() -> float:
    """Return the ratio of a circle's circumference to its diameter."""
    return math.pi


FUNCTIONS: dict[str, Any] = {f"{name}/1": _of_one(name) for name in _ONE} | {
    "atan2/2": atan2, "fmod/2": fmod, "pow/2": power, "ceil/1": ceiling, "floor/1": floor, "pi/0": pi,
}  # fmt: skip
