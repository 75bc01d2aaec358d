"""``Mix.Shell.Quiet``: it says nothing but what is wrong."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.mix.shell_io import complain
from simulator.terms import Atom

_OK = Atom("ok")


def info(message: Any) -> Atom:
    """``Mix.Shell.Quiet.info/1``"""
    return _OK


def print_app() -> Atom:
    """``Mix.Shell.Quiet.print_app/0``"""
    return _OK


FUNCTIONS = {"error/1": complain, "info/1": info, "print_app/0": print_app}
