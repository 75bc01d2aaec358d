"""Quoted form as JSON, the way ``quoted.exs`` writes it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from simulator.elixir.syntax.errors import SyntaxError
from simulator.elixir.syntax.read import parse
from simulator.elixir.tree.nodes import Meta, Node
from simulator.terms import Atom

CORPUS = Path(__file__).parent / "corpus"


def snippets(path: Path) -> list[str]:
    """Return the snippets of one file of the corpus."""
    return path.read_bytes().decode().split("#---\n")


def quoted(snippet: str) -> Any:
    """Return the quoted form of *snippet*, or its error, as JSON data."""
    try:
        return to_json(parse(snippet, "case.exs"))
    except SyntaxError as error:
        return {"e": str(error)}


def to_json(term: Any) -> Any:
    """Return a quoted form as JSON data."""
    kind = term.__class__
    if kind is Node:
        return {"n": [to_json(term.form), _meta(term.meta), to_json(Atom("nil") if term.args is None else term.args)]}
    if kind is Atom:
        return {"a": term.name}
    if kind is int:
        return {"i": str(term)}
    if kind is float:
        return {"f": term}
    if kind is str:
        return term
    if kind is bytes:
        return {"b": list(term)}
    if kind is tuple:
        return {"t": [to_json(part) for part in term]}
    return [to_json(part) for part in term]


def _meta(meta: Meta) -> list[Any]:
    others = sorted((meta.extra or {}).items())
    return [meta.line, meta.column, *(part for key, value in others for part in (key, to_json(value)))]


def recorded(line: str) -> Any:
    """Return one recorded line as JSON data, floats as numbers."""
    return json.loads(line, object_hook=lambda found: {"f": float(found["f"])} if "f" in found else found)
