"""``Mix.Shell.IO``: it prints."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.files.io import chardata, puts, to_stderr
from simulator.elixir.library.files.io_ansi import format_
from simulator.terms import Atom


def info(message: Any) -> Any:
    """``Mix.Shell.IO.info/1``"""
    return (yield from puts(format_(message)))


def complain(message: Any) -> Atom:
    """``Mix.Shell.IO.error/1``"""
    to_stderr(f"{chardata(format_(message))}\n")
    return Atom("ok")


FUNCTIONS = {"error/1": complain}
BLOCKING = {"info/1": info}
