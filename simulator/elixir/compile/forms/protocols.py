"""Protocols: each function of one looks for the implementation of its first argument and calls it."""

from __future__ import annotations

from simulator.elixir.compile.unit import Unit, shown
from simulator.elixir.tree.nodes import Module


def compile_protocol(unit: Unit, module: Module) -> None:
    """Write the functions of a protocol."""
    functions, options = module.protocol
    protocol = unit.atom(module.name)
    fallback = bool(options.get("fallback_to_any"))
    for name, arity in functions:
        key = f"{module.name.name}.{name}/{arity}"
        parameters = ", ".join([f"a{index + 1}" for index in range(arity)])
        text = f"implemented({protocol}, '{name}/{arity}', a1, {fallback})({parameters})"
        lines = [f"def {unit.function(key)}({parameters}):"]
        if unit.analysis.blocks(key):
            lines += [f" r = {text}", " return ((yield from r) if type(r) is Generator else r)"]
        else:
            lines.append(f" return settle({text})")
        unit.lines += [(0, line, module.line) for line in lines]
        unit.titles[unit.function(key)] = shown(key)
    for name, text in (
        ("impl_for", f"implementation({protocol}, a1, {fallback})"),
        ("impl_for!", f"implementation_strictly({protocol}, a1, {fallback})"),
        ("__protocol__", f"protocol_info({protocol}, {functions!r}, a1)"),
    ):
        ident = unit.function(f"{module.name.name}.{name}/1")
        unit.lines += [(0, f"def {ident}(a1):", module.line), (1, f"return {text}", module.line)]
