"""Erlang's ``:io``: printing by format strings."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library import io
from simulator.elixir.library.erl_io_lib import erlang_text, formatted
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, is_list, to_list

_STDIO = Atom("stdio")


def format_plain(form: Any) -> Any:
    """``:io.format/1``"""
    return (yield from io.printed(_STDIO, formatted(form, EMPTY)))


def format_(form: Any, args: Any) -> Any:
    """``:io.format/2``"""
    return (yield from io.printed(_STDIO, formatted(form, args)))


def format_on(device: Any, form: Any, args: Any) -> Any:
    """``:io.format/3``"""
    return (yield from io.printed(device, formatted(form, args)))


def put_chars(data: Any) -> Any:
    """``:io.put_chars/1``"""
    return (yield from io.write(data))


def put_chars_on(device: Any, data: Any) -> Any:
    """``:io.put_chars/2``"""
    return (yield from io.write_on(device, data))


def newline() -> Any:
    """``:io.nl/0``"""
    return (yield from io.printed(_STDIO, "\n"))


def write(term: Any) -> Any:
    """``:io.write/1``"""
    return (yield from io.printed(_STDIO, erlang_text(term, False)))


def get_line(prompt: Any) -> Any:
    """``:io.get_line/1``; what it reads is a text, as it is for Elixir's own device."""
    text = "".join(map(chr, to_list(prompt))) if is_list(prompt) else prompt
    return (yield from io.gets(text))


def columns() -> Any:
    """``:io.columns/0``: there is no terminal."""
    return (Atom("error"), Atom("enotsup"))


FUNCTIONS = {"columns/0": columns, "rows/0": columns}
BLOCKING = {
    "format/1": format_plain, "format/2": format_, "format/3": format_on, "fwrite/1": format_plain,
    "fwrite/2": format_, "fwrite/3": format_on, "put_chars/1": put_chars, "put_chars/2": put_chars_on,
    "nl/0": newline, "write/1": write, "get_line/1": get_line,
}  # fmt: skip
