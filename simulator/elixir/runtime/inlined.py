"""What Elixir's compiler writes in place of calls of its library: Erlang's functions, some with arguments moved.

A stack trace has the function that was called in truth, and so has a capture: ``&Map.keys/1`` is ``&:maps.keys/1``.
Recorded from Elixir 1.14: what ``elixir_rewrite`` makes of each function that the library exports.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

Inlined = tuple[str, str, tuple[str, ...] | None]
"""A module and a function of Erlang's, and what its arguments are; None for those that were given."""

_INLINED: Final = {
    "Atom": "to_charlist/1=atom_to_list to_string/1=atom_to_binary",
    "Bitwise": (
        "&&&/2=band <<</2=bsl >>>/2=bsr ^^^/2=bxor band/2 bnot/1 bor/2 bsl/2 bsr/2 bxor/2 |||/2=bor ~~~/1=bnot"
    ),
    "Function": "capture/3=make_fun info/1=fun_info info/2=fun_info",
    "IO": "iodata_length/1=iolist_size iodata_to_binary/1=iolist_to_binary",
    "Integer": (
        "to_charlist/1=integer_to_list to_charlist/2=integer_to_list to_string/1=integer_to_binary "
        "to_string/2=integer_to_binary"
    ),
    "Kernel": (
        "!=/2=/= !==/2==/= */2 +/1 +/2 ++/2 -/1 -/2 --/2 //2 </2 <=/2==< ==/2 ===/2==:= >/2 >=/2 abs/1 apply/2 apply/3 "
        "binary_part/3 bit_size/1 byte_size/1 ceil/1 div/2 exit/1 floor/1 function_exported?/3=function_exported hd/1 "
        "is_atom/1 is_binary/1 is_bitstring/1 is_boolean/1 is_float/1 is_function/1 is_function/2 is_integer/1 "
        "is_list/1 is_map/1 is_number/1 is_pid/1 is_port/1 is_reference/1 is_tuple/1 length/1 make_ref/0 map_size/1 "
        "max/2 min/2 node/0 node/1 not/1 rem/2 round/1 self/0 send/2 spawn/1 spawn/3 spawn_link/1 spawn_link/3 "
        "spawn_monitor/1 spawn_monitor/3 throw/1 tl/1 trunc/1 tuple_size/1"
    ),
    "List": (
        "to_atom/1=list_to_atom to_existing_atom/1=list_to_existing_atom to_float/1=list_to_float "
        "to_integer/1=list_to_integer to_integer/2=list_to_integer to_tuple/1=list_to_tuple"
    ),
    "Map": "keys/1=maps.keys merge/2=maps.merge to_list/1=maps.to_list values/1=maps.values",
    "Node": (
        "list/0=nodes list/1=nodes spawn/2 spawn/3=spawn_opt spawn/4 spawn/5=spawn_opt spawn_link/2 spawn_link/4 "
        "spawn_monitor/2 spawn_monitor/4"
    ),
    "Process": (
        "alive?/1=is_process_alive cancel_timer/1 cancel_timer/2 demonitor/1 demonitor/2 exit/2 flag/2=process_flag "
        "flag/3=process_flag get/0 get_keys/0 get_keys/1 group_leader/0 hibernate/3 link/1 list/0=processes "
        "read_timer/1 registered/0 send/3 spawn/2=spawn_opt spawn/4=spawn_opt unlink/1 unregister/1"
    ),
    "String": (
        "duplicate/2=binary.copy to_float/1=binary_to_float to_integer/1=binary_to_integer "
        "to_integer/2=binary_to_integer"
    ),
    "System": (
        "monotonic_time/0 os_time/0=os.system_time system_time/0 time_offset/0 unique_integer/0 unique_integer/1"
    ),
    "Tuple": "append/2=append_element to_list/1=tuple_to_list",
}
_MOVED: Final = {
    "Kernel.elem/2": "erlang.element 2+1 1", "Kernel.is_map_key/2": "erlang.is_map_key 2 1",
    "Kernel.put_elem/3": "erlang.setelement 2+1 1 3", "Map.delete/2": "maps.remove 2 1",
    "Map.fetch/2": "maps.find 2 1", "Map.fetch!/2": "erlang.map_get 2 1", "Map.has_key?/2": "erlang.is_map_key 2 1",
    "Map.put/3": "maps.put 2 3 1", "Map.replace!/3": "maps.update 2 3 1",
    "Process.group_leader/2": "erlang.group_leader 2 1", "Process.monitor/1": "erlang.monitor process 1",
    "Process.send_after/3": "erlang.send_after 3 1 2", "Process.send_after/4": "erlang.send_after 3 1 2 4",
    "String.to_atom/1": "erlang.binary_to_atom 1 utf8",
    "String.to_existing_atom/1": "erlang.binary_to_existing_atom 1 utf8",
    "Tuple.delete_at/2": "erlang.delete_element 2+1 1", "Tuple.duplicate/2": "erlang.make_tuple 2 1",
    "Tuple.insert_at/3": "erlang.insert_element 2+1 1 3",
    ":maps.get/2": "erlang.map_get 1 2", ":maps.is_key/2": "erlang.is_map_key 1 2",  # by Erlang's compiler
}  # fmt: skip
"""What is called with other arguments: the places of those that were given, one more than a place's, or an atom."""


_WORD: Final = re.compile(r"(.+?)/(\d)(?:=(.+))?")


@cache
def _table() -> dict[str, Inlined]:
    found: dict[str, Inlined] = {}
    for module, words in _INLINED.items():
        for word in words.split():
            name, arity, target = _WORD.fullmatch(word).groups()  # type: ignore[union-attr]
            owner, function = target.split(".") if target and "." in target else ("erlang", target or name)
            found[f"{module}.{name}/{arity}"] = (owner, function, None)
    for key, told in _MOVED.items():
        target, *places = told.split()
        owner, _, function = target.partition(".")
        found[key] = (owner, function, tuple(places))
    return found


def inlined(shown: str) -> Inlined | None:
    """Return what is called in place of a function of the library, as it is shown; None where it is that itself.

    >>> inlined("Map.keys/1"), inlined("Process.monitor/1"), inlined("Kernel.<=/2"), inlined("Enum.map/2")
    (('maps', 'keys', None), ('erlang', 'monitor', ('process', '1')), ('erlang', '=<', None), None)
    """
    return _table().get(shown)
