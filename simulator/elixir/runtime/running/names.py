"""The names that generated code has for the runtime."""

from __future__ import annotations

import builtins
from types import FunctionType, GeneratorType
from typing import Any

from simulator.elixir.runtime.errors import CAUGHT, Raised
from simulator.elixir.runtime.failures import front as front  # whose words failures of compiled code are told in
from simulator.elixir.runtime.failures.converting import caught
from simulator.elixir.runtime.failures.stack import stacktrace
from simulator.elixir.runtime.modules import protocols
from simulator.elixir.runtime.running import flow
from simulator.elixir.runtime.values import bits, data, operators
from simulator.elixir.runtime.values.counted import work
from simulator.elixir.runtime.values.texts import to_text, to_text_steps
from simulator.elixir.runtime.values.walking import Pending
from simulator.elixir.runtime.world import current
from simulator.kernel import ABSENT, Matcher, Throw
from simulator.terms import Atom, Pid, Reference
from simulator.terms.lists import EMPTY, Cons, Lazy, force, from_list
from simulator.terms.maps import EMPTY_MAP, STRUCT, Map, from_pairs, key_of

_NAMES: dict[str, Any] = {
    **{name: getattr(operators, name) for name in (
        "NUMBERS", "BINARIES", "BITSTRINGS", "LISTS",
        "LONG", "LONG_BELOW", "product", "number", "div", "rem", "absolute", "round_number", "truncate",
        "floor_number", "ceil_number", "band", "bor", "bxor", "bsl", "bsr", "bnot", "less", "greater", "at_most",
        "at_least", "maximum", "minimum", "not_boolean", "element", "erlang_element", "put_elem", "tuple_size",
        "cell_head", "cell_tail", "list_length", "guard_length", "append", "subtract", "map_size", "byte_size",
        "bit_size", "size", "binary_part", "same", "equal", "SIMPLE",
    )},
    **{name: getattr(data, name) for name in (
        "is_map_key", "map_get", "field", "asked_field", "update_map", "update_struct", "new_struct", "pairs_into_map",
        "enumerated", "enumerated_steps",
    )},
    **{name: getattr(bits, name) for name in (
        "NO", "join_parts", "join_binaries", "bit_count", "build_bits", "after_prefix", "after_prefix_bits",
        "first_char", "first_char_bits", "first_byte", "first_byte_bits", "after_byte", "open_bits", "checked_bits",
    )},
    **{name: getattr(flow, name) for name in (
        "Bounce", "give_way", "perform", "settle", "bad_call", "call_function", "apply_function",
        "call_member", "call_remote", "apply_remote", "capture_remote", "self_pid", "no_clause", "bad_match",
        "case_clause", "cond_clause", "with_clause", "try_clause", "holds", "throw",
        "raise_exit", "raise_error", "raise_again", "kind_of", "value_of", "wait_limit", "pause_limit", "define",
        "redefine",
    )},
    **{name: getattr(protocols, name) for name in (
        "implementation", "implementation_strictly", "implemented", "protocol_info",
    )},
    "TRUE": Atom("true"), "FALSE": Atom("false"), "NIL": Atom("nil"), "EMPTY": EMPTY, "Cons": Cons, "Lazy": Lazy,
    "force": force, "from_list": from_list, "Map": Map, "EMPTY_MAP": EMPTY_MAP, "STRUCT": STRUCT, "key_of": key_of,
    "from_pairs": from_pairs, "Atom": Atom, "Pid": Pid, "Reference": Reference, "Function": FunctionType,
    "Generator": GeneratorType, "Raised": Raised, "Throw": Throw, "CAUGHT": CAUGHT, "caught": caught,
    "current": current, "ABSENT": ABSENT, "Matcher": Matcher, "work": work, "stacktrace": stacktrace,
    "to_text": to_text, "to_text_steps": to_text_steps, "INFINITY": Atom("infinity"),
    "Pending": Pending, "__builtins__": builtins,
}  # fmt: skip


def scope() -> dict[str, Any]:
    """Return globals for a program's code."""
    return dict(_NAMES)
