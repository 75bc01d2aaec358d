"""Where the functions of Elixir and OTP stand: their application, and the line of those that may take no call.

``lines.txt`` is recorded: a line for each module, its file, and its functions that have no clause for some calls.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from simulator.elixir.runtime import index
from simulator.elixir.runtime.loaded import loaded
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list

_KERNEL: Final = frozenset([
    "application", "code", "erpc", "error_logger", "file", "global", "inet", "logger", "net_kernel", "os", "pg", "rpc",
])  # fmt: skip
_NOBODYS: Final = frozenset(["atomics", "counters", "crypto", "erlang", "persistent_term", "telemetry"])
_BESIDE: Final = {"ExUnit": "ex_unit", "Logger": "logger", "Mix": "mix", "EEx": "eex", "IEx": "iex"}


def application(module: Any) -> str:
    """Return what stands before a function of Elixir or OTP in a stack trace; nothing for the program's own.

    >>> application(Atom("Elixir.Enum")), application(Atom("ets")), application(Atom("Elixir.Shop"))
    ('(elixir 1.14.0) ', '(stdlib 4.2) ', '')
    """
    if module.__class__ is not Atom or loaded(module) is not None or index.known(module.name) is None:
        return ""
    name = module.name
    if name.startswith("Elixir."):
        return f"({_BESIDE.get(name.split('.')[1], 'elixir')} 1.14.0) "
    if name in _NOBODYS:
        return ""
    return "(kernel 8.5.3) " if name in _KERNEL else "(stdlib 4.2) "


def place(module: Any, name: Atom, arity: int) -> Any:
    """Return file and line of a function of the library, as a stack trace has them; none where they are not known.

    >>> place(Atom("Elixir.Process"), Atom("sleep"), 1)
    [file: 'lib/process.ex', line: 250]
    """
    file, lines = _lines().get(module.name, ("", {})) if module.__class__ is Atom else ("", {})
    line = lines.get(f"{name.name}/{arity}")
    if line is None or loaded(module) is not None:
        return EMPTY
    return from_list([(Atom("file"), from_list([ord(char) for char in file])), (Atom("line"), line)])


@cache
def _lines() -> dict[str, tuple[str, dict[str, int]]]:
    found = {}
    for text in index.lines().splitlines():
        module, file, *functions = text.split(" ")
        pairs = [function.rpartition(":") for function in functions]
        found[module] = (file, {name: int(line) for name, _, line in pairs})
    return found
