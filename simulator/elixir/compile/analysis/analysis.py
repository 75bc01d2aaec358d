"""Which functions may block, and which need a trampoline: found by looking at the whole program.

A function may block if it receives, calls a library's function that blocks, or calls one that may. The
call of an unknown function value may block if any function value of that arity that is made in the
program, and can get into a variable, may.
"""

from __future__ import annotations

from collections.abc import Iterable

from simulator.elixir.compile.analysis.circles import circles
from simulator.elixir.compile.analysis.facts import (
    ACCESS,
    CALLED_BY_LIBRARY,
    GIVES_STREAMS,
    STREAMS,
    TO_STRING,
    VERSION_MARK,
    WALKED,
    Info,
    Library,
)
from simulator.elixir.compile.analysis.numbers import numeric_functions
from simulator.elixir.compile.analysis.visiting import Visit
from simulator.elixir.compile.walk import captured, functions_of, unknown
from simulator.elixir.tree.nodes import Module, Node, Program
from simulator.terms import Atom


class Analysis:
    """The functions of a program and what they do."""

    def __init__(self, program: Program, library: Library, alone: bool = True) -> None:
        self.alone = alone
        """Whether this is all the code there is: else a function value may come from elsewhere, and may block."""
        self.library = library
        self.streams_of_values = False
        """Whether functions from variables can be in streams."""
        self.captures = False
        """Whether a function value may be that of any function: the program makes some of names that it computes."""
        self.mentioned: set[str] = set()
        """The atoms that stand in the program's code, each of which may be a module that it calls."""
        self.functions: dict[str, Info] = {}
        self.exports: set[str] = set()
        self.anonymous: dict[int, Info] = {}
        names = [module.name.name.partition(VERSION_MARK)[0] for module in program.modules]
        self.redefined = {name for name in names if names.count(name) > 1}
        """Modules that are defined more than once: which of them is called is known only when it is."""
        self.versions = {module.number: module for module in program.modules}
        """The modules by their numbers."""
        self.modules = {module.name.name for module in program.modules}
        self.bodies = {module.name.name for module in program.modules if module.body is not None}
        self.defined = {module.number: Info("") for module in program.modules if module.body is not None}
        """What the bodies do of modules that are defined where that is run."""
        self.made: list[Info] = []
        """Functions that the library makes of others, such as the continuation of a reduction."""
        self.texts: list[str] = []
        """The program's own implementations of ``String.Chars``."""
        self.by_name: dict[tuple[str, int], list[str]] = {}
        self._escaping: dict[int, list[Info]] = {}
        for module in program.modules:
            self._enter(module)
        for module in program.modules:
            for function in module.functions:
                info = self.functions[f"{module.name.name}.{function.name}/{function.arity}"]
                for clause in function.clauses:
                    Visit(self, info, module.name.name).visit(clause.body, True)
            if module.body is not None:
                Visit(self, self.defined[module.number], module.name.name).visit(module.body, False)
        self.main = Info("")
        self.main.blocks = True
        Visit(self, self.main, "").visit(program.main, False)
        self._protocols(program.modules)
        self.numeric = numeric_functions(program.modules, self.static)
        """The functions that give nothing but numbers."""
        self.cycles = circles(self.functions, self._tails)
        """The functions that call each other in tail position round and round, with the number of their circle."""
        self.recursions = circles(self.functions, self._calls)
        """The functions that call each other round and round, likewise."""
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

    def _protocols(self, modules: Iterable[Module]) -> None:
        """A protocol's function may block if one of its implementations' may, and what the library calls if it may."""
        for called in CALLED_BY_LIBRARY:
            for key in self.by_name.get(called, ()):
                self.escapes(STREAMS, self.functions[key])
        for module in modules:
            if module.struct is not None or Atom("Elixir.Access") in module.behaviours:
                for name, arity in ACCESS:
                    found = self.functions.get(f"{module.name.name}.{name}/{arity}")
                    if found is not None:
                        self.escapes(STREAMS, found)
            if module.implementation is None:
                continue
            if module.implementation[0].name == TO_STRING[0]:
                self.texts.append(f"{module.name.name}.to_string/1")
            protocol = module.implementation[0]
            for function in module.functions:
                own = self.functions.get(f"{protocol.name}.{function.name}/{function.arity}")
                key = f"{module.name.name}.{function.name}/{function.arity}"
                if own is not None:
                    own.calls[key] = None
                elif protocol.name in WALKED:
                    self.escapes(STREAMS, self.functions[key])

    def static(self, target: tuple[str, str, int], module: str) -> str | None:
        """Return the function of the program that a call in *module* means, if that is known and it may be called."""
        key = f"{target[0]}.{target[1]}/{target[2]}"
        if target[0] == module:
            return key if key in self.functions else None
        return key if key in self.exports and target[0] not in self.redefined else None

    # -- answers ------------------------------------------------------------------------------

    def blocks(self, key: str) -> bool:
        """Return whether the program's function *key* may block."""
        return self.functions[key].blocks

    def fn_blocks(self, node: Node) -> bool:
        """Return whether the function that a ``fn`` node makes may block."""
        return self.anonymous[id(node)].blocks

    def value_blocks(self, arity: int) -> bool:
        """Return whether an unknown function value of this arity may block."""
        return not self.alone or self.captures or any(info.blocks for info in self._escaping.get(arity, ()))

    def dynamic_blocks(self, name: str, arity: int) -> bool:
        """Return whether ``module.name(...)`` with an unknown module may block."""
        known = self.by_name.get((name, arity))
        if known is None or not self.alone or any(self.functions[key].blocks for key in known):
            return True
        return self._waits_in_library(name, arity)

    def _waits_in_library(self, name: str, arity: int) -> bool:
        """Return whether one of the library's modules that the program mentions has such a function, which may wait."""
        return any((self.library(module, name, arity) or (False, False))[1] for module in sorted(self.mentioned))

    def library_blocks(self, node: Node, module: str, target: tuple[str, str, int]) -> bool:
        """Return whether this call of a library's function is one of its form that blocks."""
        forms = self.library(*target)
        if forms is None or not forms[1]:
            return False
        if not forms[0]:
            return True
        if target[1] in GIVES_STREAMS and self._argument_blocks(0):
            return True
        for index, arg in enumerate(node.args):
            fn = self.anonymous.get(id(arg))
            if fn is not None:
                if fn.blocks:
                    return True
                continue
            name = captured(arg, module)
            if name is not None:
                if self.target_blocks(name):
                    return True
            elif unknown(arg) and self._argument_blocks(index):
                return True
        return False

    def streams_block(self) -> bool:
        """Return whether a function inside of a stream may block."""
        return self._argument_blocks(0)

    def text_blocks(self) -> bool:
        """Return whether an implementation of ``String.Chars`` in the program may block."""
        return any(self.functions[key].blocks for key in self.texts)

    def _argument_blocks(self, index: int) -> bool:
        if not self.alone or self.captures or any(info.blocks for info in self._escaping.get(STREAMS, ())):
            return True
        if index == 0 and not self.streams_of_values:
            return False
        return any(info.blocks for arity in (0, 1, 2, 3, 4) for info in self._escaping.get(arity, ()))

    def target_blocks(self, target: tuple[str, str, int]) -> bool:
        key = f"{target[0]}.{target[1]}/{target[2]}"
        info = self.functions.get(key)
        if info is not None:
            return info.blocks
        forms = self.library(*target)
        return forms is None or not forms[0]

    # -- the fixpoint -------------------------------------------------------------------------

    def _spread(self) -> None:
        every = [*self.functions.values(), *self.anonymous.values(), *self.made, *self.defined.values(), self.main]
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
                    any(each.blocks for each in self._reached(info))
                    or any(map(self._arity_blocks, info.values))
                    or any(self._waits_in_library(*name) for name in info.dynamic)
                ):
                    info.blocks = changed = True
        recurring = circles(every, self._reached)
        for info in every:
            open_ended = info.recurs or info.values or info.dynamic
            info.recurs = bool(open_ended) or info in recurring or any(each is info for each in self._reached(info))

    def deepens(self, caller: str, key: str) -> bool:
        """Return whether a call of *key* by *caller* goes deeper into a recursion of functions that may wait."""
        if not self.blocks(key) or key in self.cycles or caller in self.cycles:
            return False
        return caller == key or (key in self.recursions and self.recursions.get(caller) == self.recursions[key])

    def _calls(self, key: str) -> Iterable[str]:
        return [other for other in self.functions[key].calls if other in self.functions]

    def _tails(self, key: str) -> Iterable[str]:
        return [other for other in self.functions[key].tails if other in self.functions]

    def _arity_blocks(self, arity: int) -> bool:
        if arity == STREAMS:
            return self._argument_blocks(0)
        if arity < STREAMS:
            return self._argument_blocks(1)
        return self.value_blocks(arity)

    def _reached(self, info: Info) -> Iterable[Info]:
        functions = self.functions
        if info.prints:
            yield from [functions[key] for key in self.texts]
        yield from info.uses
        for key in info.calls:
            if key in functions:
                yield functions[key]

    def escapes(self, arity: int, info: Info) -> None:
        """Note that a function value can get into a variable."""
        self._escaping.setdefault(arity, []).append(info)
