"""Functions of Kernel and ``:erlang`` that are written out in place: arithmetic, parts of data, type tests.

Arithmetic relies on Python's own operators where a wrong operand raises ``TypeError`` there, too (which
the runtime takes for ``:badarith``). Where Python would join strings or tuples, the class of the result is
looked at: one test instead of one an operand.
"""

from __future__ import annotations

from collections.abc import Callable

from simulator.elixir.compile.frame import Frame, held
from simulator.elixir.compile.pieces import NUMERIC, Ex, nested
from simulator.elixir.compile.questions import TYPE_CLASSES, TYPE_GROUPS
from simulator.elixir.runtime.operands import is_optimised


def _both(left: Ex, right: Ex, kind: str) -> bool:
    return left.kind == kind and right.kind == kind


def _add(frame: Frame, left: Ex, right: Ex) -> Ex:
    return _sum(frame, "+", left, right)


def _subtract(frame: Frame, left: Ex, right: Ex) -> Ex:
    return _sum(frame, "-", left, right)


def _sum(frame: Frame, operator: str, left: Ex, right: Ex) -> Ex:
    """``+`` and ``-``: of floats it can be more than the greatest number, which Python has as infinity."""
    if "int" in (left.kind, right.kind):
        return nested(f"({left} {operator} {right})", "int" if left.kind == right.kind else "number", left, right)
    if left.kind in NUMERIC or right.kind in NUMERIC:
        return _finite(frame, operator, left, right)
    return _checked(frame, operator, left, right)


def _finite(frame: Frame, operator: str, left: Ex, right: Ex) -> Ex:
    """Return what an operator gives of numbers, if the BEAM has it: 1e999 is infinity, which it does not have."""
    name = frame.fresh()
    kept = operator != "/" and left.isidentifier() and right.isidentifier()
    told = f", {operator!r}, {left}, {right}" if kept else ""
    made = f"({name} := {left} {operator} {right})"
    test = f"-1e999 < {made} < 1e999" if operator == "/" else f"type{made} is int or -1e999 < {name} < 1e999"
    return nested(f"({name} if {test} else number({name}{told}))", "number", left, right)


def _multiply(frame: Frame, left: Ex, right: Ex) -> Ex:
    if not _both(left, right, "int"):
        few = left.isdigit() or right.isdigit()
        return _checked(frame, "*", left, right) if few else _product(frame, left, right)
    if left.isdigit() or right.isdigit():
        return nested(f"({left} * {right})", "int", left, right)
    name = frame.fresh()
    (first, left), (second, right) = held(frame, left), held(frame, right)
    text = (
        f"({name} if LONG_BELOW < ({name} := {first} * {second}) < LONG else product({name}, {left}, {right}))"
    )  # fmt: skip
    return nested(text, "int", left, right)


def _checked(frame: Frame, operator: str, left: Ex, right: Ex) -> Ex:
    """Return what an operator gives if it is a number; what does not may be told where it costs nothing to keep it."""
    name = frame.fresh()
    first, second = _told(frame, left, right)
    told = f", {operator!r}, {first}, {second}" if left.stable and right.stable else ""
    text = f"({name} if type({name} := {left} {operator} {right}) is int else number({name}{told}))"
    return nested(text, "number", left, right)


def _product(frame: Frame, left: Ex, right: Ex) -> Ex:
    """Return what ``*`` gives of two that are not written as numbers: it can grow fast, and is looked at."""
    name = frame.fresh()
    told = ", '*'" if left.stable and right.stable else ""
    (first, left), (second, right) = held(frame, left), held(frame, right)
    test = f"type({name} := {first} * {second}) is int and {name} < LONG and {name} > LONG_BELOW"
    return nested(f"({name} if {test} else product({name}, {left}, {right}{told}))", "number", left, right)


def _told(frame: Frame, left: Ex, right: Ex) -> tuple[Ex, Ex]:
    """Return the operands as the BEAM tells of them: in a module a literal number is the right one."""
    return (right, left) if left.isdigit() and is_optimised(frame.title) else (left, right)


def _divide(frame: Frame, left: Ex, right: Ex) -> Ex:
    return _finite(frame, "/", left, right)


