"""What ``Kernel`` imports everywhere, and which of it guards take.

Source: ``Kernel.__info__/1`` of Elixir 1.14.
"""

from __future__ import annotations

from typing import Final


def words(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


def _table(text: str) -> frozenset[tuple[str, int]]:
    return frozenset((name, int(arity)) for name, arity in (word.rsplit("/", 1) for word in text.split()))


OPERATORS: Final = {
    ("+", 1): "+", ("+", 2): "+", ("-", 1): "-", ("-", 2): "-", ("*", 2): "*", ("/", 2): "/", ("++", 2): "++",
    ("--", 2): "--", ("==", 2): "==", ("!=", 2): "/=", ("===", 2): "=:=", ("!==", 2): "=/=", ("<", 2): "<",
    (">", 2): ">", ("<=", 2): "=<", (">=", 2): ">=", ("not", 1): "not",
}  # fmt: skip
"""Kernel's operators and what they are called in ``:erlang``."""

FUNCTIONS: Final = frozenset(OPERATORS) | _table(
    """
    **/2 =~/2 abs/1 apply/2 apply/3 binary_part/3 binary_slice/2 binary_slice/3 bit_size/1 byte_size/1 ceil/1 div/2
    elem/2 exit/1 floor/1 function_exported?/3 get_and_update_in/3 get_in/2 hd/1 inspect/1 inspect/2 is_atom/1
    is_binary/1 is_bitstring/1 is_boolean/1 is_float/1 is_function/1 is_function/2 is_integer/1 is_list/1 is_map/1
    is_map_key/2 is_number/1 is_pid/1 is_port/1 is_reference/1 is_tuple/1 length/1 macro_exported?/3 make_ref/0
    map_size/1 max/2 min/2 node/0 node/1 pop_in/2 put_elem/3 put_in/3 rem/2 round/1 self/0 send/2 spawn/1 spawn/3
    spawn_link/1 spawn_link/3 spawn_monitor/1 spawn_monitor/3 struct/1 struct/2 struct!/1 struct!/2 throw/1 tl/1
    to_timeout/1 trunc/1 tuple_size/1 update_in/3
    """
)
"""The functions of Kernel; ``to_timeout/1`` is of Elixir 1.17."""

MACROS: Final = _table(
    """
    !/1 &&/2 ../0 ../2 ..///3 <>/2 @/1 alias!/1 and/2 binding/0 binding/1 dbg/0 dbg/1 dbg/2 def/1 def/2 defdelegate/2
    defexception/1 defguard/1 defguardp/1 defimpl/2 defimpl/3 defmacro/1 defmacro/2 defmacrop/1 defmacrop/2
    defmodule/2 defoverridable/1 defp/1 defp/2 defprotocol/2 defstruct/1 destructure/2 get_and_update_in/2 if/2 in/2
    is_exception/1 is_exception/2 is_nil/1 is_struct/1 is_struct/2 match?/2 or/2 pop_in/1 put_in/2 raise/1 raise/2
    reraise/2 reraise/3 sigil_C/2 sigil_D/2 sigil_N/2 sigil_R/2 sigil_S/2 sigil_T/2 sigil_U/2 sigil_W/2 sigil_c/2
    sigil_r/2 sigil_s/2 sigil_w/2 tap/2 then/2 to_char_list/1 to_charlist/1 to_string/1 unless/2 update_in/2 use/1
    use/2 var!/1 var!/2 |>/2 ||/2
    """
)
"""The macros of Kernel."""

GUARDS: Final = (frozenset(OPERATORS) - {("++", 2), ("--", 2)}) | _table(
    """
    abs/1 binary_part/3 bit_size/1 byte_size/1 ceil/1 div/2 elem/2 floor/1 hd/1 is_atom/1 is_binary/1 is_bitstring/1
    is_boolean/1 is_float/1 is_function/1 is_function/2 is_integer/1 is_list/1 is_map/1 is_map_key/2 is_number/1
    is_pid/1 is_port/1 is_reference/1 is_tuple/1 length/1 map_size/1 node/0 node/1 rem/2 round/1 self/0 tl/1 trunc/1
    tuple_size/1
    """
)
"""The functions of Kernel that guards take."""

ERLANG_GUARDS: Final = frozenset(OPERATORS.values()) - {"++", "--"} | words("""
    abs binary_part bit_size byte_size ceil div element floor hd is_atom is_binary is_bitstring is_boolean
    is_float is_function is_integer is_list is_map is_map_key is_number is_pid is_port is_reference is_tuple
    length map_get map_size node rem round self tl trunc tuple_size andalso orelse and or xor band bor bxor
    bnot bsl bsr size
""")
"""The functions of ``:erlang`` that guards take."""

NOT_ERLANG: Final = words("""
    ** =~ binary_slice get_and_update_in get_in inspect macro_exported? pop_in put_in struct struct!
    to_timeout update_in
""")
"""The functions of Kernel that are not functions of ``:erlang``."""

SPECIAL_FORMS: Final = words("""
    % %{} & . :: <<>> = ^ __CALLER__ __DIR__ __ENV__ __MODULE__ __STACKTRACE__ __aliases__ __block__ alias
    case cond fn for import quote receive require super try unquote unquote_splicing with {}
""")
"""The names of the special forms."""
