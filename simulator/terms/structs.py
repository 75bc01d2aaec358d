"""What is known of structs beside their fields' values: the order of the fields, and how they print.

A front end tells it when a module defines a struct, derives ``Inspect`` or implements it. A struct of
which nothing is known prints as the map it is.
Source of the semantics: Elixir 1.14, ``Inspect.Any`` and ``Inspect.Map``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.terms.atoms import Atom
from simulator.terms.inspect import Printer
from simulator.terms.maps import Map

FIELDS: dict[Atom, tuple[Atom, ...]] = {}
"""The fields of a struct by its module, in the order of their definition, without ``:__struct__``."""

SHOWN: dict[Atom, tuple[frozenset[Atom], dict[Atom, Any]]] = {}
"""Of a struct that derives ``Inspect``: the fields that it shows, and those it shows only with another value."""

PRINTERS: dict[Atom, Printer] = {}
"""How a struct prints that has an implementation of ``Inspect`` of its own, by its module."""

SOURCES: list[Callable[[Atom], Printer | None]] = []
"""Asked, by its module, how a struct prints that is not in :data:`PRINTERS`; for what a program implements."""


def printer_of(module: Atom) -> Printer | None:
    """Return how a struct of this module prints, or None if it prints by its fields."""
    found = PRINTERS.get(module)
    for source in SOURCES:
        if found is None:
            found = source(module)
    return found


def define(name: str, *fields: str) -> Atom:
    """Make the struct of module *name* (without ``Elixir.``) known; return the module.

    >>> from simulator.terms.maps import struct
    >>> define("Doctest.Point", "y", "x")
    Doctest.Point
    >>> struct("Doctest.Point", x=1, y=2)
    %Doctest.Point{y: 2, x: 1}
    """
    module = Atom(f"Elixir.{name}")
    FIELDS[module] = tuple(map(Atom, fields))
    return module


def shown_fields(term: Map, module: Atom) -> tuple[list[tuple[str, Any]], bool] | None:
    """Return the fields that print by name, and whether there are hidden ones; None for what is no such struct."""
    fields = FIELDS.get(module)
    if fields is None or len(term.d) != len(fields) + 1 or not all(field in term.d for field in fields):
        return None
    fields = tuple([field for field in fields if field.name != "__exception__"])
    if module not in SHOWN:
        return [(field.name, term.d[field]) for field in fields], False
    only, defaults = SHOWN[module]
    shown = [field for field in fields if field in only]
    hidden = len(shown) < len(fields)
    wanted = [field for field in shown if field not in defaults or term.d[field] != defaults[field]]
    return [(field.name, term.d[field]) for field in wanted], hidden
