"""The modules there are: those of the program, and the library's; calls whose module is known only when made."""

from __future__ import annotations

from functools import lru_cache
from types import FunctionType
from typing import Any, Final

from simulator.elixir.runtime import index
from simulator.elixir.runtime.errors import Raised, erlang, error, rejected
from simulator.elixir.runtime.loaded import Loaded, loaded, sought, spare
from simulator.elixir.runtime.modules.reflection import function_of, told_by
from simulator.elixir.runtime.unsupported import refuse, shown_function
from simulator.elixir.runtime.world import world
from simulator.terms import Atom, Pid, Reference
from simulator.terms.bits import Bits
from simulator.terms.lists import Cell, Empty, from_list, parts
from simulator.terms.maps import STRUCT, Map

_GENERATOR = 0x20  # CO_GENERATOR
_PLAIN = frozenset([int, float, str, Atom, Bits, Pid, Reference, Empty])


def find(module: Atom, name: str, arity: int) -> Any:
    """Return the function ``module.name/arity``, of a program or the library; None if there is none.

    Of a library's function that takes functions it is the form that may block.
    """
    key = f"{name}/{arity}"
    own = loaded(module)
    if own is not None:
        return own.functions.get(key) or _built_in(own, key)
    return index.blocking(module.name).get(key) or index.functions(module.name).get(key) or told_by(module, key)


def plain(module: str, name: str, arity: int) -> Any:
    """Return the library's function that does not block, or None."""
    return index.functions(module).get(f"{name}/{arity}")


def library_function(module: str, name: str, arity: int, blocking: bool) -> Any:
    """Return a function of the library, in the form that may block or the other one."""
    return (index.blocking(module) if blocking else index.functions(module))[f"{name}/{arity}"]


def called_parameters(module: str, name: str, arity: int) -> frozenset[int]:
    """Return the places of those parameters of a library's function that it calls and keeps nowhere.

    They are the ones annotated as ``Fun`` in a source that has a twin which waits.
    """
    function = index.functions(module).get(f"{name}/{arity}")
    code = getattr(function, "__code__", None)
    if code is None:
        return frozenset()
    told = function.__annotations__
    return frozenset(
        place for place, called in enumerate(code.co_varnames[: code.co_argcount]) if told.get(called) == "Fun"
    )


def _built_in(module: Loaded, key: str) -> Any:
    if key == "module_info/0" or key == "module_info/1" or key == "__info__/1" or key in spare(module):
        return function_of(module, key)
    return None


def forms(module: str, name: str, arity: int) -> tuple[bool, bool] | None:
    """Return whether the library has a plain form of a function, and one that blocks; None if it has neither."""
    key = f"{name}/{arity}"
    has_plain, has_blocking = key in index.functions(module), key in index.blocking(module)
    return (has_plain, has_blocking) if has_plain or has_blocking else None


def known(module: Atom, name: str, arity: int, macro: bool = False) -> bool:
    """Return whether there is such a function, or such a macro."""
    if not macro:
        return find(module, name, arity) is not None
    own = loaded(module)
    if own is not None:
        return f"{name}/{arity}" in (own.info or {}).get("macros", ())
    return (index.known(module.name) or {}).get(f"{name}/{arity}") == "macro"


def exports(module: Atom) -> list[tuple[str, int]]:
    """Return names and arities of the functions that a module exports, sorted."""
    own = loaded(module)
    keys = own.functions if own is not None else {**index.functions(module.name), **index.blocking(module.name)}
    found = [(name, int(arity)) for name, _, arity in (key.rpartition("/") for key in keys)]
    return sorted(found)


def exists(module: Atom) -> bool:
    """Return whether there is such a module, in the program or the library."""
    return loaded(module) is not None or index.library(module.name) is not None


