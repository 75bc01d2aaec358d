"""Calls: of the program's own functions, of a library's, of function values, of modules known only when it runs."""

from __future__ import annotations

import re
from typing import Any

from simulator.elixir.compile.analysis.facts import TO_STRING
from simulator.elixir.compile.forms.operators import VALUES
from simulator.elixir.compile.frame import Frame, held
from simulator.elixir.compile.pieces import FIXED, HUGE, RETURN, Ex, Jump, marked, nested
from simulator.elixir.compile.questions import native
from simulator.elixir.compile.walk import BINARY, DOT, called, captured, is_variable, remote, variable_key
from simulator.elixir.compile.writing import expression, expressions, put
from simulator.elixir.runtime.inlined import inlined
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom


def call(frame: Frame, node: Node) -> Ex:
    """Return a call as an expression."""
    line = node.meta.line
    target = called(node, frame.module)
    if target is None or (target[0] in ("nil", "true", "false") and node.meta.get("no_parens")):
        return _unknown(frame, node)
    known = native(node)
    if known is not None:
        make = VALUES.get((known[0], len(known[1])))
        if make is not None:
            values = expressions(frame, known[1][::-1])[::-1] if known[0] == "elem" else expressions(frame, known[1])
            made = make(frame, *values)
            return Ex(marked(line, made), made.kind, made.stable, made.depth)
        if known[0] == "apply":
            return _apply(frame, node)
        if known[0] == "send" and len(known[1]) == 2:
            return _send(frame, line, expressions(frame, known[1]))
    values = expressions(frame, node.args)
    frame.line = line or frame.line
    if target == TO_STRING:
        return _text(frame, line, values[0])
    key = f"{target[0]}.{target[1]}/{target[2]}"
    analysis = frame.unit.analysis
    args = ", ".join(values)
    private = key not in analysis.exports and remote(node) is not None  # which is not to be called so
    if analysis.static(target, frame.module) is not None and not private:
        if frame.generator and frame.jump is not None and analysis.deepens(frame.jump.key, key):
            frame.jump.deep = True
            return _deeper(frame, line, frame.unit.function(key), values)
        made = _calling(frame, line, f"{frame.unit.function(key)}({args})", analysis.blocks(key), values)
        made.kind = "number" if key in analysis.numeric else None
        return made
    forms = None if target[0] in analysis.modules else analysis.library(*target)
    if forms is not None:
        blocking = analysis.library_blocks(node, frame.module, target)
        return _calling(frame, line, f"{frame.unit.library(*target, blocking)}({args})", blocking, values)
    module = frame.unit.atom(Atom(target[0]))
    return _checked(frame, line, f"call_remote({module}, {target[1]!r}, {_tuple(values)})", values)


def _text(frame: Frame, line: int, value: Ex) -> Ex:
    """``to_string/1``, as every interpolation calls it: texts as they are, all else by the runtime."""
    if value.kind == "str":
        return value
    first, again = held(frame, value)
    if frame.unit.analysis.text_blocks():
        text = f"({again} if type({first}) is str else to_text_steps({again}))"
        return _checked(frame, line, text, [value])
    return nested(marked(line, f"({again} if type({first}) is str else to_text({again}))"), None, value)


def _send(frame: Frame, line: int, values: list[Ex]) -> Ex:
    """``send/2``: the process's own method, without a function in between."""
    sender = "current()"
    if frame.generator:
        frame.uses_process = True
        sender = "proc"
    return nested(marked(line, f"{sender}.send({', '.join(values)})"), None, *values)


def _calling(frame: Frame, line: int, text: str, blocking: bool, values: list[Ex]) -> Ex:
    if blocking:
        text = f"(yield from {text})" if frame.generator else f"settle({text})"
    return nested(marked(line, text), None, *values)


def _deeper(frame: Frame, line: int, function: str, values: list[Ex]) -> Ex:
    """A function that may wait calls itself, or one that calls it again, and goes on afterwards.

    A wait goes through all generators that wait for each other, down to the innermost. At every sixteenth level the
    kernel is asked to perform the next one by itself, so that it goes through no more than these.
    """
    name = frame.fresh()
    made = f"{name} := {function}({', '.join([*values, 'depth=depth + 1'])})"
    text = f"((yield perform({name}, depth)) if ({made}) and depth & 15 == 15 else (yield from {name}))"
    return nested(marked(line, text), None, *values)


