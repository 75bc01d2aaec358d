"""Python's terms as Elixir's source, and structs that are defined in both."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from simulator.terms import Atom

PRELUDE = """
defmodule Point do
  defstruct [:x, :y]
end
defmodule User do
  @derive {Inspect, except: [:password]}
  defstruct [:name, :password, :age]
end
defmodule Empty do
  defstruct []
end
"""


@dataclass(frozen=True)
class Point:
    x: Any
    y: Any


@dataclass(frozen=True)
class User:
    name: Any
    password: Any = field(repr=False)
    age: Any


@dataclass(frozen=True)
class Empty:
    pass


def elixir(term: Any) -> str:
    """Write *term* as an Elixir expression, in plain ASCII."""
    if term is None or term is True or term is False:
        return str({None: "nil", True: "true", False: "false"}[term])
    if isinstance(term, Atom):
        return f":erlang.binary_to_atom({elixir(term.name)})"
    if isinstance(term, float):
        mantissa, _, exponent = repr(term).partition("e")
        return (mantissa if "." in mantissa else mantissa + ".0") + (f"e{int(exponent)}" if exponent else "")
    if isinstance(term, int):
        return str(term)
    if isinstance(term, str):
        return f'"{term}"' if term.isalnum() and term.isascii() else elixir(term.encode("utf-8", "surrogatepass"))
    if isinstance(term, bytes):
        return f"<<{', '.join(map(str, term))}>>"
    if isinstance(term, list):
        return f"[{', '.join(map(elixir, term))}]"
    if isinstance(term, tuple):
        return f"{{{', '.join(map(elixir, term))}}}"
    if isinstance(term, dict):
        return f"Map.new({elixir(list(term.items()))})"
    if isinstance(term, set | frozenset):
        return f"MapSet.new([{', '.join(sorted(map(elixir, term)))}])"
    if isinstance(term, Exception):
        return f"%RuntimeError{{message: {elixir(term.args[0])}}}"
    return f"%{type(term).__name__}{{{', '.join(f'{name}: {elixir(value)}' for name, value in vars(term).items())}}}"
