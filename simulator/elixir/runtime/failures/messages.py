"""The messages of exceptions, in Elixir's words.

Source of the words: Elixir 1.14, ``Exception.message/1`` and ``Exception.format_mfa/3``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from simulator.elixir.runtime.alone import settle
from simulator.elixir.runtime.errors import CAUGHT, Raised
from simulator.elixir.runtime.failures.assertions import assertion_message
from simulator.elixir.runtime.failures.posix import reason_text
from simulator.elixir.runtime.kinds import kind_name
from simulator.elixir.runtime.loaded import loaded
from simulator.elixir.runtime.modules.modules import exists, exports
from simulator.elixir.runtime.unsupported import stop_program
from simulator.elixir.runtime.values.operators import BINARIES
from simulator.kernel import TooMuchWork
from simulator.terms import Atom, inspect
from simulator.terms.lists import from_list, is_list, length, to_list
from simulator.terms.maps import STRUCT, Map

NIL: Final = Atom("nil")


CONVERTERS: Final[list[Callable[[BaseException], Any]]] = []
"""What tells what Python's errors stand for; :mod:`simulator.elixir.runtime.failures.converting` puts itself here."""
_DEEPEST: Final = 50
"""Messages within messages; a BEAM would go on for ever with those that fail again and again."""


def message(struct: Map, depth: int = 0) -> Any:
    """Return the message of an exception's struct; what is told where its module fails to make one."""
    module = struct.d[STRUCT]
    fields = {key.name: value for key, value in struct.d.items() if key.__class__ is Atom}
    make = _MESSAGES.get(module.name.removeprefix("Elixir."))
    if make is not None:
        return make(fields)
    own = loaded(module)
    if own is not None and "message/1" in own.functions:
        return _own_message(own.functions["message/1"], struct, depth)
    if own is not None and "message" not in fields:
        return _own_message(partial(_no_message, module), struct, depth)
    return fields.get("message", NIL)


def _no_message(module: Atom, struct: Map) -> Any:
    entry = (module, Atom("message"), from_list([struct]), from_list([]))
    raise Raised(Atom("undef"), None, (entry,))


def _own_message(make: Callable[[Map], Any], struct: Map, depth: int) -> Any:
    """Return what the program makes of it, or how that goes wrong, as ``Exception.message/1`` does."""
    where = f"while retrieving Exception.message/1 for {inspect(struct)}"
    try:
        made = settle(make(struct))
    except CAUGHT as failure:
        raised = CONVERTERS[0](failure)
        if raised.__class__ is not Raised:
            raise
        if depth > _DEEPEST:
            stop_program(TooMuchWork, f"no end: messages fail {where}")
        name, text = inspect(raised.struct.d[STRUCT]), message(raised.struct, depth + 1)
        return f"got {name} with message {inspect(text)} {where}. Stacktrace:\n{_frames(raised)}"
    return made if made.__class__ in BINARIES else f"got {inspect(made)} {where} (expected a string)"


def _frames(failure: Raised) -> str:
    """Return the stack trace of a message that failed."""
    from simulator.elixir.runtime.failures.stack import stacktrace
    from simulator.elixir.runtime.failures.traces import entry_text, of_term

    return "".join(f"    {entry_text(each)}\n" for each in of_term(stacktrace(failure)))


def name_and_arity(module: Any, name: Any, arity: Any) -> str:
    """Return a function as messages name it: ``Stack.push/2``; of an anonymous one who made it.

    >>> name_and_arity(Atom("Elixir.Stack"), Atom("push"), 2), name_and_arity(Atom("ets"), Atom("new"), 1)
    ('Stack.push/2', ':ets.new/1')
    >>> name_and_arity(Atom("Elixir.Stack"), Atom("-push/2-fun-0-"), 1)
    'anonymous fn/1 in Stack.push/2'
    """
    text = name.name if name.__class__ is Atom else str(name)
    count = arity if arity.__class__ is int else length(arity)
    if text.startswith("-"):
        inner = text[1:].rpartition("-fun-")[0]
        maker, _, size = inner.rpartition("/")
        if maker == "__FILE__":
            return f"anonymous fn/{count} in :elixir_compiler_0.__FILE__/1"
        return f"anonymous fn/{count} in {inspect(module)}.{shown_name(maker)}/{size}"
    return f"{inspect(module)}.{shown_name(text)}/{count}"