def _checked(frame: Frame, line: int, text: str, values: list[Ex], may_block: bool = True) -> Ex:
    """A call of something unknown: what it gives may be a generator, which is to be waited for."""
    if not may_block:
        return nested(marked(line, text), None, *values)
    if frame.generator:
        name = frame.fresh()
        text = f"((yield from {name}) if type({name} := {text}) is Generator else {name})"
    else:
        text = f"settle({text})"
    return nested(marked(line, text), None, *values)


def _tuple(values: list[Ex]) -> str:
    return f"({', '.join(values)}{',' if len(values) == 1 else ''})"


def _apply(frame: Frame, node: Node) -> Ex:
    values = expressions(frame, node.args)
    name = "apply_function" if len(values) == 2 else "apply_remote"
    return _checked(frame, node.meta.line, f"{name}({', '.join(values)})", values)


def _unknown(frame: Frame, node: Node) -> Ex:
    line = node.meta.line
    found = remote(node)
    if found is None:
        function, *values = expressions(frame, [node.form.args[0], *node.args])
        return _value(frame, line, function, values)
    if node.meta.get("no_parens") and not node.args:
        return _field(frame, line, expression(frame, found[0]), found[1])
    module, *values = expressions(frame, [found[0], *node.args])
    told = f"{module}, {found[1]!r}"
    made = f"call_remote({told}, {_tuple(values)})" if values else f"call_member({told})"
    return _checked(frame, line, made, [module, *values])


def _value(frame: Frame, line: int, function: Ex, values: list[Ex]) -> Ex:
    """``function.(values)``"""
    if function.stable and not function.isidentifier():
        function = frame.keep(Ex(function, function.kind))
    args = ", ".join(values)
    arity = len(values)
    if function.kind in (f"fn{arity}", f"gen{arity}"):
        return _calling(frame, line, f"{function}({args})", function.kind[0] == "g", [function, *values])
    blocks = frame.unit.analysis.value_blocks(arity)
    if not function.stable or not all(value.stable for value in values):
        # All are evaluated before it is found to be no function.
        return _checked(frame, line, f"call_function({', '.join([function, *values])})", values, blocks)
    test = f"type({function}) is Function and {function}.__code__.co_argcount == {arity}"
    text = f"({function}({args}) if {test} else bad_call({', '.join([function, *values])}))"
    return _checked(frame, line, text, values, blocks)


def _field(frame: Frame, line: int, term: Ex, name: str) -> Ex:
    """``term.name``: a key of a map; or the call of a module's function without parentheses."""
    key = frame.unit.atom(Atom(name))
    if not term.isidentifier():
        term = frame.keep(Ex(term, term.kind))
    first, again = held(frame, term)
    value = frame.fresh()
    text = (
        f"({value} if type({first}) is Map and ({value} := {again}.d.get({key}, NO)) is not NO "
        f"else {_no_field(frame, f'{again}, {key}')})"
    )
    return nested(marked(line, text), None, term)


def _no_field(frame: Frame, given: str) -> str:
    """Return the code of what has no such field, and may be a module whose function waits."""
    return f"(yield from asked_field({given}))" if frame.generator else f"field({given})"


def capture(frame: Frame, node: Node) -> Ex:
    """``&fun/1`` and ``&Mod.fun/1``: the function itself."""
    target = captured(node, frame.module)
    analysis = frame.unit.analysis
    if target is None:  # the module is known only when it runs
        inner = node.args[0].args[0]
        module, name = remote(inner) or (None, "")
        return Ex(f"capture_remote({expression(frame, module)}, {name!r}, {node.args[0].args[1]})")
    key = f"{target[0]}.{target[1]}/{target[2]}"
    arity = target[2]
    other = inlined(f"{target[0].removeprefix('Elixir.')}.{target[1]}/{arity}")
    if other is not None and other[2] is None and analysis.library(other[0], other[1], arity) is not None:
        target = (other[0], other[1], arity)  # as Elixir's compiler writes it
    if analysis.static(target, frame.module) is not None:
        kind = "gen" if analysis.blocks(key) else "fn"
        return Ex(frame.unit.function(key), f"{kind}{arity}", True)
    forms = None if target[0] in analysis.modules else analysis.library(*target)
    if forms is not None:
        waits = not forms[0] or (forms[1] and analysis.streams_block())  # it may be given a stream
        return Ex(frame.unit.library(*target, waits), None, True)
    return Ex(f"capture_remote({frame.unit.atom(Atom(target[0]))}, {target[1]!r}, {arity})")


