"""Which modules of Elixir and OTP are here, and what else exists in the real ones.

The library of a module stands in the file of its name, in the folder of its family, and is imported when
it is first needed: ``Task.Supervisor`` in ``processes/task_supervisor.py``, ``:lists`` in ``erlang/lists.py``.
Such a file has tables from
``"name/arity"`` to functions of exactly so many positional parameters:

* ``FUNCTIONS``: plain functions;
* ``BLOCKING``: generator functions. What is in both takes functions as arguments, and the plain one is
  for arguments that cannot block;
* ``MACROS`` and ``GUARDS``, where there are some: what expands at compile time, what guards may call.

``known.txt`` is recorded from the real Elixir: whatever it has and this library lacks can be named as
not supported, and told from what does not exist.
"""

from __future__ import annotations

import os
import re
from functools import cache
from importlib import import_module
from keyword import iskeyword
from types import FunctionType
from typing import Any, Final

from simulator.terms.inspect import Printer
from simulator.terms.places import OURS
from simulator.terms.structs import PRINTERS, SOURCES

_HERE = os.path.dirname(os.path.abspath(__file__))
_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])(?!Poison|Ex\b)")

_LIBRARY: Final = os.path.join(OURS, "elixir", "library")
_FAMILIES: Final = {
    "calendar": "Calendar Date DateTime NaiveDateTime Time",
    "collections": "Keyword List Map MapSet Range Tuple",
    "enum": "Collectable Enum Enumerable",
    "ex_unit": "ExUnit",
    "files": "File IO Path StringIO",
    "logging": "Logger",
    "mix": "Mix",
    "processes": "Agent DynamicSupervisor GenServer HTTPoison PartitionSupervisor Process Registry Supervisor Task",
    "stream": "Stream",
    "string": "Base Inspect Regex String URI",
}
_ERLANG: Final = {
    "structures": "array gb_sets gb_trees orddict ordsets queue sets",
    "nodes": "erpc net_kernel rpc",
    "system": "base64 calendar code file inet logger logger_filters logger_formatter unicode",
}
"""Erlang's modules that stand apart from its others."""
_FAMILY_OF_ERLANG: Final = {name: family for family, names in _ERLANG.items() for name in names.split()}
_FAMILY: Final = {name: family for family, names in _FAMILIES.items() for name in names.split()}
"""In which folder the modules stand whose names begin so; the others belong to the language itself."""


def file_name(module: str) -> str:
    """Return the file in which the functions of *module* stands: its family and its name, which does not repeat it.

    >>> file_name("Elixir.Task.Supervisor"), file_name("Elixir.String.Chars"), file_name("Elixir.IO.ANSI")
    ('processes.task_supervisor', 'string.chars', 'files.io_ansi')
    >>> file_name("Elixir.Atom"), file_name("ets"), file_name("global"), file_name("queue")
    ('language.atom', 'erlang.ets', 'erlang.global_', 'structures.queue')
    """
    if not module.startswith("Elixir."):
        family = _FAMILY_OF_ERLANG.get(module, "erlang")
        return f"{family}.{module}_" if iskeyword(module) else f"{family}.{module}"
    parts = module.split(".")[1:]
    family = _FAMILY.get(parts[0], "language")
    name = "_".join(_WORD.sub("_", part).lower() for part in parts)
    return f"{family}.{name.removeprefix(f'{family}_')}"