def call(module: Any, name: str, args: Any) -> Any:
    """Call ``module.name(*args)``. What it gives may be a generator, which is to be run then.

    Raises ``UndefinedFunctionError``; ``ArgumentError`` for what is no module.
    """
    if module.__class__ is not Atom:
        raise rejected(1, "not an atom")
    own = loaded(module)
    key = f"{name}/{len(args)}"
    if own is not None:
        function = own.functions.get(key) or _built_in(own, key)
    else:
        function = index.functions(module.name).get(key)
        blocking = index.blocking(module.name).get(key)
        if blocking is not None and (function is None or any(map(may_block, args))):
            function = blocking
        function = function or told_by(module, key)
    if function is None:
        if sought(module, called=True):
            return call(module, name, args)
        raise undefined(module, name, len(args), args)
    return function(*args)


def may_block(term: Any) -> bool:
    """Return whether *term* is a function that may block, or may have one in it: a stream or a list of such."""
    kind = term.__class__
    if kind in _PLAIN:
        return False
    if kind is FunctionType:
        return bool(term.__code__.co_flags & _GENERATOR) or "start" in term.__dict__
    if kind is Map:
        return STRUCT in term.d or any(map(may_block, term.d.values()))
    if kind is tuple:
        return any(map(may_block, term))
    return not isinstance(term, Cell) or any(map(may_block, parts(term)[0]))


def undefined(module: Atom, name: str, arity: int, args: Any = None) -> Raised:
    """Return the error of a call of a function that does not exist; one that is not supported stops the program."""
    check_supported(module, name, arity)
    found = erlang(Atom("undef"))
    told = arity if args is None else from_list(list(args))
    found.frames = ((module, Atom(name), told, from_list([])),)
    return found


def check_supported(module: Atom, name: str, arity: int) -> None:
    """Stop the program that calls what is not here, where real Elixir or the project has such a function."""
    foreign = world().foreign.get(module.name)
    if foreign is not None:
        refuse(f"{shown_function(module.name, name, arity)}, {foreign}")
    if f"{name}/{arity}" in _lacking(module):
        refuse(shown_function(module.name, name, arity))


def lacks(module: Atom, name: str) -> bool:
    """Return whether a function of this name may be one that is there and not supported."""
    return module.name in world().foreign or any(key.rpartition("/")[0] == name for key in _lacking(module))


def _lacking(module: Atom) -> list[str]:
    """Return the functions of a real module, as far as the program does not have it as its own."""
    known_names = (index.known(module.name) or {}) if loaded(module) is None else {}
    return [key for key, kind in known_names.items() if kind == "function"]


def check_function(module: Any, name: Any, arity: Any) -> None:
    """Raise ``ArgumentError`` for what is no module, no name or no arity."""
    for place, each in enumerate((module, name), 1):
        if each.__class__ is not Atom:
            raise rejected(place, "not an atom")
    if arity.__class__ is not int:
        raise rejected(3, "not an integer")


def captured(module: Any, name: Any, arity: Any) -> Any:
    """Return the function ``&module.name/arity``, whether it exists or not."""
    check_function(module, name, arity)
    if arity < 0:
        raise rejected(3, "out of range")
    if arity > _MOST_ARGUMENTS:
        raise error("ArgumentError", message="argument error")
    found = find(module, name.name, arity)
    return missing(module, name.name, arity) if found is None else found


_MOST_ARGUMENTS: Final = 255


def missing(module: Atom, name: str, arity: int) -> Any:
    """Return a function that raises ``UndefinedFunctionError`` when it is called."""
    shown = ", ".join(f"a{index}" for index in range(arity))
    source = f"lambda {shown}: call(module, name, ({shown}{',' if arity else ''}))"
    made: Any = eval(compile(source, __file__, "eval"), {"call": call, "module": module, "name": name})
    made.__qualname__ = shown_function(module.name, name, arity)
    return made


def label_of(function: Any) -> str:
    """Return what a process that runs this function is called: ``Mod.fun/1``, ``fn in Mod.fun/1``, ``fn``."""
    return _label(function.__qualname__)


@lru_cache(1024)
def _label(title: str) -> str:
    module, dash, rest = title.partition("-")
    if not dash or not title.endswith("-"):
        return title
    maker = rest.rpartition("-fun-")[0]
    return "fn" if not module else f"fn in {module}{maker}"
