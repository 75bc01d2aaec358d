"""``dbg``: prints code with its value, a pipe step by step."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.kernel.control import fresh, piped
from simulator.elixir.expand.names.macro_table import kernel_macro
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.tree.build import TRUE, call, elixir
from simulator.elixir.tree.nodes import Meta, Node
from simulator.elixir.tree.to_source import to_source
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term

_OPTIONS = [(Atom("pretty"), TRUE)]


@kernel_macro(("dbg", 0), ("dbg", 1), ("dbg", 2))
def _dbg(x: Context, node: Node) -> Any:
    meta = Meta(node.meta.line, node.meta.column)
    code = node.args[0] if node.args else call("binding", [], meta)
    options = _OPTIONS if len(node.args) < 2 else _OPTIONS + node.args[1]
    steps: list[tuple[Any, Node | None]] = []
    first = code
    while first.__class__ is Node and first.is_call("|>", 2):
        steps.append((first.args[1], first))
        first = first.args[0]
    steps.append((first, None))
    body: list[Any] = []
    parts: list[Any] = [f"[{x.unit.file}:{node.line}: {_place(x)}]\n"]
    value: Any = None
    for step, operator in reversed(steps):
        name = fresh(x, "dbg", meta)
        made = step if operator is None else piped(x, value, step, operator)
        body.append(Node(Atom("="), meta, [name, made]))
        parts += [("" if operator is None else "|> ") + to_source(step) + " #=> ",
                  elixir("Kernel", "inspect", [name, options], meta), "\n"]  # fmt: skip
        value = name
    text = parts[-1]
    for part in reversed(parts[:-1]):
        text = Node(Atom("<>"), meta, [part, text])
    body.append(elixir("IO", "puts", [text], meta))
    return Node(Atom("__block__"), meta, [*body, value])


def _place(x: Context) -> str:
    if x.module is None:
        return "(file)"
    if x.function is None:
        return "(module)"
    return f"{inspect_term(x.module.name)}.{x.function[0]}/{x.function[1]}"