def shown_name(name: str) -> str:
    """Return a function's name as it is written after a dot.

    >>> shown_name("push"), shown_name("+"), shown_name("a b")
    ('push', '+', '"a b"')
    """
    shown = inspect(Atom(name))
    text = shown[1:] if shown.startswith(":") else name
    return text


def _clause(fields: dict[str, Any]) -> str:
    if fields["function"] is NIL:
        return "no function clause matches"
    return f"no function clause matching in {name_and_arity(fields['module'], fields['function'], fields['arity'])}"


def _undefined(fields: dict[str, Any]) -> Any:
    if fields.get("message", NIL) is not NIL:
        return fields["message"]
    module, name, arity = fields["module"], fields["function"], fields["arity"]
    if name is NIL:
        return "undefined function"
    if module is NIL:
        return f"function nil.{shown_name(name.name)}/{arity} is undefined"
    title = name_and_arity(module, name, arity)
    if not exists(module):
        return f"function {title} is undefined (module {inspect(module)} is not available)"
    return f"function {title} is undefined or private"


def _similar(module: Atom, name: str, arity: int) -> str:
    """Return Elixir's hint of what may have been meant."""
    from simulator.elixir.runtime.failures.similar import jaro

    found = []
    for known, size in exports(module):
        if known == name:
            found.append((2.0, known, size))
        else:
            likeness = jaro(name, known)
            if likeness > 0.77:
                found.append((likeness, known, size))
    if not found:
        return ""
    found.sort(key=lambda each: (-each[0], each[1], each[2]))
    shown = sorted(found[:5], key=lambda each: (-each[0], each[1], each[2]))
    same = [each for each in found if each[1] == name]
    if same:
        shown = sorted(same, key=lambda each: each[2])
    lines = "".join([f"      * {shown_name(known)}/{size}\n" for _, known, size in shown])
    return f". Did you mean:\n\n{lines}"


def _arity(fields: dict[str, Any]) -> str:
    args = to_list(fields["args"]) if is_list(fields["args"]) else []
    told = ", ".join(map(inspect, args))
    wanted = fields["function"].__code__.co_argcount
    count = "1 argument" if len(args) == 1 else f"{len(args)} arguments" if args else "no arguments"
    given = f" ({told})" if args else ""
    return f"{inspect(fields['function'])} with arity {wanted} called with {count}{given}"


def _key(fields: dict[str, Any]) -> Any:
    if fields.get("message", NIL) is not NIL:
        return fields["message"]
    key, term = fields["key"], fields["term"]
    if term is NIL:
        return f"key {inspect(key)} not found"
    return f"key {inspect(key)} not found in: {inspect(term)}"


def blamed(struct: Map) -> str:
    """Return what ``Exception.blame/3`` adds to the message of an exception that nobody caught: a hint, or nothing."""
    fields = {key.name: value for key, value in struct.d.items() if key.__class__ is Atom}
    name = struct.d[STRUCT].name.removeprefix("Elixir.")
    if fields.get("message", NIL) is not NIL:
        return ""
    if name == "KeyError":
        return _similar_key(fields["key"], fields["term"])
    if name == "UndefinedFunctionError" and fields["function"] is not NIL:
        if fields["module"] is NIL:
            return "" if fields["arity"] else (
                ". If you are using the dot syntax, such as module.function(), make sure the left-hand side of the dot "
                "is a module atom"
            )
        if exists(fields["module"]):
            return _similar(fields["module"], fields["function"].name, fields["arity"])
    return ""


def _similar_key(key: Any, term: Any) -> str:
    from simulator.elixir.runtime.failures.similar import jaro

    if term.__class__ is Map:
        known = list(term.d)
    elif is_list(term):
        known = [pair[0] for pair in to_list(term) if pair.__class__ is tuple and len(pair) == 2]
    else:
        return ""
    if key.__class__ is not Atom:
        return ""
    atoms = [each for each in known if each.__class__ is Atom]
    found = [(jaro(key.name, each.name), each.name) for each in atoms]
    close = sorted([each for each in found if each[0] > 0.77], key=lambda each: (-each[0], each[1]))[:5]
    if not close:
        return ""
    lines = "\n".join([f"      * {inspect(Atom(name))}" for name in sorted(name for _, name in close)])
    return f". Did you mean:\n\n{lines}\n"


