"""Elixir's ``Kernel``: its functions, and ``Kernel.SpecialForms``'s neighbours that are functions at run time."""

from __future__ import annotations

from types import GeneratorType
from typing import Any

from simulator.elixir.library.language import spawning
from simulator.elixir.library.string import inspecting
from simulator.elixir.runtime.bridge import FALSE, NIL, TRUE, boolean, is_function
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.modules.modules import call, check_function, find, known, library_function
from simulator.elixir.runtime.values import basics, operators
from simulator.elixir.runtime.values.enumerable import listed
from simulator.elixir.runtime.world import current
from simulator.kernel import Exit, Throw
from simulator.terms import Atom, atom, inspect
from simulator.terms.bits import binary, bytes_of
from simulator.terms.lists import EMPTY, from_list, is_list, to_list
from simulator.terms.maps import Map, from_pairs, get, has, put

_STRUCT = Atom("__struct__")


def _text(term: Any) -> Any:
    return term if term.__class__ is str else call(Atom("Elixir.String.Chars"), "to_string", [term])


def exit_(reason: Any) -> Any:
    """``exit/1``"""
    raise Exit(reason)


def throw(value: Any) -> Any:
    """``throw/1``"""
    raise Throw(value)


def send(dest: Any, message: Any) -> Any:
    """``send/2``"""
    return current().send(dest, message)


def self_() -> Any:
    """``self/0``"""
    return current().pid


def make_ref() -> Any:
    """``make_ref/0``"""
    return current().make_ref()


_MILLISECONDS = {"millisecond": 1, "second": 1_000, "minute": 60_000, "hour": 3_600_000, "day": 86_400_000,
                 "week": 604_800_000}  # fmt: skip


def to_timeout(given: Any) -> Any:
    """``to_timeout/1``, of Elixir 1.17: a keyword list of units as milliseconds."""
    if given is Atom("infinity") or (given.__class__ is int and given >= 0):
        return given
    if not is_list(given):
        raise error("ArgumentError", message=f"unsupported component in timeout: {inspect(given)}")
    total = 0
    for unit, amount in to_list(given):
        size = _MILLISECONDS.get(unit.name)
        if size is None or amount.__class__ is not int or amount < 0:
            raise error("ArgumentError", message=f"timeout component {inspect(unit)} must be a non-negative integer of "
                        f"a unit up to weeks, got: {inspect(amount)}")  # fmt: skip
        total += size * amount
    return total


def node() -> Atom:
    """``node/0``: there is one node, which has no name."""
    return Atom("nonode@nohost")


def node_of(term: Any) -> Atom:
    """``node/1``"""
    if term.__class__.__name__ not in ("Pid", "Reference"):
        raise basics.badarg(1, "not a pid")
    return node()


def apply_function(function: Any, args: Any) -> Any:
    """``apply/2`` of a function that does not block."""
    return spawning.callable_of(function, to_list(args))(*to_list(args))


def apply_function_blocking(function: Any, args: Any) -> Any:
    """``apply/2``"""
    answer = apply_function(function, args)
    if answer.__class__ is GeneratorType:
        answer = yield from answer
    return answer


def apply_module(module: Any, name: Any, args: Any) -> Any:
    """``apply/3``"""
    if name.__class__ is not Atom or module.__class__ is not Atom:
        raise basics.badarg(1, "not an atom")
    answer = call(module, name.name, to_list(args))
    if answer.__class__ is GeneratorType:
        answer = yield from answer
    return answer


def element(term: Any, index: Any) -> Any:
    """``elem/2``"""
    return basics.element(index + 1 if index.__class__ is int else index, term)


def put_element(term: Any, index: Any, value: Any) -> Any:
    """``put_elem/3``"""
    return basics.with_element(index + 1 if index.__class__ is int else index, term, value)


def binary_slice(term: Any, start: Any, size: Any) -> Any:
    """``binary_slice/3``"""
    data = bytes_of(term)
    first = start if start >= 0 else max(0, len(data) + start)
    return binary(data[first : first + size])


def binary_slice_range(term: Any, span: Any) -> Any:
    """``binary_slice/2``"""
    data = bytes_of(term)
    first, last = get(span, atom.first), get(span, atom.last)
    first = first if first >= 0 else max(0, len(data) + first)
    last = last if last >= 0 else len(data) + last
    return binary(data[first : last + 1])


def matches(left: Any, right: Any) -> Any:
    """``=~``"""
    if left.__class__ not in (str, bytes):
        raise function_clause("Kernel", "=~", 2, [left, right])
    if right.__class__ in (str, bytes):
        return boolean(bytes_of(right) in bytes_of(left))
    if right.__class__ is Map and get(right, _STRUCT) is Atom("Elixir.Regex"):
        return call(Atom("Elixir.Regex"), "match?", [right, left])
    raise function_clause("Kernel", "=~", 2, [left, right])


def struct_plain(module: Any) -> Any:
    """``struct/1``"""
    return struct(module, EMPTY)


