"""Which functions may block, and which need a trampoline: found by looking at the whole program.

A function may block if it receives, calls a library's function that blocks, or calls one that may. The
call of an unknown function value may block if any function value of that arity that is made in the
program, and can get into a variable, may.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from simulator.elixir.ast import Module, Node, Program
from simulator.elixir.compile.protocols import functions_of
from simulator.elixir.compile.walk import (
    BLOCK,
    CAPTURE,
    FN,
    GENERATOR,
    called,
    captured,
    head,
    is_variable,
    remote,
    sections,
)
from simulator.terms import Atom

Library = Callable[[str, str, int], "tuple[bool, bool] | None"]
"""Tells of a library's function whether it has a plain form and one that blocks; None if there is no such function."""

CONSUMERS = frozenset(["Elixir.Task", "Elixir.Agent", "Elixir.Process", "Elixir.Task.Supervisor", "Elixir.Kernel"])
"""Modules that call the functions given to them in processes of their own, or at once."""
SPAWNS = frozenset(["spawn", "spawn_link", "spawn_monitor", "spawn_opt"])
POLLED = frozenset(["Elixir.Process", "Elixir.IO", "ets", "Elixir.Agent", "Elixir.Registry", "Elixir.GenServer"])
POLLING = frozenset(["send", "send_nosuspend", "whereis", "is_process_alive", "process_info", "monotonic_time",
                     "system_time", "now", "timestamp", "exit", "spawn", "spawn_link", "spawn_monitor"])  # fmt: skip
_LOGIC = (("erlang", "andalso", 2), ("erlang", "orelse", 2))
STREAMS = -1
"""Stands among the arities for the functions inside of streams."""


class Info:
    """What is known of one function, named or not."""

    __slots__ = ("blocks", "calls", "key", "loops", "polls", "tails", "uses", "values")

    def __init__(self, key: str) -> None:
        self.key = key
        self.blocks = False
        self.polls = False
        self.loops = False
        self.calls: dict[str, None] = {}
        self.tails: dict[str, None] = {}
        self.uses: list[Info] = []
        """Function values that it calls, or hands to something that calls them at once."""
        self.values: set[int] = set()
        """Arities of the unknown function values that it calls."""


