"""The structs of the library's modules: fields and defaults, in quoted form.

Source: ``Module.__struct__/0`` of Elixir 1.14, and of HTTPoison 1.8.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.elixir.runtime.exception_fields import FIELDS as EXCEPTIONS
from simulator.elixir.tree.build import NIL, TRUE
from simulator.elixir.tree.nodes import Meta, Node
from simulator.terms import Atom

_Fields = list[tuple[Atom, Any]]


def _plain(*names: str, **defaults: Any) -> Callable[[], _Fields]:
    pairs = [(Atom(name), NIL) for name in names] + [(Atom(name), value) for name, value in defaults.items()]
    return lambda: pairs


def _exception(*names: str, **defaults: Any) -> Callable[[], _Fields]:
    return _plain(*names, __exception__=TRUE, **defaults)


def _empty() -> Node:
    return Node(Atom("%{}"), Meta(), [])


FIELDS: Final[dict[str, Callable[[], _Fields]]] = {
    "Elixir.Range": _plain("first", "last", step=NIL),
    "Elixir.MapSet": _plain(map=_empty(), version=2),
    "Elixir.Task": _plain("mfa", "owner", "pid", "ref"),
    "Elixir.Date": _plain("year", "month", "day", calendar=Atom("Elixir.Calendar.ISO")),
    "Elixir.Date.Range": _plain("first", "first_in_iso_days", "last", "last_in_iso_days", "step"),
    "Elixir.Time": _plain("hour", "minute", "second", microsecond=(0, 0), calendar=Atom("Elixir.Calendar.ISO")),
    "Elixir.NaiveDateTime": _plain(
        "year", "month", "day", "hour", "minute", "second", microsecond=(0, 0), calendar=Atom("Elixir.Calendar.ISO")
    ),
    "Elixir.DateTime": _plain(
        "year", "month", "day", "hour", "minute", "second", "time_zone", "zone_abbr", "utc_offset", "std_offset",
        microsecond=(0, 0), calendar=Atom("Elixir.Calendar.ISO"),
    ),
    "Elixir.Regex": _plain("re_pattern", source="", opts="", re_version=""),
    "Elixir.Inspect.Opts": _plain(
        custom_options=[], inspect_fun=NIL, limit=50, pretty=Atom("false"), printable_limit=4096, safe=TRUE,
        structs=TRUE, syntax_colors=[], width=80, base=Atom("decimal"), binaries=Atom("infer"),
        char_lists=Atom("infer"), charlists=Atom("infer"),
    ),
    "Elixir.File.Stat": _plain(
        "access", "atime", "ctime", "gid", "inode", "links", "major_device", "minor_device", "mode", "mtime", "size",
        "type", "uid",
    ),
    "Elixir.File.Stream": _plain("path", line_or_bytes=Atom("line"), modes=[], raw=TRUE),
    "Elixir.IO.Stream": _plain("device", line_or_bytes=Atom("line"), raw=TRUE),
    "Elixir.Stream": _plain("done", "enum", accs=[], funs=[]),
    "Elixir.Macro.Env": _plain(
        "context", "function", "lexical_tracker", "module", aliases=[], context_modules=[], file="nofile", functions=[],
        line=0, macro_aliases=[], macros=[], requires=[], tracers=[], versioned_vars=_empty(),
    ),
    "Elixir.Version.Requirement": _plain("lexed", "source"),
    "Elixir.ExUnit.Test": _plain("case", "module", "name", "state", logs="", tags=_empty(), time=0),
    "Elixir.ExUnit.TestModule": _plain("file", "name", "state", tests=[]),
    "Elixir.ExUnit.TestCase": _plain("name", "state", tests=[]),
    "Elixir.URI": _plain("scheme", "userinfo", "host", "port", "path", "query", "fragment", "authority"),
    "Elixir.Version": _plain("major", "minor", "patch", "build", pre=[]),
    **{f"Elixir.{name}": _exception(**fields) for name, fields in EXCEPTIONS.items()},
    "Elixir.HTTPoison.Response": _plain("status_code", "body", "request_url", "request", headers=[]),
    "Elixir.HTTPoison.Error": _exception("reason", "id"),
}  # fmt: skip
