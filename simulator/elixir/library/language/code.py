"""Elixir's ``Code``, as far as a program that is already loaded can ask for it."""

from __future__ import annotations

import os
from types import GeneratorType
from typing import Any, Final

from simulator.elixir.library.files.io import to_stderr
from simulator.elixir.library.files.streams import reason_of
from simulator.elixir.library.language.code_options import OPTIONS
from simulator.elixir.library.language.scripts import count_compiled, run_script
from simulator.elixir.runtime import open_modules
from simulator.elixir.runtime.bridge import NIL, boolean
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.loaded import loaded, sought
from simulator.elixir.runtime.modules.modules import exists
from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.runtime.values.texts import to_text
from simulator.elixir.runtime.world import World, world
from simulator.terms import Atom, inspect
from simulator.terms.lists import EMPTY, from_list, is_cell, parts, to_list
from simulator.terms.maps import Map, get, pairs
from simulator.terms.places import seen_from


def ensure_loaded(module: Any) -> Any:
    """``Code.ensure_loaded/1``"""
    return (Atom("module"), module) if exists(module) else (Atom("error"), Atom("nofile"))


def ensure_loaded_strictly(module: Any) -> Any:
    """``Code.ensure_loaded!/1``"""
    if exists(module):
        return module
    raise error("ArgumentError", message=f"could not load module {inspect(module)} due to reason :nofile")


def ensure_compiled(module: Any) -> Any:
    """``Code.ensure_compiled/1``: what another file defines that is still to be compiled is waited for."""
    return (Atom("module"), module) if exists(module) or sought(module) else ensure_loaded(module)


def ensure_compiled_strictly(module: Any) -> Any:
    """``Code.ensure_compiled!/1``"""
    return module if exists(module) or sought(module) else ensure_loaded_strictly(module)


def is_compiled(module: Any) -> Any:
    """``Code.ensure_compiled?/1``"""
    return boolean(exists(module) or sought(module))


def is_loaded(module: Any) -> Any:
    """``Code.ensure_loaded?/1``"""
    return boolean(exists(module))


def require_file(path: Any) -> Any:
    """``Code.require_file/1``"""
    return (yield from require_file_in(path, ""))


def require_file_in(path: Any, folder: Any) -> Any:
    """``Code.require_file/2``: loads and runs another file, once; the answer is the list of its modules."""
    full = os.path.normpath(os.path.join(world().files.folder, folder if folder is not NIL else "", path))
    if full in world().required:
        return NIL
    world().required.add(full)
    return (yield from _loaded(full))


def required_files() -> Any:
    """``Code.required_files/0``"""
    return from_list(sorted(world().required))


def unrequire_files(paths: Any) -> Any:
    """``Code.unrequire_files/1``: another ``require_file`` loads them again."""
    world().required.difference_update(to_list(paths))
    return Atom("ok")


def load_file(path: Any) -> Any:
    """``Code.compile_file/1``, which loads it as often as it is called."""
    return (yield from _loaded(os.path.normpath(os.path.join(world().files.folder, path))))


def load_file_in(path: Any, folder: Any) -> Any:
    """``Code.compile_file/2``"""
    return (yield from _loaded(os.path.normpath(os.path.join(world().files.folder, folder, path))))


def _loaded(path: str) -> Any:
    """Load a file, run its top level, and return its modules, each with what would be its code."""
    from simulator.elixir.runtime.running.image import load_program

    script = _prepared(seen_from(path, world().files.folder), _text_of(path))
    if script.warned():
        to_stderr("\n".join(script.warned()) + "\n")
    made = []
    for image in script.images:
        yield from load_program(image)()
        made += [(Atom(name), "") for name, _, _ in image.modules]
    return from_list(made)


def _text_of(path: str) -> str:
    """Return the text of a file of code. Raises ``Code.LoadError``."""
    try:
        return world().files.read(path).decode("utf-8")
    except OSError as wrong:
        reason = reason_of(wrong)
        said = f"could not load {path}. Reason: {reason.name}"
        raise error("Code.LoadError", file=path, message=said, reason=reason) from None


def eval_file(path: Any) -> Any:
    """``Code.eval_file/1``"""
    return (yield from eval_file_in(path, NIL))


def eval_file_in(path: Any, folder: Any) -> Any:
    """``Code.eval_file/2``: the value of a file of code, and the variables that it leaves."""
    full = os.path.normpath(os.path.join(world().files.folder, folder if folder is not NIL else "", path))
    return (yield from eval_string_in(_text_of(full), EMPTY, from_list([(Atom("file"), full)])))