def tail_call(frame: Frame, node: Node) -> bool:
    """Write a call in tail position that must not take a frame: of the function itself, or of one in its circle."""
    if frame.jump is None:
        return False
    if calls_value(node, len(frame.jump.parameters)) and frame.jump.itself:
        return _tail_value(frame, node)
    target = called(node, frame.module)
    if target is None:
        return False
    key = f"{target[0]}.{target[1]}/{target[2]}"
    cycles = frame.unit.analysis.cycles
    if key != frame.jump.key:
        if frame.jump.key in cycles and cycles.get(key) == cycles[frame.jump.key]:
            values = expressions(frame, node.args)
            frame.at(node)
            frame.write(f"return Bounce({frame.unit.function(key)}_body, {_tuple(values)})")
            return True
        return False
    line = frame.line
    grown, ends = _grown(frame, node.args)
    values = expressions(frame, [ends if index == grown else arg for index, arg in enumerate(node.args)])
    frame.line = line
    frame.jump.used = True
    if grown is not None:
        _grow(frame, frame.jump.parameters[grown], values, grown)
    _go_round(frame, frame.jump, values)
    return True


def calls_value(node: Any, arity: int) -> bool:
    """Return whether *node* is the call of what a variable holds, with so many arguments."""
    return (
        node.__class__ is Node and node.form.__class__ is Node and node.form.form is DOT and len(node.form.args) == 1
        and is_variable(node.form.args[0]) and len(node.args) == arity
    )  # fmt: skip


def _tail_value(frame: Frame, node: Node) -> bool:
    """Write the call of a value in tail position, which may be the anonymous function that makes it."""
    jump = frame.jump
    assert jump is not None
    line = node.meta.line
    function, *values = [frame.keep(value) for value in expressions(frame, [node.form.args[0], *node.args])]
    frame.line = line or frame.line
    jump.used = True
    frame.write(f"if {function} is {jump.itself}:")
    frame.indent += 1
    _go_round(frame, jump, values)
    frame.indent -= 1
    put(frame, RETURN, _value(frame, line, function, values))
    return True


def _go_round(frame: Frame, jump: Jump, values: list[Ex]) -> None:
    """Write that a function begins anew, with these arguments."""
    jump.grows = jump.grows or any(value.kind not in FIXED and not value.stable for value in values)
    pairs = [(name, value) for name, value in zip(jump.parameters, values, strict=True) if name != value]
    if pairs:
        frame.write(f"{', '.join([name for name, _ in pairs])} = {', '.join([value for _, value in pairs])}")
    if frame.generator:
        frame.write("reductions -= 3")
        frame.write("if reductions < 0:")
        frame.lines.append((frame.indent + 1, "yield from give_way()", frame.line))
        frame.lines.append((frame.indent + 1, "reductions = 4000", frame.line))
    frame.write("continue")


def _grown(frame: Frame, args: list[Any]) -> tuple[int | None, Any]:
    """Return which argument adds to the text that its own parameter holds, and what it adds.

    Python adds to a text in place if nothing else holds it: in a loop that collects one, this makes the
    difference between a time that grows with its size and one that grows with its square.
    """
    assert frame.jump is not None
    for index, arg in enumerate(args):
        if arg.__class__ is Node and arg.form is BINARY and len(arg.args) > 1 and all(map(_is_text, arg.args)):
            first = arg.args[0].args[0]
            if is_variable(first) and frame.names.get(variable_key(first)) == frame.jump.parameters[index]:
                rest = arg.args[1:]
                return index, rest[0].args[0] if len(rest) == 1 else Node(arg.form, arg.meta, rest)
    return None, None


def _is_text(segment: Node) -> bool:
    return bool(segment.args[1].is_call("binary", 0))


def _grow(frame: Frame, parameter: str, values: list[Ex], index: int) -> None:
    """Write the addition, if no other argument reads the parameter; and let the value be what it then is."""
    added = values[index]
    if any(re.search(rf"\b{parameter}\b", value) for place, value in enumerate(values) if place != index):
        values[index] = Ex(f"join_parts(({parameter}, {added},))")
        return
    added = frame.keep(added)
    literal = added[:1] in "'\""
    test = "" if added.kind == "str" else f" and type({added}) is str"
    test += "" if literal else f" and len({added}) < {HUGE}"
    frame.write(f"if type({parameter}) is str{test}: {parameter} += {added}")
    frame.write(f"else: {parameter} = join_parts(({parameter}, {added},))")
    values[index] = Ex(parameter, None, True)