def struct_plain_strictly(module: Any) -> Any:
    """``struct!/1``"""
    return struct_strictly(module, EMPTY)


def struct(module: Any, fields: Any) -> Any:
    """``struct/2``: what is no field of the struct is left out."""
    made = module
    if module.__class__ is Atom:
        made = _plain_struct(module)
    elif module.__class__ is not Map or not has(module, _STRUCT):
        raise function_clause("Kernel", "struct", 3, [module, fields])
    for key, value in _fields(fields, made):
        if key is not _STRUCT and has(made, key):
            made = put(made, key, value)
    return made


def struct_strictly(module: Any, fields: Any) -> Any:
    """``struct!/2``: raises ``KeyError`` for what is no field of the struct."""
    if module.__class__ is Atom and find(module, "__struct__", 1) is not None:
        return call(module, "__struct__", [fields])
    made = _plain_struct(module) if module.__class__ is Atom else module
    for key, value in _fields(fields, made):
        if not has(made, key):
            raise error("KeyError", key=key, term=NIL if module.__class__ is Atom else made)
        if key is not _STRUCT:
            made = put(made, key, value)
    return made


def _plain_struct(module: Atom) -> Any:
    """Return a module's struct with its defaults."""
    if find(module, "__struct__", 0) is None:
        from simulator.elixir.library.structs import FIELDS

        known = FIELDS.get(module.name)
        if known is not None:
            plain = [(key, EMPTY if value == [] else value) for key, value in known()]
            return from_pairs([(_STRUCT, module), *plain])
    return call(module, "__struct__", [])


def _fields(fields: Any, made: Any) -> Any:
    """Yield the pairs of what becomes of fields."""
    for pair in listed(fields):
        if pair.__class__ is not tuple or len(pair) != 2:
            raise function_clause("Kernel", "-struct/2-fun-0-", 2, [pair, made])
        yield pair


def is_map_key(term: Any, key: Any) -> Atom:
    """``is_map_key/2``"""
    if term.__class__ is not Map:
        raise error("BadMapError", term=term)
    return boolean(has(term, key))


def exported(module: Any, name: Any, arity: Any) -> Atom:
    """``function_exported?/3``"""
    check_function(module, name, arity)
    return boolean(find(module, name.name, arity) is not None)


def macro_exported(module: Any, name: Any, arity: Any) -> Atom:
    """``macro_exported?/3``"""
    return boolean(known(module, name.name, arity, macro=True))


def to_charlist(term: Any) -> Any:
    """``to_charlist/1``"""
    if is_list(term):
        return term
    text = _text(term)
    if text.__class__ is bytes:
        raise error("ArgumentError", message="invalid or incomplete UTF-8")
    return from_list([ord(char) for char in text])


def to_string(term: Any) -> Any:
    """``to_string/1``"""
    return _text(term)


def both(left: Any, right: Any) -> Any:
    """``and``"""
    return right if _truth(left) is TRUE else FALSE


def either(left: Any, right: Any) -> Any:
    """``or``"""
    return TRUE if _truth(left) is TRUE else right


def _truth(term: Any) -> Any:
    if term is TRUE or term is FALSE:
        return term
    raise error("BadBooleanError", term=term, operator=atom("and"))


# -- paths into nested data -----------------------------------------------------------------------


def get_in(data: Any, keys: Any) -> Any:
    """``get_in/2``"""
    path = to_list(keys)
    if not path:
        raise function_clause("Kernel", "get_in", 2, [data, keys])
    for index, key in enumerate(path):
        if is_function(key, 3):
            rest = from_list(list(path[index + 1 :]))
            answer = key(Atom("get"), data, _getter(rest))
            if answer.__class__ is GeneratorType:
                answer = yield from answer
            return answer
        if data is NIL:
            return NIL
        data = yield from _accessed(data, key)
    return data


def _getter(rest: Any) -> Any:
    def getting(data: Any) -> Any:
        if rest is EMPTY:
            return data
        return (yield from get_in(data, rest))

    return getting


def _accessed(data: Any, key: Any) -> Any:
    if data.__class__ is Map and not has(data, _STRUCT):
        return get(data, key, NIL)
    return (yield from library_function("Elixir.Access", "get", 2, True)(data, key))


def get_and_update_in(data: Any, keys: Any, function: Any) -> Any:
    """``get_and_update_in/3``"""
    path = to_list(keys)
    if not path:
        raise function_clause("Kernel", "get_and_update_in", 3, [data, keys, function])
    key, rest = path[0], from_list(list(path[1:]))

    def inner(value: Any) -> Any:
        answer = function(value)
        if answer.__class__ is GeneratorType:
            answer = yield from answer
        return answer

    def deeper(value: Any) -> Any:
        return (yield from get_and_update_in(value, rest, function))

    step = inner if rest is EMPTY else deeper
    if is_function(key, 3):
        answer = key(Atom("get_and_update"), data, step)
    else:
        answer = call(Atom("Elixir.Access"), "get_and_update", [data, key, step])
    if answer.__class__ is GeneratorType:
        answer = yield from answer
    return answer


