"""Which variables and which functions are known to be numbers: their arithmetic needs no questions.

A variable is one where a guard says so; ``n < 2`` does, because nothing but a number sorts before a number. A
function gives a number if each of its clauses does, supposing that all such functions do.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.compile.questions import native
from simulator.elixir.compile.walk import called, head, is_variable, sections, statements, variable_key
from simulator.elixir.tree.nodes import Module, Node

Known = dict[tuple[str, Any], str]
"""Variables and what they are: ``"int"`` or ``"number"``."""

_TESTS = {"is_integer": "int", "is_float": "number", "is_number": "number"}
_BEFORE = frozenset(["<", "=<"])
_AFTER = frozenset([">", ">="])
_EQUAL = frozenset(["==", "=:="])
_ARITHMETIC = frozenset([("+", 2), ("-", 2), ("*", 2), ("/", 2), ("-", 1), ("+", 1), ("div", 2), ("rem", 2), ("abs", 1),
                         ("length", 1), ("map_size", 1), ("tuple_size", 1), ("byte_size", 1), ("round", 1),
                         ("trunc", 1), ("floor", 1), ("ceil", 1)])  # fmt: skip


def proved(condition: Any) -> Known:
    """Return the variables that are numbers where a condition or guard holds."""
    found = native(condition)
    if found is None:
        return {}
    name, args = found
    if name == "andalso":
        return {**proved(args[0]), **proved(args[1])}
    if name in _TESTS and is_variable(args[0]):
        return {variable_key(args[0]): _TESTS[name]}
    if len(args) == 2:
        left, right = args
        if name in _AFTER:
            left, right = right, left
        if is_variable(left) and right.__class__ in (int, float) and (name in _BEFORE or name in _AFTER):
            return {variable_key(left): "number"}
        if name in _EQUAL and is_variable(left) and right.__class__ is int:
            return {variable_key(left): "int" if name == "=:=" else "number"}
    return {}


def numeric_functions(modules: list[Module], static: Any) -> set[str]:
    """Return the functions that give nothing but numbers."""
    functions = {
        f"{module.name.name}.{function.name}/{function.arity}": (module.name.name, function)
        for module in modules
        for function in module.functions
    }
    assumed = set(functions)
    changed = True
    while changed:
        refuted = set()
        for key in assumed:
            module, function = functions[key]
            for clause in function.clauses:
                known = {} if clause.guard is None else proved(clause.guard)
                if not _is_number(clause.body, known, module, assumed, static):
                    refuted.add(key)
                    break
        changed = bool(refuted)
        assumed -= refuted
    return assumed


def _is_number(node: Any, known: Known, module: str, assumed: set[str], static: Any) -> bool:
    if node.__class__ is not Node:
        return node.__class__ in (int, float)
    if node.args.__class__ is not list:
        return variable_key(node) in known
    name = getattr(node.form, "name", "")
    if name == "__block__":
        for each in statements(node)[:-1]:
            binds = each.__class__ is Node and each.is_call("=", 2) and is_variable(each.args[0])
            if binds and _is_number(each.args[1], known, module, assumed, static):
                known = {**known, variable_key(each.args[0]): "number"}
        return bool(node.args) and _is_number(node.args[-1], known, module, assumed, static)
    if name == "case":
        return _all_are(node, known, module, assumed, static)
    found = native(node)
    if found is not None:
        return (found[0], len(found[1])) in _ARITHMETIC
    target = called(node, module)
    return target is not None and static(target, module) in assumed


def _all_are(node: Node, known: Known, module: str, assumed: set[str], static: Any) -> bool:
    """Return whether all branches of a ``case``, which an ``if`` is too, give numbers."""
    subject, options = node.args
    for index, clause in enumerate(sections(options)["do"]):
        guard = head(clause)[1]
        more = {} if guard is None else proved(guard)
        if index == 1 and node.meta.get("form") == "if":
            more = proved(subject)
        if not _is_number(clause.args[1], {**known, **more}, module, assumed, static):
            return False
    return True