class Analysis:
    """The functions of a program and what they do."""

    def __init__(self, program: Program, library: Library) -> None:
        self.library = library
        self.functions: dict[str, Info] = {}
        self.exports: set[str] = set()
        self.anonymous: dict[int, Info] = {}
        self.modules = {module.name.name for module in program.modules}
        self.bodies = {module.name.name for module in program.modules if module.body is not None}
        self.by_name: dict[tuple[str, int], list[str]] = {}
        self._escaping: dict[int, list[Info]] = {}
        for module in program.modules:
            self._enter(module)
        for module in program.modules:
            for function in module.functions:
                info = self.functions[f"{module.name.name}.{function.name}/{function.arity}"]
                for clause in function.clauses:
                    _Visit(self, info, module.name.name).visit(clause.body, True)
            self._visit_extra(module.name.name, module.body)
        self.main = self._visit_extra("", program.main)
        self._protocols(program.modules)
        self.cycles = _cycles(self.functions)
        self._spread()

    def _enter(self, module: Module) -> None:
        for function in module.functions:
            key = f"{module.name.name}.{function.name}/{function.arity}"
            self.functions[key] = Info(key)
            if not function.private:
                self.exports.add(key)
                self.by_name.setdefault((function.name, function.arity), []).append(key)

        for name, arity in functions_of(module):
            key = f"{module.name.name}.{name}/{arity}"
            self.functions[key] = Info(key)
            self.exports.add(key)
            self.by_name.setdefault((name, arity), []).append(key)

    def _visit_extra(self, module: str, body: Any) -> Info:
        info = Info(module)
        info.blocks = True
        _Visit(self, info, module).visit(body, False)
        return info

    def _protocols(self, modules: Iterable[Module]) -> None:
        """A protocol's function may block if one of its implementations' may."""
        for module in modules:
            if module.implementation is None:
                continue
            protocol = module.implementation[0]
            for function in module.functions:
                own = self.functions.get(f"{protocol.name}.{function.name}/{function.arity}")
                if own is not None:
                    own.calls[f"{module.name.name}.{function.name}/{function.arity}"] = None

    # -- answers ------------------------------------------------------------------------------

    def blocks(self, key: str) -> bool:
        """Return whether the program's function *key* may block."""
        return self.functions[key].blocks

    def fn_blocks(self, node: Node) -> bool:
        """Return whether the function that a ``fn`` node makes may block."""
        return self.anonymous[id(node)].blocks

    def value_blocks(self, arity: int) -> bool:
        """Return whether an unknown function value of this arity may block."""
        return any(info.blocks for info in self._escaping.get(arity, ()))

    def dynamic_blocks(self, name: str, arity: int) -> bool:
        """Return whether ``module.name(...)`` with an unknown module may block."""
        known = self.by_name.get((name, arity))
        return known is None or any(self.functions[key].blocks for key in known)

    def library_blocks(self, node: Node, module: str, target: tuple[str, str, int]) -> bool:
        """Return whether this call of a library's function is one of its form that blocks."""
        forms = self.library(*target)
        if forms is None or not forms[1]:
            return False
        if not forms[0]:
            return True
        for index, arg in enumerate(node.args):
            fn = self.anonymous.get(id(arg))
            if fn is not None:
                if fn.blocks:
                    return True
                continue
            name = captured(arg, module)
            if name is not None:
                if self._target_blocks(name):
                    return True
            elif arg.__class__ is Node and self._argument_blocks(index):
                return True
        return False

    def streams_block(self) -> bool:
        """Return whether a function inside of a stream may block."""
        return self._argument_blocks(0)

    def _argument_blocks(self, index: int) -> bool:
        if any(info.blocks for info in self._escaping.get(STREAMS, ())):
            return True
        return index > 0 and any(info.blocks for arity in (0, 1, 2, 3, 4) for info in self._escaping.get(arity, ()))

    def _target_blocks(self, target: tuple[str, str, int]) -> bool:
        key = f"{target[0]}.{target[1]}/{target[2]}"
        info = self.functions.get(key)
        if info is not None:
            return info.blocks
        forms = self.library(*target)
        return forms is not None and not forms[0]

    # -- the fixpoint -------------------------------------------------------------------------

    def _spread(self) -> None:
        every = [*self.functions.values(), *self.anonymous.values(), self.main]
        changed = True
        while changed:
            changed = False
            for info in every:
                if not info.polls and any(each.polls for each in self._reached(info)):
                    info.polls = changed = True
        for info in every:
            if info.polls and (info.loops or info.key in self.cycles):
                info.blocks = True
        changed = True
        while changed:
            changed = False
            for info in every:
                if not info.blocks and (
                    any(each.blocks for each in self._reached(info)) or any(map(self._arity_blocks, info.values))
                ):
                    info.blocks = changed = True

    def _arity_blocks(self, arity: int) -> bool:
        if arity == STREAMS:
            return self._argument_blocks(0)
        if arity < STREAMS:
            return self._argument_blocks(1)
        return self.value_blocks(arity)

    def _reached(self, info: Info) -> Iterable[Info]:
        functions = self.functions
        yield from info.uses
        for key in info.calls:
            if key in functions:
                yield functions[key]

    def escapes(self, arity: int, info: Info) -> None:
        """Note that a function value can get into a variable."""
        self._escaping.setdefault(arity, []).append(info)