def _whole(operator: str, name: str) -> Callable[[Frame, Ex, Ex], Ex]:
    def make(frame: Frame, left: Ex, right: Ex) -> Ex:
        if right.kind == "int" and right.isdigit() and int(right):
            first, again = held(frame, left)
            test = f"type({first}) is int and {again} >= 0"
            if left.kind == "int":
                test = f"{first} >= 0"
            return nested(f"({again} {operator} {right} if {test} else {name}({again}, {right}))", "int", left, right)
        return nested(f"{name}({left}, {right})", "int", left, right)

    return make


def _negate(frame: Frame, value: Ex) -> Ex:
    return nested(f"(-{value})", "int" if value.kind == "int" else "number", value)


def _plus(frame: Frame, value: Ex) -> Ex:
    return nested(f"(+{value})", "int" if value.kind == "int" else "number", value)


def _element(frame: Frame, tuple_: Ex, index: Ex) -> Ex:
    if index.isdigit():
        first, again = held(frame, tuple_)
        return nested(f"({again}[{index}] if type({first}) is tuple else element({again}, {index}))", None, tuple_)
    return nested(f"element({tuple_}, {index})", None, tuple_, index)


def _part(name: str) -> Callable[[Frame, Ex], Ex]:
    def make(frame: Frame, value: Ex) -> Ex:
        first, again = held(frame, value)
        return nested(f"({again}.{name} if type({first}) is Cons else cell_{name}({again}))", None, value)

    return make


def _call(name: str, kind: str | None = None) -> Callable[..., Ex]:
    def make(frame: Frame, *values: Ex) -> Ex:
        return nested(f"{name}({', '.join(values)})", kind, *values)

    return make


def _bits(name: str) -> Callable[[Frame, Ex, Ex], Ex]:
    def make(frame: Frame, left: Ex, right: Ex) -> Ex:
        first, second = _told(frame, left, right)
        return nested(f"{name}({first}, {second})", "int", left, right)

    return make


def _map_get(frame: Frame, key: Ex, term: Ex) -> Ex:
    return nested(f"map_get({key}, {term})", None, key, term)


def _self(frame: Frame) -> Ex:
    """``self/0``: the pid of the process that a generator function knows anyhow."""
    if not frame.generator:
        return Ex("self_pid()")
    frame.uses_process = True
    return Ex("proc.pid")


VALUES: dict[tuple[str, int], Callable[..., Ex]] = {
    ("+", 2): _add, ("-", 2): _subtract, ("*", 2): _multiply, ("/", 2): _divide,
    ("div", 2): _whole("//", "div"), ("rem", 2): _whole("%", "rem"), ("-", 1): _negate, ("+", 1): _plus,
    ("elem", 2): _element, ("hd", 1): _part("head"), ("tl", 1): _part("tail"),
    ("++", 2): _call("append"), ("--", 2): _call("subtract"), ("abs", 1): _call("absolute", "number"),
    ("map_size", 1): _call("map_size", "int"), ("tuple_size", 1): _call("tuple_size", "int"),
    ("length", 1): _call("list_length", "int"), ("byte_size", 1): _call("byte_size", "int"),
    ("bit_size", 1): _call("bit_size", "int"), ("max", 2): _call("maximum"), ("min", 2): _call("minimum"),
    ("self", 0): _self, ("map_get", 2): _map_get, ("throw", 1): _call("throw"),
    ("error", 1): _call("raise_error"), ("error", 2): _call("raise_error"),
    ("error", 3): _call("raise_error"), ("raise", 3): _call("raise_again"),
    ("exit", 1): _call("raise_exit"),
    ("put_elem", 3): _call("put_elem"), ("band", 2): _bits("band"), ("bor", 2): _bits("bor"),
    ("bxor", 2): _bits("bxor"), ("bsl", 2): _call("bsl", "int"), ("bsr", 2): _call("bsr", "int"),
    ("bnot", 1): _call("bnot", "int"), ("element", 2): _call("erlang_element"),
    ("round", 1): _call("round_number", "int"), ("trunc", 1): _call("truncate", "int"),
    ("floor", 1): _call("floor_number", "int"), ("ceil", 1): _call("ceil_number", "int"),
    ("binary_part", 3): _call("binary_part"), ("size", 1): _call("size"),
}  # fmt: skip
"""Functions of ``:erlang`` and Kernel that give a value, by name and arity."""