def update_in(data: Any, keys: Any, function: Any) -> Any:
    """``update_in/3``"""

    def step(value: Any) -> Any:
        answer = function(value)
        if answer.__class__ is GeneratorType:
            answer = yield from answer
        return (NIL, answer)

    answer = yield from get_and_update_in(data, keys, step)
    return answer[1]


def put_in(data: Any, keys: Any, value: Any) -> Any:
    """``put_in/3``"""
    answer = yield from get_and_update_in(data, keys, lambda old: (NIL, value))
    return answer[1]


def pop_in(data: Any, keys: Any) -> Any:
    """``pop_in/2``"""
    if data is NIL:
        raise error("ArgumentError", message="could not pop key on a nil value")
    return (yield from get_and_update_in(data, keys, lambda old: Atom("pop")))


FUNCTIONS = {
    "+/1": basics.plus, "+/2": basics.add, "-/1": basics.negate, "-/2": basics.subtract, "*/2": basics.multiply,
    "//2": basics.divide, "div/2": basics.div, "rem/2": basics.rem, "**/2": basics.power,
    "abs/1": basics.absolute,
    "round/1": basics.rounded, "trunc/1": basics.truncated, "floor/1": basics.floor, "ceil/1": basics.ceiling,
    "==/2": basics.equal, "!=/2": basics.unequal, "===/2": basics.same, "!==/2": basics.different,
    "</2": basics.less, ">/2": basics.greater, "<=/2": basics.at_most, ">=/2": basics.at_least,
    "max/2": basics.maximum, "min/2": basics.minimum, "++/2": basics.joined, "--/2": basics.without,
    "not/1": basics.negated, "and/2": both, "or/2": either,
    "is_atom/1": basics.is_atom, "is_binary/1": basics.is_binary, "is_bitstring/1": basics.is_bitstring,
    "is_boolean/1": basics.is_boolean, "is_float/1": basics.is_float, "is_function/1": basics.is_function,
    "is_function/2": basics.is_function_of, "is_integer/1": basics.is_integer, "is_list/1": basics.is_list,
    "is_map/1": basics.is_map, "is_number/1": basics.is_number, "is_pid/1": basics.is_pid,
    "is_port/1": basics.is_port, "is_reference/1": basics.is_reference, "is_tuple/1": basics.is_tuple,
    "is_map_key/2": is_map_key,
    "hd/1": basics.head, "tl/1": basics.tail, "length/1": basics.size_of_list, "elem/2": element,
    "put_elem/3": put_element, "tuple_size/1": basics.size_of_tuple, "map_size/1": basics.size_of_map,
    "byte_size/1": basics.size_in_bytes, "bit_size/1": basics.size_in_bits, "binary_part/3": operators.binary_part,
    "binary_slice/2": binary_slice_range, "binary_slice/3": binary_slice, "=~/2": matches,
    "struct/1": struct_plain, "struct/2": struct, "struct!/1": struct_plain_strictly, "struct!/2": struct_strictly,
    "function_exported?/3": exported, "macro_exported?/3": macro_exported,
    "to_charlist/1": to_charlist, "inspect/1": inspecting.inspect, "inspect/2": inspecting.inspect_with,
    "exit/1": exit_, "throw/1": throw, "send/2": send, "self/0": self_, "make_ref/0": make_ref,
    "to_timeout/1": to_timeout, "node/0": node, "node/1": node_of, "apply/2": apply_function,
    "spawn/1": spawning.spawn, "spawn/3": spawning.spawn_module, "spawn_link/1": spawning.spawn_link,
    "spawn_link/3": spawning.spawn_link_module, "spawn_monitor/1": spawning.spawn_monitor,
    "spawn_monitor/3": spawning.spawn_monitor_module,
}  # fmt: skip
BLOCKING = {
    "apply/2": apply_function_blocking, "apply/3": apply_module, "get_in/2": get_in, "put_in/3": put_in,
    "update_in/3": update_in, "get_and_update_in/3": get_and_update_in, "pop_in/2": pop_in,
}  # fmt: skip
GUARDS = {
    "+/1", "+/2", "-/1", "-/2", "*/2", "//2", "div/2", "rem/2", "abs/1", "round/1", "trunc/1", "floor/1", "ceil/1",
    "==/2", "!=/2", "===/2", "!==/2", "</2", ">/2", "<=/2", ">=/2", "not/1", "and/2", "or/2", "is_atom/1",
    "is_binary/1", "is_bitstring/1", "is_boolean/1", "is_float/1", "is_function/1", "is_function/2", "is_integer/1",
    "is_list/1", "is_map/1", "is_number/1", "is_pid/1", "is_port/1", "is_reference/1", "is_tuple/1", "is_map_key/2",
    "hd/1", "tl/1", "length/1",
    "elem/2", "tuple_size/1", "map_size/1", "byte_size/1", "bit_size/1", "binary_part/3", "self/0", "node/0",
    "node/1",
}  # fmt: skip