def fetch_docs(given: Any) -> Any:
    """``Code.fetch_docs/1``: documentation stands in compiled files alone, which a module of a script has none of."""
    if given.__class__ is not str and given.__class__ is not Atom:
        raise function_clause("Code", "fetch_docs", 1, [given])
    kept = world().files.exists(given) if isinstance(given, str) else _is_kept_compiled(given)
    if kept:
        refuse("Code.fetch_docs/1 of a module that is kept compiled")
    return (Atom("error"), Atom("module_not_found"))


def _is_kept_compiled(module: Atom) -> bool:
    """Return whether real Elixir has the module in a compiled file: its own, and those of a project."""
    return exists(module) and (loaded(module) is None or world().mix is not None)


def _prepared(file: str, text: str, evaluated: bool = False) -> Any:
    """Compile a text with what is known of the program's modules; its own are known to what comes later."""
    count_compiled(text)
    compiler = world().compiler
    if compiler is not None:
        return compiler(file, text, evaluated)
    script = World.prepare([(file, text)], before=world().sources)
    if any(image.modules for image in script.images):
        world().sources.append((file, text))
    return script


def eval_string(text: Any) -> Any:
    """``Code.eval_string/1``: the value of the code, and no variables."""
    value = yield from _evaluated("nofile", str(to_text(text)))
    return (value, from_list([]))


def _evaluated(file: str, text: str) -> Any:
    from simulator.elixir.runtime.running.image import load_program

    value: Any = NIL
    for image in _prepared(file, text, True).images:
        value = yield from load_program(image)()
    return value


def eval_string_with(text: Any, binding: Any) -> Any:
    """``Code.eval_string/2``: the value of the code, and the variables that it leaves, those given among them."""
    return (yield from eval_string_in(text, binding, EMPTY))


def eval_string_in(text: Any, binding: Any, place: Any) -> Any:
    """``Code.eval_string/3``: *place* is an ``__ENV__``, or options of the same names.

    File, line, aliases, requires and imports count.
    """
    from simulator.elixir.syntax.read import parse
    from simulator.elixir.tree.quoted import to_terms

    known = dict(pairs(place) if place.__class__ is Map else to_list(place))
    file, line = str(known.get(Atom("file"), "nofile")), known.get(Atom("line"), 1)
    above = "\n" * (line - 1)
    count_compiled(str(to_text(text)))
    return (yield from eval_quoted_in(to_terms(parse(f"{above}{to_text(text)}", file)), binding, place))


_VALUE: Final = "value_of_eval_string"


def eval_quoted(quoted: Any) -> Any:
    """``Code.eval_quoted/1``"""
    return (yield from eval_quoted_in(quoted, EMPTY, EMPTY))


def eval_quoted_with(quoted: Any, binding: Any) -> Any:
    """``Code.eval_quoted/2``"""
    return (yield from eval_quoted_in(quoted, binding, EMPTY))


def eval_quoted_in(quoted: Any, binding: Any, place: Any) -> Any:
    """``Code.eval_quoted/3``: the value of quoted code, and the variables that it leaves.

    In the ``__ENV__`` of a module that is being defined it is as if it stood in the body.
    """
    module = get(place, Atom("module"), NIL) if place.__class__ is Map else NIL
    if open_modules.is_open(module) and get(place, Atom("function"), NIL) is NIL:
        open_modules.find(module).do("eval_quoted", quoted)
        return (NIL, EMPTY)
    count_compiled(quoted)
    names = [_variable(name) for name, _ in to_list(binding)]
    contexts = [NIL, *_contexts(quoted, [])]
    left = from_list([(Atom("binding"), EMPTY, from_list([each])) for each in contexts])
    value = (Atom(_VALUE), EMPTY, NIL)
    body = (Atom("__block__"), EMPTY, from_list([(Atom("="), EMPTY, from_list([value, quoted])), (value, left)]))
    clause = (Atom("->"), EMPTY, from_list([from_list(names), body]))
    function = yield from run_script(World.evaluate((Atom("fn"), EMPTY, from_list([clause])), place))
    answer = function(*[given for _, given in to_list(binding)])
    if answer.__class__ is GeneratorType:
        answer = yield from answer
    value, found = answer
    told = [
        (name if context is NIL else (name, context), held)
        for context, pairs_of in zip(contexts, to_list(found), strict=True)
        for name, held in to_list(pairs_of)
        if name.name != _VALUE
    ]
    return value, from_list(told[::-1])