def _protocol(fields: dict[str, Any]) -> str:
    protocol, value, description = fields["protocol"], fields["value"], fields["description"]
    kind = _kind(value)
    text = f"protocol {inspect(protocol)} not implemented for {inspect(value)} of type {kind}"
    return f"{text}, {description}" if description else text


def _kind(value: Any) -> str:
    if value.__class__ is Map and value.d.get(STRUCT).__class__ is Atom:
        return f"{inspect(value.d[STRUCT])} (a struct)"
    return kind_name(value)


def _boolean(fields: dict[str, Any]) -> str:
    operator = fields["operator"]
    name = operator.name if operator.__class__ is Atom else operator
    return f'expected a boolean on left-side of "{name}", got: {inspect(fields["term"])}'


def _erlang(fields: dict[str, Any]) -> str:
    reason = fields.get("reason", NIL)
    return f"Erlang error: {inspect(fields['original'])}{'' if reason in (NIL, None) else reason}"


def _file(fields: dict[str, Any]) -> str:
    why = _problem(fields["reason"])
    if fields["action"] == "remove directory" and fields["reason"] is Atom("eexist"):
        why = "directory is not empty"
    return f"could not {fields['action']} {inspect(fields['path'])}: {why}"


def _problem(reason: Any) -> str:
    return str(reason_text(reason))


def _copy(fields: dict[str, Any]) -> str:
    on = f". {fields['on']}" if fields["on"] else ""
    return (
        f"could not {fields['action']} from {inspect(fields['source'])} to {inspect(fields['destination'])}{on}: "
        f"{_problem(fields['reason'])}"
    )


def _source(fields: dict[str, Any]) -> str:
    file = fields["file"] if fields["file"] is not NIL else "nofile"
    line = f":{fields['line']}" if fields["line"] is not NIL else ""
    return f"{file}{line}: {fields['description']}"


def _environment(fields: dict[str, Any]) -> str:
    return f"could not fetch environment variable {inspect(fields['env'])} because it is not set"


_MESSAGES: Final[dict[str, Callable[[dict[str, Any]], Any]]] = {
    "ExUnit.AssertionError": assertion_message,
    "MatchError": lambda f: f"no match of right hand side value: {inspect(f['term'])}",
    "CaseClauseError": lambda f: f"no case clause matching: {inspect(f['term'])}",
    "WithClauseError": lambda f: f"no with clause matching: {inspect(f['term'])}",
    "TryClauseError": lambda f: f"no try clause matching: {inspect(f['term'])}",
    "CondClauseError": lambda f: "no cond clause evaluated to a truthy value",
    "BadMapError": lambda f: f"expected a map, got: {inspect(f['term'])}",
    "BadStructError": lambda f: f"expected a struct named {inspect(f['struct'])}, got: {inspect(f['term'])}",
    "BadFunctionError": lambda f: f"expected a function, got: {inspect(f['term'])}",
    "BadBooleanError": _boolean,
    "BadArityError": _arity,
    "KeyError": _key,
    "FunctionClauseError": _clause,
    "UndefinedFunctionError": _undefined,
    "ErlangError": _erlang,
    "Protocol.UndefinedError": _protocol,
    "File.Error": _file,
    "File.CopyError": _copy,
    "CompileError": _source,
    "SyntaxError": _source,
    "TokenMissingError": _source,
    "EEx.SyntaxError": lambda f: f"{f['file']}:{f['line']}:{f['column']}: {f['message']}",
    "System.EnvError": _environment,
    "URI.Error": lambda f: f"cannot {f['action'].name} due to reason {f['reason'].name}: {inspect(f['part'])}",
    "Version.InvalidVersionError": lambda f: f"invalid version: {inspect(f['version'])}",
    "Version.InvalidRequirementError": lambda f: f"invalid requirement: {inspect(f['requirement'])}",
}
