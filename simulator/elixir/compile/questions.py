"""What a call of Kernel's or ``:erlang``'s asks for: a condition, a test of a type, a shortcut."""

from __future__ import annotations

from typing import Any

from simulator.elixir.compile.walk import FALSE, TRUE, remote
from simulator.elixir.tree.nodes import Node

COMPARISONS = frozenset(["==", "/=", "=:=", "=/=", "<", ">", "=<", ">="])
_LOGIC = frozenset(["andalso", "orelse", "not", "and", "or"])
TYPE_CLASSES = {
    "is_integer": "int", "is_float": "float", "is_atom": "Atom", "is_map": "Map", "is_tuple": "tuple", "is_pid": "Pid",
    "is_reference": "Reference",
}  # fmt: skip
TYPE_GROUPS = {"is_number": "NUMBERS", "is_binary": "BINARIES", "is_bitstring": "BITSTRINGS", "is_list": "LISTS"}
TYPE_TESTS = frozenset([*TYPE_CLASSES, *TYPE_GROUPS, "is_boolean", "is_function", "is_map_key", "is_port"])
"""Tests of a type: of one class, of one of a group of classes, all."""


def native(node: Any) -> tuple[str, list[Any]] | None:
    """Return name and arguments of a call of Kernel's or ``:erlang``'s, None for any other."""
    found = remote(node)
    if found is None:
        return None
    module = found[0]
    if getattr(module, "name", None) not in ("erlang", "Elixir.Kernel"):
        return None
    name, args = found[1], node.args
    if module.name == "erlang" and name == "is_map_key":
        args = [args[1], args[0]]
    return name, args


def is_condition(node: Any) -> bool:
    """Return whether *node* gives ``true`` or ``false`` and is written as a Python condition."""
    if node is TRUE or node is FALSE:
        return True
    found = native(node)
    if found is None:
        return False
    name, args = found
    if name in _LOGIC:
        return len(args) == 1 or (name in ("andalso", "orelse") and is_condition(args[1]))
    return (name in COMPARISONS and len(args) == 2) or is_type_test(name, args)


def is_type_test(name: str, args: list[Any]) -> bool:
    """Return whether a call tests a type and cannot fail for its arguments: ``is_function/2`` does, for no arity."""
    if name == "is_function" and len(args) == 2:
        return args[1].__class__ is int and args[1] >= 0
    return name in TYPE_TESTS


def is_shortcut(node: Any) -> bool:
    """Return whether *node* is what ``&&``, ``||`` or ``!`` expand to."""
    if node.__class__ is not Node or node.args.__class__ is not list:
        return False
    form = node.meta.get("form")
    if form in ("&&", "||"):
        return True
    return form == "if" and [clause.args[1] for clause in node.args[1][0][1]] in ([FALSE, TRUE], [TRUE, FALSE])
