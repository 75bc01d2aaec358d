"""``use``: of the source's own modules through ``__using__``, of the library's by what they inject."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.elixir.expand.modules import fragments, templates
from simulator.elixir.expand.names import library
from simulator.elixir.expand.names.macro_table import kernel_macro
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand
from simulator.elixir.expand.scope.folding import folded
from simulator.elixir.tree.build import elixir
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term

_EMPTY = Atom("__block__")
_INJECTED = {
    "Elixir.GenServer", "Elixir.Agent", "Elixir.Task", "Elixir.Supervisor", "Elixir.DynamicSupervisor",
    "Elixir.Application", "Elixir.Mix.Task", "Elixir.EEx.Engine",
}  # fmt: skip


USING: dict[str, Callable[[Context, Node, Atom, Any], Any]] = {}
"""By the library's module that is used: what makes the code that it injects, where that takes more than a template."""


@kernel_macro(("use", 1), ("use", 2))
def _use(x: Context, node: Node) -> Any:
    target = node.args[0]
    options = node.args[1] if len(node.args) == 2 else []
    if target.__class__ is Node and target.form.__class__ is Node and target.form.args[-1] is Atom("{}"):
        base = target.form.args[0]
        names = [Node(base.form, each.meta, [*base.args, *each.args]) for each in target.args]
        return Node(_EMPTY, node.meta, [Node(node.form, node.meta, [name, options]) for name in names])
    module = expand(x, target)
    if module.__class__ is not Atom:
        raise x.error(node.meta, "invalid arguments for use, expected a compile time atom or alias as argument",
                      "ArgumentError")  # fmt: skip
    return _using(x, node, module, options)


def _using(x: Context, node: Node, module: Atom, options: Any) -> Any:
    name = module.name.removeprefix("Elixir.")
    if x.unit.find(module) is not None or module.name not in _INJECTED:
        library.ensure_loaded(x, node.meta, module)
        require = Node(Atom("require"), node.meta, [module])
        if module in x.unit.modules:
            call = Node(Node(Atom("."), node.meta, [module, Atom("__using__")]), node.meta, [options])
            _check_using(x, node, module)
            return Node(_EMPTY, node.meta, [require, call])
        using = USING.get(module.name)
        if using is not None:
            return using(x, node, module, options)
        if module.name == "Elixir.Mix.Project":
            return elixir("Mix.Project", "__register__", [x.module_name], node.meta)
        if module.name in ("Elixir.Bitwise", "Elixir.Mix.Config"):
            return Node(Atom("import"), node.meta, [module])
        raise x.not_supported(node.meta, f"use {inspect_term(module)}")
    if x.module is None:
        raise x.error(node.meta, "cannot invoke @/1 outside module", "ArgumentError")
    options = expand(x, options)
    if folded(options) is None and x.function is None:  # they are values of the body, which its functions do not see
        options = fragments.value_of(x, options, node.meta)
    if name == "EEx.Engine":
        x.warn(node.line, "use EEx.Engine is deprecated. Use explicit delegation to EEx.Engine instead",
               place=f": {inspect_term(x.module_name)}")  # fmt: skip
    return templates.quoted(f"use {name}", node.meta, options=options)


def _check_using(x: Context, node: Node, module: Atom) -> None:
    state = x.unit.modules[module]
    if ("__using__", 1) not in state.definitions:
        raise x.error(node.meta, f"function {inspect_term(module)}.__using__/1 is undefined or private",
                      "UndefinedFunctionError")  # fmt: skip

