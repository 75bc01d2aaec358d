"""The walk through a function's body that finds what it calls, in tail position or not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from simulator.elixir.compile.analysis.facts import (
    BRINGING_CODE,
    CAPTURES,
    CONSUMERS,
    GIVES_STREAMS,
    LOGIC,
    POLLED,
    POLLING,
    REDUCE,
    SPAWNS,
    STREAMS,
    TO_STRING,
    WAITING_STREAMS,
    Info,
)
from simulator.elixir.compile.walk import (
    BLOCK,
    CAPTURE,
    FN,
    GENERATOR,
    called,
    captured,
    head,
    remote,
    sections,
    unknown,
)
from simulator.elixir.runtime.modules.modules import called_parameters
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom

if TYPE_CHECKING:
    from simulator.elixir.compile.analysis.analysis import Analysis


class Visit:
    """The walk through one function's body."""

    __slots__ = ("analysis", "info", "module")

    def __init__(self, analysis: Analysis, info: Info, module: str) -> None:
        self.analysis = analysis
        self.info = info
        self.module = module

    def visit(self, node: Any, tail: bool) -> None:
        kind = node.__class__
        if kind is Atom:
            self.analysis.mentioned.add(node.name)
        elif kind is list or kind is tuple:
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
        if target in LOGIC:
            self.visit(node.args[0], False)
            self.visit(node.args[1], tail)
            return
        key = f"{target[0]}.{target[1]}/{target[2]}"
        if self.analysis.static(target, self.module) is not None:
            self._own_call(key, tail)
            self.visit_all(node.args)
        elif (target[1] == "apply" and target[0] in ("erlang", "Elixir.Kernel")) or target[0] in self.analysis.modules:
            self.info.blocks = self.info.recurs = True
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
        info.prints = info.prints or target == TO_STRING
        forms = analysis.library(*target)
        analysis.alone = analysis.alone and target[0] != "Elixir.Code" and target not in BRINGING_CODE
        if forms is None:  # of a module in another file, if there is one
            info.blocks = info.recurs = True
        if target[0] in POLLED or target[1] in POLLING:
            info.polls = True
        takes_functions = forms is not None and forms[0] and forms[1]
        lazy = target[0] == "Elixir.Stream"
        consumes = target[0] in CONSUMERS or target[1] in SPAWNS
        analysis.captures = analysis.captures or target in CAPTURES
        called_at_once = called_parameters(*target) if takes_functions else frozenset()
        if forms is not None and forms[1] and not forms[0]:
            info.blocks = True
        if target[1].startswith("async_stream") or target[:2] in WAITING_STREAMS:
            # Whoever walks through it waits, for tasks, for time or for a device.
            waiting = Info(target[1])
            waiting.blocks = True
            analysis.escapes(STREAMS, waiting)
        if takes_functions and target[1] in GIVES_STREAMS:
            info.values.add(STREAMS)
        if target == REDUCE:  # it can give a function that goes on
            goes_on = Info(target[1])
            goes_on.values.add(STREAMS)
            analysis.made.append(goes_on)
            analysis.escapes(1, goes_on)
        for index, arg in enumerate(node.args):
            fn = self._function_value(arg)
            if fn is None:
                if lazy and unknown(arg) and (index > 0 or target[1] in ("repeatedly", "resource")):
                    analysis.streams_of_values = True
                if takes_functions and unknown(arg):
                    info.values.add(STREAMS if index == 0 else STREAMS - 1)
                self.visit(arg, False)
            elif lazy:
                analysis.escapes(STREAMS, fn)
            else:
                if takes_functions:
                    info.uses.append(fn)
                if index not in called_at_once and not consumes:
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
            name = found[1], len(node.args)
            known = self.analysis.by_name.get(name)
            if node.meta.get("no_parens") and not node.args:
                info.calls.update(dict.fromkeys(known or ()))  # a field, or a function of this file
            else:
                if known is None or not self.analysis.alone:  # it may be one of another file
                    info.blocks = info.recurs = True
                else:
                    info.calls.update(dict.fromkeys(known))
                    info.dynamic.add(name)
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
            known.blocks = self.analysis.target_blocks(target)
            forms = self.analysis.library(*target)
            if forms is not None and forms[0] and forms[1]:
                known.values.add(STREAMS)
                self.analysis.made.append(known)
        return known

    def _anonymous(self, node: Node) -> Info:
        info = Info("")
        self.analysis.anonymous[id(node)] = info
        inner = Visit(self.analysis, info, self.module)
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
            if name == "into" and part.__class__ is Node:
                self.info.values.add(STREAMS)
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

    def define(self, node: Node, tail: bool) -> None:
        body = self.analysis.defined.get(node.meta.get("number"))
        if body is not None:
            self.info.uses.append(body)

    def nothing(self, node: Node, tail: bool) -> None:
        """A node without code of its own."""


_SPECIAL: dict[str, Any] = {
    BLOCK.name: Visit.block, "case": Visit.case, "cond": Visit.cond, "receive": Visit.receive,
    "try": Visit.try_, "with": Visit.with_, "for": Visit.for_, "=": Visit.match, FN.name: Visit.value,
    CAPTURE.name: Visit.value, "{}": Visit.parts, "%{}": Visit.parts, "%": Visit.parts, "<<>>": Visit.parts,
    "::": Visit.parts, "|": Visit.parts, "^": Visit.nothing, "__define__": Visit.define,
    "__STACKTRACE__": Visit.nothing,
}  # fmt: skip


def _is_clause(node: Any) -> bool:
    return node.__class__ is Node and node.is_call("->", 2)


def _arity(node: Node) -> int:
    """Return the arity of the function that a ``fn`` or a capture makes."""
    if node.form is FN:
        return len(head(node.args[0])[0])
    return int(node.args[0].args[1])