@cache
def library(module: str) -> Any:
    """Return the Python module with the functions of *module*, or None if it is not supported.

    Its functions are named as Elixir names them, so that they print as ``&Enum.map/2``.
    """
    found = import_module("simulator.elixir.library.language.exception_modules").exception_module(module)
    if found is not None:
        return found
    name = file_name(module)
    if not re.fullmatch(r"\w+\.\w+", name) or not os.path.isfile(os.path.join(_LIBRARY, *name.split(".")) + ".py"):
        return None
    found = import_module(f"simulator.elixir.library.{name}")
    if not hasattr(found, "FUNCTIONS") and not hasattr(found, "BLOCKING"):
        return None
    shown = module.removeprefix("Elixir.") if module.startswith("Elixir.") else f":{module}"
    for table in ("BLOCKING", "FUNCTIONS"):
        for key, function in getattr(found, table, {}).items():
            if isinstance(function, FunctionType):
                own = function if function.__module__ == found.__name__ else _copy(function)
                own.__qualname__ = f"{shown}.{key}"
                getattr(found, table)[key] = own
    return found


def _copy(function: FunctionType) -> FunctionType:
    """Return a function that another module has as well, so that each has a name of its own."""
    made = FunctionType(
        function.__code__, function.__globals__, function.__name__, function.__defaults__, function.__closure__
    )
    made.__kwdefaults__ = function.__kwdefaults__
    made.__dict__.update(function.__dict__)
    made.__module__ = function.__module__
    return made


def functions(module: str) -> dict[str, Any]:
    """Return the plain functions of *module* by ``"name/arity"``; none if it is not supported."""
    return getattr(library(module), "FUNCTIONS", {})


def blocking(module: str) -> dict[str, Any]:
    """Return the generator functions of *module* by ``"name/arity"``; none if it is not supported."""
    return getattr(library(module), "BLOCKING", {})


def macros(module: str) -> dict[str, Any]:
    """Return the macros of *module* by ``"name/arity"``; none if it is not supported."""
    return getattr(library(module), "MACROS", {})


def modules() -> list[str]:
    """Return the modules that are supported, of those that the real Elixir has."""
    recorded = [line.partition(" ")[0] for line in _recorded().splitlines() if line]
    return [module for module in recorded if library(module) is not None]


def guards(module: str) -> frozenset[str]:
    """Return the functions of *module* that guards may call; none if it is not supported."""
    return frozenset(getattr(library(module), "GUARDS", ()))


@cache
def known(module: str) -> dict[str, str] | None:
    """Return what the real *module* exports, by ``"name/arity"``: ``"function"`` or ``"macro"``; None if there is none.

    >>> known("Elixir.Kernel")["if/2"], known("lists")["map/2"], known("Elixir.Nope")
    ('macro', 'function', None)
    """
    start = _recorded().find(f"\n{module} ")
    if start < 0:
        return None
    line = _recorded()[start + 1 :].partition("\n")[0]
    found: dict[str, str] = {}
    kind = "function"
    for word in line.split(" ")[1:]:
        if word == "|":
            kind = "macro"
            continue
        name, _, arities = word.rpartition("/")
        for arity in arities.split(","):
            found[f"{name}/{arity}"] = kind
    return found


def _printer(module: Any) -> Printer | None:
    """Return how a struct of the library prints, once its file is imported."""
    library(module.name)
    return PRINTERS.get(module)


SOURCES.append(_printer)


def is_foreign(module: str) -> bool:
    """Return whether a module that is not here is one of Elixir's or OTP's own: those of Mix, IEx, or Erlang's.

    >>> is_foreign("Elixir.Mix.Generator"), is_foreign("erl_syntax"), is_foreign("Elixir.Stack")
    (True, True, False)
    """
    if not module.startswith("Elixir."):
        return True
    family = module.split(".")[1]
    return family in ("Mix", "IEx", "EEx") or any(line.startswith(f"{module} ") for line in _recorded().splitlines())


@cache
def _recorded() -> str:
    return _text("known.txt")


def deprecated() -> str:
    """Return what is recorded of deprecated functions: a line each, its name and what is said of it."""
    return _text("deprecated.txt")


def lines() -> str:
    """Return what is recorded of functions that have no clause for some calls: a line each module, its file, theirs."""
    return _text("lines.txt")


def _text(name: str) -> str:
    with open(os.path.join(_HERE, name), encoding="utf-8") as file:
        return file.read()
