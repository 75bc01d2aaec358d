"""``Kernel.Utils``: what the expander's code calls besides Elixir's own functions."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.files.io import to_stderr
from simulator.elixir.library.language.scripts import count_compiled, run_script
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.modules.modules import call
from simulator.elixir.runtime.open_modules import innermost, is_any_open
from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.runtime.values.enumerable import listed
from simulator.elixir.runtime.world import World, current, world
from simulator.otp.server.gen import told_then
from simulator.terms import Atom, atom, inspect
from simulator.terms.lists import EMPTY, from_list, is_cell, to_list
from simulator.terms.maps import Map, get, has, put, struct_name

_NIL = Atom("nil")
_EXCEPTION = Atom("__exception__")
_STRUCT = Atom("__struct__")


def destructure(value: Any, size: Any) -> Any:
    """Return a list of exactly *size*: cut, or filled up with ``nil``; ``nil`` counts as empty."""
    items = to_list(value) if is_cell(value) else []
    return from_list([*items[:size], *([_NIL] * (size - len(items)))]) if size else EMPTY


def raised_fields(default: Any, fields: Any) -> Any:
    """Return those fields that an exception has, of what is given where it is raised; the others are warned of."""
    given = list(to_list(fields))
    unknown = [pair for pair in given if pair.__class__ is tuple and len(pair) == 2 and not has(default, pair[0])]
    if not unknown:
        return fields
    name = inspect(struct_name(default))
    to_stderr(
        f"warning: the following fields are unknown when raising {name}: {inspect(from_list(unknown))}. "
        f"Please make sure to only give known fields when raising or redefine {name}.exception/1 to discard "
        "unknown fields. Future Elixir versions will raise on unknown fields given to raise/2\n"
    )
    return from_list([pair for pair in given if pair not in unknown])


def struct_from(default: Any, required: Any, fields: Any) -> Any:
    """Return the struct *default* with *fields*, which must be its own and among which must be the *required*."""
    result = default
    given = []
    for pair in listed(fields):
        if pair.__class__ is not tuple or len(pair) != 2:
            raise function_clause(get(default, _STRUCT), "-__struct__/1-fun-0-", 2, [pair, result])
        key, value = pair
        if not has(default, key):
            raise error("KeyError", key=key, term=_NIL)
        given.append(key)
        result = put(result, key, value)
    missing = [key for key in to_list(required) if key not in given]
    if missing:
        name = inspect(get(default, _STRUCT))
        raise error("ArgumentError", message="the following keys must also be given when building struct "
                    f"{name}: {inspect(from_list(missing))}")  # fmt: skip
    return result


def raised(value: Any) -> Any:
    """Return the exception that ``raise value`` raises: of a text, a module or an exception; steps, if it has to."""
    if value.__class__ is str:
        return error("RuntimeError", message=value).original
    if value.__class__ is Atom:
        return call(value, "exception", [EMPTY])
    if value.__class__ is Map and has(value, _EXCEPTION):
        return value
    told = "raise/1 and reraise/2 expect a module name, string or exception as the first argument, got: "
    return error("ArgumentError", message=f"{told}{inspect(value)}").original


def compile_error(exception: Any, message: Any, file: Any, line: Any) -> Any:
    """Raise what was wrong with the source of a module whose definition a function has come to."""
    name = exception.name
    if name == "CompileError":
        raise error(name, file=file, line=line, description=message)
    raise error(name, message=message)


def gen_server_default(callback: Any, args: Any) -> Any:
    """Do what ``use GenServer`` defines for a callback, for a module that calls it as ``super``."""
    proc = current()
    names = [name for name in proc.registered() if proc.whereis(name) == proc.pid]
    who = inspect(names[0] if names else proc.pid)
    module, message, *state = to_list(args)
    if callback is atom.handle_info:
        told = f"{inspect(module)} {who} received unexpected message in handle_info/2: {inspect(message)}\n"
        report = proc.report(told, "no_handle_info", module=module, message=message)
        return told_then(report, (atom.noreply, state[0]))
    kind = "call" if callback is atom.handle_call else "cast"
    arity = 3 if callback is atom.handle_call else 2
    raise error("RuntimeError", message=f"attempted to {kind} GenServer {who} but no handle_{kind}/{arity} clause was "
                "provided")  # fmt: skip


def define(module: Any, kind: Any, head: Any, body: Any, line: Any) -> Any:
    """Define a function in the module whose body runs now."""
    return innermost().do("define", kind, head, body, line)


def define_module(name: Any, quoted: Any, place: Any, held: Any) -> Any:
    """Define a module whose name, or variables of whose body, are known only now."""
    if name.__class__ is not Atom:
        raise error("ArgumentError", message=f"invalid module name: {inspect(name)}")
    if is_any_open():
        return innermost().do("define_module", name, quoted, place, held)
    count_compiled(quoted)
    return (yield from run_script(World.define(name, quoted, place, held)))


def document(module: Any, name: Any, text: Any, line: Any) -> Any:
    """Keep a text of documentation of the module that is being defined."""
    return innermost().do("document", name, text, line)


def get_attribute(module: Any, name: Any) -> Any:
    """Return what an attribute of the module holds whose body runs now."""
    return innermost().read_attribute(name.name)


def put_attribute(module: Any, name: Any, value: Any) -> Any:
    """Set an attribute of the module whose body runs now."""
    return innermost().do("put_attribute", name, value)


def register_test(module: Any, message: Any, line: Any) -> Any:
    """Note a test of the module whose body runs now; return its function's name."""
    return innermost().do("register_test", message, line)


def register_callback(module: Any, kind: Any, line: Any) -> Any:
    """Note a ``setup`` of the module whose body runs now; return its function's name."""
    return innermost().do("register_callback", kind, line)


def describe(module: Any, title: Any, line: Any) -> Any:
    """Begin or end a ``describe`` in the module whose body runs now."""
    return innermost().do("describe", title, line)


def refuse_module(module: Any, why: Any) -> Any:
    """Note a module that is there and was not compiled, and why."""
    world().foreign[module.name] = why
    return _NIL


def on_load(module: Any, answer: Any) -> Any:
    """Take what the function answered that is called when a module is loaded: one that fails unloads it, on a BEAM."""
    if answer is not atom.ok:
        refuse(f"a module whose @on_load answers {inspect(answer)}: {inspect(module)}")
    return answer


FUNCTIONS = {
    "on_load/2": on_load,
    "compile_error/4": compile_error,
    "define/5": define,
    "describe/3": describe,
    "destructure/2": destructure,
    "gen_server_default/2": gen_server_default,
    "get_attribute/2": get_attribute, "put_attribute/3": put_attribute, "document/4": document,
    "raise/1": raised,
    "raised_fields/2": raised_fields,
    "refuse/1": refuse,
    "refuse_module/2": refuse_module,
    "register_callback/3": register_callback,
    "register_test/3": register_test,
    "struct_from/3": struct_from,
}
BLOCKING = {"define_module/4": define_module}
