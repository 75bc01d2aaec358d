"""``EEx``: templates with Elixir code in them, by its own engine or another.

Source of the semantics: EEx 1.14.
"""

from __future__ import annotations

from types import GeneratorType
from typing import Any

from simulator.elixir.library.files.file import read_or_raise
from simulator.elixir.library.language.code import eval_quoted_in
from simulator.elixir.library.language.eex_templates import Engine, Steps, compiled
from simulator.elixir.runtime.errors import function_clause
from simulator.elixir.runtime.modules.modules import call, exports
from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.runtime.values.graphemes import is_binary
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list, to_list

_FILE, _LINE, _TRIM, _ENGINE = Atom("file"), Atom("line"), Atom("trim"), Atom("engine")
_PARSING = Atom("parser_options")
_OWN = Atom("Elixir.EEx.SmartEngine")


def compile_string(source: Any, options: Any = EMPTY) -> Steps:
    """``EEx.compile_string/1``, ``/2``"""
    if not is_binary(source):
        raise function_clause("EEx", "compile_string", 2, [source, options])
    known = dict(to_list(options)[::-1])
    if _PARSING in known:
        refuse("EEx with parser_options")
    trim = known.get(_TRIM) is Atom("true")
    engine = _engine(known.get(_ENGINE, _OWN))
    file, line = str(known.get(_FILE, "nofile")), known.get(_LINE, 1)
    return (yield from compiled(str(source), file, line, trim, engine, options))


def _engine(module: Any) -> Engine:
    """Return what calls the functions of an engine."""

    plain = module is not _OWN and ("handle_text", 3) not in exports(module)

    def ask(name: str, *args: Any) -> Steps:
        if plain and name == "handle_text":  # as engines had it before texts had a place
            args = (args[0], args[2])
        answer = call(module, name, args)
        if answer.__class__ is GeneratorType:
            answer = yield from answer
        return answer

    return ask


def compile_file(path: Any, options: Any = EMPTY) -> Steps:
    """``EEx.compile_file/1``, ``/2``"""
    return (yield from compile_string(read_or_raise(path), _in_file(path, options)))


def eval_string(source: Any, bindings: Any = EMPTY, options: Any = EMPTY) -> Any:
    """``EEx.eval_string/1``, ``/2``, ``/3``"""
    if not is_binary(source):
        raise function_clause("EEx", "eval_string", 3, [source, bindings, options])
    place = [pair for pair in to_list(options) if pair[0] in (_FILE, _LINE)]
    code = yield from compile_string(source, options)
    value, _ = yield from eval_quoted_in(code, bindings, from_list(place))
    return value


def eval_file(path: Any, bindings: Any = EMPTY, options: Any = EMPTY) -> Any:
    """``EEx.eval_file/1``, ``/2``, ``/3``"""
    return (yield from eval_string(read_or_raise(path), bindings, _in_file(path, options)))


def _in_file(path: Any, options: Any) -> Any:
    return from_list([*to_list(options), (_FILE, path), (_LINE, 1)])


def arguments(names: Any) -> Any:
    """Return the variables of these names, as quoted code."""
    return from_list([(name, EMPTY, Atom("nil")) for name in to_list(names)])


FUNCTIONS = {"__arguments__/1": arguments}
BLOCKING = {
    "compile_string/1": lambda source: compile_string(source),
    "compile_string/2": lambda source, options: compile_string(source, options),
    "compile_file/1": lambda path: compile_file(path),
    "compile_file/2": lambda path, options: compile_file(path, options),
    "eval_string/1": lambda source: eval_string(source),
    "eval_string/2": lambda source, bindings: eval_string(source, bindings),
    "eval_string/3": lambda source, bindings, options: eval_string(source, bindings, options),
    "eval_file/1": lambda path: eval_file(path),
    "eval_file/2": lambda path, bindings: eval_file(path, bindings),
    "eval_file/3": lambda path, bindings, options: eval_file(path, bindings, options),
}
MACROS = dict.fromkeys(f"function_from_{source}/{arity}" for source in ("file", "string") for arity in (3, 4, 5))
"""What there is; ``simulator.elixir.expand.modules.eex`` does it."""