def type_test(frame: Frame, name: str, values: list[Ex]) -> str | None:
    """Return the Python condition of a type test, None for what is none."""
    if name in TYPE_CLASSES and len(values) == 1:
        return f"type({values[0]}) is {TYPE_CLASSES[name]}"
    if name in TYPE_GROUPS and len(values) == 1:
        if values[0].kind in NUMERIC and name == "is_number":
            return "True"
        return f"type({values[0]}) in {TYPE_GROUPS[name]}"
    if name == "is_boolean" and len(values) == 1:
        first, again = held(frame, values[0])
        return f"({first} is TRUE or {again} is FALSE)"
    if name == "is_function":
        if len(values) == 1:
            return f"type({values[0]}) is Function"
        first, again = held(frame, values[0])
        return f"(type({first}) is Function and {again}.__code__.co_argcount == {values[1]})"
    if name == "is_map_key" and len(values) == 2:  # the map comes first in Kernel's, last in :erlang's
        return f"is_map_key({values[0]}, {values[1]})"
    return "False" if name == "is_port" and len(values) == 1 else None


_ORDERS = {"<": "less", ">": "greater", "=<": "at_most", ">=": "at_least"}
_PYTHON = {"<": "<", ">": ">", "=<": "<=", ">=": ">="}


def comparison(frame: Frame, name: str, left: Ex, right: Ex) -> str | None:
    """Return the Python condition of a comparison, None for what is none."""
    if name in _ORDERS:
        return _order(frame, name, left, right)
    if name in ("==", "/="):
        if "atom" in (left.kind, right.kind) or "bool" in (left.kind, right.kind) or "EMPTY" in (left, right):
            return f"{left} {'is' if name == '==' else 'is not'} {right}"
        return _equal(frame, name, left, right)
    if name in ("=:=", "=/="):
        text = identical(frame, left, right)
        return text if name == "=:=" else f"not ({text})"
    return None


def _equal(frame: Frame, name: str, left: Ex, right: Ex) -> str:
    """Return the condition of ``==`` or ``/=``: large terms are compared by what weighs them."""
    operator = "==" if name == "==" else "!="
    if _is_plain(left) or _is_plain(right):
        return f"{left} {operator} {right}"
    call = "equal" if name == "==" else "not equal"
    if not right.stable:
        return f"{call}({left}, {right})"
    first, again = held(frame, left)
    return f"({again} {operator} {right} if type({first}) in SIMPLE else {call}({again}, {right}))"


def _is_plain(value: Ex) -> bool:
    return value.kind in NUMERIC or value.kind == "str"


def _order(frame: Frame, name: str, left: Ex, right: Ex) -> str:
    operator = _PYTHON[name]
    if left.kind in NUMERIC and right.kind in NUMERIC:
        return f"{left} {operator} {right}"
    slow = _ORDERS[name]
    if right.kind in NUMERIC and right.stable:
        first, again = held(frame, left)
        return f"({again} {operator} {right} if type({first}) is int else {slow}({again}, {right}))"
    first, again = held(frame, left)
    second, same = held(frame, right)
    if left.kind in NUMERIC and left.stable:
        return f"({left} {operator} {same} if type({second}) is int else {slow}({left}, {same}))"
    return f"({again} {operator} {same} if type({first}) is type({second}) is int else {slow}({again}, {same}))"


def identical(frame: Frame, left: Ex, right: Ex) -> str:
    """Return the condition of strict equality."""
    for one, other in ((left, right), (right, left)):
        if one.kind in ("atom", "bool") or one == "EMPTY":
            return f"{other} is {one}"
        if one.kind == "str":
            return f"{other} == {one}"
        if one.kind == "int" and one.isdigit():
            first, again = held(frame, other)
            return f"({first} == {one} and type({again}) is int)"
    first, again = held(frame, left)
    second, other = held(frame, right)
    return f"({first} is {second} or same({again}, {other}))"  # without a call where both are one object
