"""Erlang's ``:io``: formats printed, on standard output or a device."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.files.io import chardata, gets, printed
from simulator.elixir.library.string.formats import formatted
from simulator.elixir.library.string.printed_terms import written
from simulator.terms import Atom
from simulator.terms.lists import EMPTY

_STDIO = Atom("stdio")


def format_alone(control: Any) -> Any:
    """``:io.format/1``"""
    return (yield from printed(_STDIO, formatted(control, EMPTY)))


def format_(control: Any, arguments: Any) -> Any:
    """``:io.format/2``"""
    return (yield from printed(_STDIO, formatted(control, arguments)))


def format_on(device: Any, control: Any, arguments: Any) -> Any:
    """``:io.format/3``"""
    return (yield from printed(device, formatted(control, arguments)))


def put_chars(text: Any) -> Any:
    """``:io.put_chars/1``"""
    return (yield from printed(_STDIO, chardata(text)))


def put_chars_on(device: Any, text: Any) -> Any:
    """``:io.put_chars/2``"""
    return (yield from printed(device, chardata(text)))


def nl() -> Any:
    """``:io.nl/0``"""
    return (yield from printed(_STDIO, "\n"))


def nl_on(device: Any) -> Any:
    """``:io.nl/1``"""
    return (yield from printed(device, "\n"))


def write(term: Any) -> Any:
    """``:io.write/1``"""
    return (yield from printed(_STDIO, written(term)))


def columns() -> Any:
    """``:io.columns/0``: there is no terminal."""
    return Atom("error"), Atom("enotsup")


def get_line(prompt: Any) -> Any:
    """``:io.get_line/1``; what it reads is a text, as it is for Elixir's own device."""
    return (yield from gets(chardata(prompt)))


FUNCTIONS = {"columns/0": columns, "rows/0": columns}
BLOCKING = {
    "format/1": format_alone,
    "format/2": format_,
    "format/3": format_on,
    "fwrite/1": format_alone,
    "fwrite/2": format_,
    "fwrite/3": format_on,
    "get_line/1": get_line,
    "nl/0": nl,
    "nl/1": nl_on,
    "put_chars/1": put_chars,
    "put_chars/2": put_chars_on,
    "write/1": write,
}