class _Visit:
    """The walk through one function's body."""

    __slots__ = ("analysis", "info", "module")

    def __init__(self, analysis: Analysis, info: Info, module: str) -> None:
        self.analysis = analysis
        self.info = info
        self.module = module

    def visit(self, node: Any, tail: bool) -> None:
        kind = node.__class__
        if kind is list or kind is tuple:
            for each in node:
                self.visit(each, False)
        elif kind is Node and node.args.__class__ is list:
            if node.form.__class__ is Atom:
                special = _SPECIAL.get(node.form.name)
                if special is not None:
                    special(self, node, tail)
                    return
            self._call(node, tail)

    def visit_all(self, nodes: Iterable[Any]) -> None:
        for node in nodes:
            self.visit(node, False)

    # -- calls --------------------------------------------------------------------------------

    def _call(self, node: Node, tail: bool) -> None:
        target = called(node, self.module)
        if target is None:
            self._unknown(node)
            return
        if target in _LOGIC:
            self.visit(node.args[0], False)
            self.visit(node.args[1], tail)
            return
        key = f"{target[0]}.{target[1]}/{target[2]}"
        if key in self.analysis.functions:
            self._own_call(key, tail)
            self.visit_all(node.args)
        elif (target[1] == "apply" and target[0] in ("erlang", "Elixir.Kernel")) or target[0] in self.analysis.modules:
            self.info.blocks = True
            self.visit_all(node.args)
        else:
            self._library_call(node, target)

    def _own_call(self, key: str, tail: bool) -> None:
        info = self.info
        info.calls[key] = None
        if tail:
            if key == info.key:
                info.loops = True
            else:
                info.tails[key] = None

    def _library_call(self, node: Node, target: tuple[str, str, int]) -> None:
        analysis, info = self.analysis, self.info
        forms = analysis.library(*target)
        if target[0] in POLLED or target[1] in POLLING:
            info.polls = True
        takes_functions = forms is not None and forms[0] and forms[1]
        lazy = target[0] == "Elixir.Stream"
        consumes = takes_functions or target[0] in CONSUMERS or target[1] in SPAWNS
        if forms is not None and forms[1] and not forms[0]:
            info.blocks = True
        if target[1].startswith("async_stream"):  # whoever walks through it waits for tasks
            waiting = Info(target[1])
            waiting.blocks = True
            analysis.escapes(STREAMS, waiting)
        for index, arg in enumerate(node.args):
            fn = self._function_value(arg)
            if fn is None:
                if takes_functions and arg.__class__ is Node:
                    info.values.add(STREAMS if index == 0 else STREAMS - 1)
                self.visit(arg, False)
            elif lazy:
                analysis.escapes(STREAMS, fn)
            elif takes_functions:
                info.uses.append(fn)
            elif not consumes:
                analysis.escapes(_arity(arg), fn)

    def _unknown(self, node: Node) -> None:
        info = self.info
        found = remote(node)
        if found is None:  # f.(x)
            what = node.form.args[0]
            fn = self._function_value(what)
            if fn is not None:
                info.uses.append(fn)
            else:
                info.values.add(len(node.args))
                self.visit(what, False)
        else:
            self.visit(found[0], False)
            if not (node.meta.get("no_parens") and not node.args):
                known = self.analysis.by_name.get((found[1], len(node.args)))
                if known is None:
                    info.blocks = True
                else:
                    info.calls.update(dict.fromkeys(known))
        self.visit_all(node.args)

    def _function_value(self, node: Any) -> Info | None:
        """Return what is known of the function that *node* makes; None if it makes none."""
        if node.__class__ is not Node:
            return None
        if node.form is FN:
            return self._anonymous(node)
        target = captured(node, self.module)
        if target is None:
            return None
        key = f"{target[0]}.{target[1]}/{target[2]}"
        known = self.analysis.functions.get(key)
        if known is None:
            known = Info(key)
            known.blocks = self.analysis._target_blocks(target)
        return known

    def _anonymous(self, node: Node) -> Info:
        info = Info("")
        self.analysis.anonymous[id(node)] = info
        inner = _Visit(self.analysis, info, self.module)
        for clause in node.args:
            inner.visit(clause.args[1], False)
        return info

    def value(self, node: Node, tail: bool) -> None:
        fn = self._function_value(node)
        if fn is not None:
            self.analysis.escapes(_arity(node), fn)

    # -- special forms ------------------------------------------------------------------------

    def block(self, node: Node, tail: bool) -> None:
        for each in node.args[:-1]:
            self.visit(each, False)
        if node.args:
            self.visit(node.args[-1], tail)

    def clauses(self, clauses: Any, tail: bool) -> None:
        for clause in clauses:
            self.visit(clause.args[1], tail)

    def case(self, node: Node, tail: bool) -> None:
        self.visit(node.args[0], False)
        self.clauses(sections(node.args[1])["do"], tail)

    def cond(self, node: Node, tail: bool) -> None:
        for clause in sections(node.args[0])["do"]:
            self.visit_all(clause.args[0])
            self.visit(clause.args[1], tail)

    def receive(self, node: Node, tail: bool) -> None:
        self.info.blocks = True
        parts = sections(node.args[0])
        self.clauses(parts.get("do", ()), tail)
        for clause in parts.get("after", ()):
            self.visit_all(clause.args[0])
            self.visit(clause.args[1], tail)

    def try_(self, node: Node, tail: bool) -> None:
        for name, part in sections(node.args[0]).items():
            if name in ("do", "after"):
                self.visit(part, False)
            else:
                self.clauses(part, False)

    def with_(self, node: Node, tail: bool) -> None:
        *steps, options = node.args
        for step in steps:
            self.visit(step.args[1] if step.__class__ is Node and step.form is GENERATOR else step, False)
        parts = sections(options)
        self.visit(parts["do"], tail)
        self.clauses(parts.get("else", ()), tail)

    def for_(self, node: Node, tail: bool) -> None:
        *steps, options = node.args
        for step in steps:
            self._generator(step)
        for name, part in sections(options).items():
            if name == "do" and part.__class__ is list and part and _is_clause(part[0]):
                self.clauses(part, False)
            else:
                self.visit(part, False)

    def _generator(self, step: Any) -> None:
        if step.__class__ is Node and step.form is GENERATOR:
            if step.args[1].__class__ is Node:
                self.info.values.add(STREAMS)
            self.visit(step.args[1], False)
        elif step.__class__ is Node and step.is_call("<<>>"):
            self.visit(step.args[-1].args[1], False)
        else:
            self.visit(step, False)

    def match(self, node: Node, tail: bool) -> None:
        self.visit(node.args[1], False)

    def parts(self, node: Node, tail: bool) -> None:
        self.visit_all(node.args)

    def nothing(self, node: Node, tail: bool) -> None:
        """A node without code of its own."""


