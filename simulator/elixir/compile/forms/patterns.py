"""Patterns: what must hold of a term, as Python conditions, and the variables that are bound on the way.

The conditions of a pattern are tried from left to right. One that binds a variable is written as
``(x := part) is x``, which is always true and costs as much as an assignment.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.compile.forms.operators import identical
from simulator.elixir.compile.frame import Frame, held
from simulator.elixir.compile.pieces import Ex
from simulator.elixir.compile.walk import (
    BINARY,
    CONS,
    MAP,
    MATCH,
    NIL,
    PIN,
    STRUCT,
    TUPLE,
    UNDERSCORE,
    is_variable,
    variable_key,
)
from simulator.elixir.compile.writing import expression, literal
from simulator.elixir.tree.errors import NotSupported
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom


class Binding(str):
    """A condition that is always true: it binds a variable. *statement* is the assignment alone."""

    __slots__ = ("statement",)

    statement: str

    def __new__(cls, name: str, value: str) -> Binding:
        made = str.__new__(cls, f"({name} := {value}) is {name}")
        made.statement = f"{name} = {value}"
        return made


class Match:
    """The conditions of one clause's patterns, in order."""

    __slots__ = ("bound", "frame", "tests")

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.tests: list[str] = []
        self.bound: set[tuple[str, Any]] = set()

    def condition(self, guard: str | None = None) -> tuple[str, list[str]]:
        """Return the condition of all (empty if it is always true), and what is left to assign when it holds."""
        tests = list(self.tests)
        rest: list[str] = []
        if guard is not None:
            tests, rest = _postponed([*tests, guard])
        else:
            while tests and tests[-1].__class__ is Binding:
                rest.insert(0, tests.pop().statement)  # type: ignore[attr-defined]
            if not all(test.__class__ is not Binding for test in tests):
                tests, late = _postponed(tests)
                rest = late + rest
        return " and ".join(tests), rest

    def add(self, pattern: Any, subject: Ex) -> None:
        """Add the conditions under which *subject* matches *pattern*."""
        kind = pattern.__class__
        if kind is Node:
            if pattern.args.__class__ is not list:
                self._variable(pattern, subject)
            elif pattern.form in _FORMS:
                _FORMS[pattern.form](self, pattern, subject)
            else:  # a regex, which is a call here
                frame = self.frame
                raise NotSupported("this as a pattern", frame.unit.file, pattern.meta.line or frame.line)
        elif kind is Atom:
            self.tests.append(f"{subject} is {self.frame.unit.atom(pattern)}")
        elif kind is tuple:
            self._tuple(list(pattern), subject)
        elif kind is list:
            self._list(pattern, subject)
        elif kind is str or kind is bytes:
            self.tests.append(f"{subject} == {pattern!r}")
        else:
            again = self._held(subject)
            number = literal(self.frame, pattern)
            if subject.kind == "int" and kind is int:
                self.tests.append(f"{again[0]} == {number}")
                return
            self.tests.append(f"{again[0]} == {number} and type({again[1]}) is {kind.__name__}")

    def _held(self, subject: Ex) -> tuple[str, Ex]:
        return held(self.frame, subject)

    def kept(self, subject: Ex) -> Ex:
        """Return the subject as a variable, assigned among the conditions."""
        if subject.stable:
            return subject
        name = self.frame.fresh()
        self.tests.append(Binding(name, str(subject)))
        return Ex(name, subject.kind, True)

    # -- forms --------------------------------------------------------------------------------

    def _variable(self, node: Node, subject: Ex) -> None:
        if node.form is UNDERSCORE:
            return
        key = variable_key(node)
        if key in self.bound:
            self._same(subject, key)
            return
        self.bound.add(key)
        if subject.stable:
            self.frame.bind(key, subject)
        else:
            name = self.frame.variable(key)
            self.frame.bind(key, Ex(name, subject.kind, True))
            self.tests.append(Binding(name, str(subject)))

    def _pin(self, node: Node, subject: Ex) -> None:
        self._same(subject, variable_key(node.args[0]))

    def _same(self, subject: Ex, key: tuple[str, Any]) -> None:
        """Add that *subject*, which can be evaluated again, is what a variable holds."""
        again = Ex(subject, subject.kind, True, subject.depth)
        self.tests.append(identical(self.frame, again, self.frame.read(key)))

    def _match(self, node: Node, subject: Ex) -> None:
        left, right = node.args
        again = self.kept(subject)
        if is_variable(left):
            left, right = right, left
        self.add(left, again)
        self.add(right, again)

    def _tuple_form(self, node: Node, subject: Ex) -> None:
        self._tuple(node.args, subject)

    def _tuple(self, parts: list[Any], subject: Ex) -> None:
        first, again = self._held(subject)
        self.tests.append(f"type({first}) is tuple and len({again}) == {len(parts)}")
        later = []
        for index, part in enumerate(parts):
            if part.__class__ is Atom:  # tags first: they tell most messages apart
                self.add(part, Ex(f"{again}[{index}]"))
            else:
                later.append((index, part))
        for index, part in later:
            self.add(part, Ex(f"{again}[{index}]"))

    def _list(self, parts: list[Any], subject: Ex) -> None:
        if not parts:
            self.tests.append(f"{subject} is EMPTY")
            return
        heads, tail = list(parts), None
        last = heads[-1]
        if last.__class__ is Node and last.is_call("|", 2):
            heads[-1], tail = last.args
        for head in heads:
            first, again = self._held(subject)
            self.tests.append(f"(type({first}) is Cons or type({again}) is Lazy and force({again}))")
            self.add(head, Ex(f"{again}.head"))
            subject = Ex(f"{again}.tail")
        self.add([] if tail is None else tail, subject)

    def _map(self, node: Node, subject: Ex) -> None:
        first, again = self._held(subject)
        self.tests.append(f"type({first}) is Map")
        self._entries(node.args, again)

    def _entries(self, pairs: list[Any], subject: Ex) -> None:
        frame = self.frame
        for key, part in pairs:
            ident = map_key(frame, key)
            if part.__class__ is Atom and part is not NIL:
                self.tests.append(f"{subject}.d.get({ident}) is {frame.unit.atom(part)}")
                continue
            name = frame.fresh()
            self.tests.append(f"({name} := {subject}.d.get({ident}, NO)) is not NO")
            self.add(part, Ex(name, None, True))

    def _struct(self, node: Node, subject: Ex) -> None:
        module, inner = node.args
        first, again = self._held(subject)
        if module.__class__ is Atom:
            self.tests.append(f"type({first}) is Map and {again}.d.get(STRUCT) is {self.frame.unit.atom(module)}")
        else:
            name = self.frame.fresh()
            self.tests.append(f"type({first}) is Map and type({name} := {again}.d.get(STRUCT)) is Atom")
            self.add(module, Ex(name, None, True))
        self._entries(inner.args, again)

    def _binary(self, node: Node, subject: Ex) -> None:
        self.frame.unit.forms.match_binary(self, node, subject)

    def _block(self, node: Node, subject: Ex) -> None:
        self.add(node.args[-1], subject)


_FORMS: dict[Atom, Any] = {
    PIN: Match._pin, MATCH: Match._match, TUPLE: Match._tuple_form, MAP: Match._map, STRUCT: Match._struct,
    BINARY: Match._binary, Atom("__block__"): Match._block,
    CONS: lambda self, node, subject: self._list([node], subject),
}  # fmt: skip


def _postponed(tests: list[str]) -> tuple[list[str], list[str]]:
    """Take out the bindings that no later condition reads."""
    kept: list[str] = []
    late: list[str] = []
    for index, test in enumerate(tests):
        if test.__class__ is Binding:
            name = test.statement.partition(" ")[0]
            if not any(name in other for other in tests[index + 1 :]):
                late.append(test.statement)
                continue
        kept.append(test)
    return kept, late


def map_key(frame: Frame, key: Any) -> Ex:
    """Return what stands for a key of a map pattern in the map's dict."""
    if key.__class__ is Node and key.form is PIN:
        return Ex(f"key_of({frame.read(variable_key(key.args[0]))})")
    if key.__class__ in (Atom, int, str, bytes):
        return expression(frame, key)
    return Ex(f"key_of({expression(frame, key)})")