def _contexts(term: Any, found: list[Any]) -> list[Any]:
    """Return the contexts of the variables of quoted code."""
    if term.__class__ is tuple:
        named = len(term) == 3 and term[0].__class__ is Atom and term[2].__class__ is Atom and term[2] is not NIL
        if named and term[2] not in found:
            found.append(term[2])
        for each in term:
            _contexts(each, found)
    elif is_cell(term):
        for each in parts(term)[0]:
            _contexts(each, found)
    return found


def _variable(name: Any) -> Any:
    """Return the variable of a binding: a name, or one with its context."""
    return (name[0], EMPTY, name[1]) if name.__class__ is tuple else (name, EMPTY, NIL)


def compile_quoted(quoted: Any) -> Any:
    """``Code.compile_quoted/1``"""
    return (yield from compile_quoted_in(quoted, "nofile"))


def compile_quoted_in(quoted: Any, file: Any) -> Any:
    """``Code.compile_quoted/2``: runs quoted code, and tells the modules that it defines."""
    count_compiled(quoted)
    script = World.evaluate(quoted, from_list([(Atom("file"), file)]))
    yield from run_script(script)
    return from_list([(Atom(name), b"") for image in script.images for name, _, _ in image.modules])


def compile_string(text: Any) -> Any:
    """``Code.compile_string/1``"""
    return (yield from compile_string_in(text, "nofile"))


def compile_string_in(text: Any, file: Any) -> Any:
    """``Code.compile_string/2``: runs code, and tells the modules that it defines."""
    from simulator.elixir.syntax.read import parse
    from simulator.elixir.tree.quoted import to_terms

    count_compiled(str(to_text(text)))
    return (yield from compile_quoted_in(to_terms(parse(str(to_text(text)), file)), file))


def string_to_quoted_strictly(text: Any, options: Any = EMPTY) -> Any:
    """``Code.string_to_quoted!/1``, ``/2``"""
    from simulator.elixir.syntax.read import parse
    from simulator.elixir.tree.quoted import to_terms

    file, line = "nofile", 1
    for key, value in to_list(options):
        if key is Atom("file"):
            file = str(value)
        elif key is Atom("line"):
            line = value
        else:
            refuse(f"Code.string_to_quoted with {inspect(key)}")
    count_compiled(str(to_text(text)))
    return to_terms(parse("\n" * (line - 1) + str(to_text(text)), file))


def string_to_quoted(text: Any, options: Any = EMPTY) -> Any:
    """``Code.string_to_quoted/1``, ``/2``: of text with an error in it, it tells where that is and what it is."""
    from simulator.elixir.syntax.errors import SyntaxError

    try:
        return Atom("ok"), string_to_quoted_strictly(text, options)
    except SyntaxError as wrong:
        place = from_list([(Atom("line"), wrong.line), (Atom("column"), wrong.column)])
        return Atom("error"), (place, wrong.message, "")


FUNCTIONS = {
    "ensure_loaded/1": ensure_loaded, "ensure_loaded!/1": ensure_loaded_strictly, "ensure_loaded?/1": is_loaded,
    "required_files/0": required_files, "unrequire_files/1": unrequire_files,
    "can_await_module_compilation?/0": lambda: boolean(open_modules.is_any_open()),
    "ensure_compiled/1": ensure_compiled, "ensure_compiled!/1": ensure_compiled_strictly,
    "ensure_compiled?/1": is_compiled, "fetch_docs/1": fetch_docs, **OPTIONS,
    "string_to_quoted/1": lambda text: string_to_quoted(text),
    "string_to_quoted/2": lambda text, options: string_to_quoted(text, options),
    "string_to_quoted!/1": lambda text: string_to_quoted_strictly(text),
    "string_to_quoted!/2": lambda text, options: string_to_quoted_strictly(text, options),
}  # fmt: skip
BLOCKING = {
    "require_file/1": require_file, "require_file/2": require_file_in, "compile_file/1": load_file,
    "compile_file/2": load_file_in, "load_file/1": load_file, "load_file/2": load_file_in,
    "eval_file/1": eval_file, "eval_file/2": eval_file_in,
    "eval_string/1": eval_string, "eval_string/2": eval_string_with,
    "eval_string/3": eval_string_in, "eval_quoted/1": eval_quoted, "eval_quoted/2": eval_quoted_with,
    "eval_quoted/3": eval_quoted_in, "compile_quoted/1": compile_quoted, "compile_quoted/2": compile_quoted_in,
    "compile_string/1": compile_string, "compile_string/2": compile_string_in,
}  # fmt: skip
