"""``ExUnit.Case``: its macros are the expander's; what is left is that a module tells of itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.elixir.library.ex_unit.suite import suite
from simulator.elixir.runtime.bridge import NIL, TRUE
from simulator.elixir.runtime.open_modules import find, innermost
from simulator.elixir.runtime.running.flow import no_clause
from simulator.elixir.runtime.values.texts import to_text
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, is_list, to_list
from simulator.terms.maps import Map, get

_CASE: Final = Atom("Elixir.ExUnit.Case")


def register(module: Any, asynchronous: Any) -> Atom:
    """Note a module that has tests."""
    suite().modules.append((module, asynchronous is Atom("true")))
    return Atom("ok")


def register_test(env: Any, kind: Any, name: Any, tags: Any) -> Atom:
    """``ExUnit.Case.register_test/4``: notes a test of some kind in the module whose body runs; its function's name."""
    return register_test_at(NIL, NIL, get(env, Atom("line")), kind, name, tags)


def register_test_at(module: Any, file: Any, line: Any, kind: Any, name: Any, tags: Any) -> Atom:
    """``ExUnit.Case.register_test/6``"""
    told = [each if each.__class__ is tuple else (each, TRUE) for each in to_list(tags)]
    made: Atom = innermost().do("register_test", to_text(name), line, kind.name, told)
    return made


def _registering(kind: str) -> dict[str, Callable[..., Any]]:
    """Return the functions that register an attribute of tests of some kind."""
    name = "register_attribute" if kind == "test" else f"register_{kind}_attribute"

    def register_attribute_as(module: Any, attribute: Any, options: Any) -> Atom:
        if module.__class__ is Map:
            module = get(module, Atom("module"))
        if module.__class__ is not Atom or attribute.__class__ is not Atom or not is_list(options):
            raise no_clause(_CASE, name, (module, attribute, options))
        given = {key.name: value is TRUE for key, value in to_list(options)}
        made: Atom = find(module).do("register_attribute", kind, attribute.name, given)
        return made

    def register_attribute(module: Any, attribute: Any) -> Atom:
        return register_attribute_as(module, attribute, EMPTY)

    return {f"{name}/2": register_attribute, f"{name}/3": register_attribute_as}


MACROS = dict.fromkeys(["__using__/1", "describe/2", "test/1", "test/2", "test/3"])
"""What there is; ``simulator.elixir.expand.ex_unit.macros`` does it."""
FUNCTIONS = {
    "__register__/2": register, "register_test/4": register_test, "register_test/6": register_test_at,
    **_registering("module"), **_registering("describe"), **_registering("test"),
}  # fmt: skip