_SPECIAL: dict[str, Any] = {
    BLOCK.name: _Visit.block, "case": _Visit.case, "cond": _Visit.cond, "receive": _Visit.receive,
    "try": _Visit.try_, "with": _Visit.with_, "for": _Visit.for_, "=": _Visit.match, FN.name: _Visit.value,
    CAPTURE.name: _Visit.value, "{}": _Visit.parts, "%{}": _Visit.parts, "%": _Visit.parts, "<<>>": _Visit.parts,
    "::": _Visit.parts, "|": _Visit.parts, "^": _Visit.nothing, "__define__": _Visit.nothing,
    "__STACKTRACE__": _Visit.nothing,
}  # fmt: skip


def _is_clause(node: Any) -> bool:
    return node.__class__ is Node and node.is_call("->", 2)


def _arity(node: Node) -> int:
    """Return the arity of the function that a ``fn`` or a capture makes."""
    if node.form is FN:
        return len(head(node.args[0])[0])
    return int(node.args[0].args[1])


def _cycles(functions: dict[str, Info]) -> dict[str, int]:
    """Return the functions that call each other in tail position round and round, with the number of their circle."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: dict[str, int] = {}
    for start in functions:
        if start in order:
            continue
        order[start] = low[start] = len(order)
        stack.append(start)
        work = [(start, iter(functions[start].tails))]
        while work:
            key, rest = work[-1]
            for other in rest:
                if other not in functions:
                    continue
                if other not in order:
                    order[other] = low[other] = len(order)
                    stack.append(other)
                    work.append((other, iter(functions[other].tails)))
                    break
                if other in stack:
                    low[key] = min(low[key], order[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[key])
                if low[key] == order[key]:
                    circle = stack[stack.index(key) :]
                    del stack[stack.index(key) :]
                    if len(circle) > 1:
                        found.update(dict.fromkeys(circle, order[key]))
    return found


__all__ = ["Analysis", "Info", "is_variable"]
