"""Which file a module of Elixir stands in: each has one, and no helper of the library is one."""

from pathlib import Path

import pytest

from simulator.elixir.library import twins
from simulator.elixir.runtime import index

OUR_OWN = {"Elixir.HTTPoison", "Elixir.Kernel.Echo", "Elixir.Kernel.Utils", "Elixir.Mix.Shell.IO",
           "Elixir.Mix.Shell.Process", "Elixir.Mix.Shell.Quiet", "telemetry"}  # fmt: skip
"""Modules that are not in the record of real ones: of packages and of Mix, and those that the expander calls."""


def files_with_functions() -> list[str]:
    found = []
    for path in sorted(twins.HERE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if twins.HERE / "blocking" not in path.parents and ("\nFUNCTIONS = " in text or "\nBLOCKING = " in text):
            found.append(".".join(path.relative_to(twins.HERE).with_suffix("").parts))
    return found


def test_what_offers_functions_is_the_file_of_a_module():
    text = Path(index.__file__).with_name("known.txt").read_text(encoding="utf-8")
    modules = {line.partition(" ")[0] for line in text.splitlines() if line} | OUR_OWN
    assert set(files_with_functions()) <= {index.file_name(module) for module in modules}


@pytest.mark.parametrize("module", ["lists_keys", "processes", "texts", "Elixir.String.Parts", "Elixir.Totals"])
def test_a_helper_is_no_module(module):
    assert index.library(module) is None


@pytest.mark.parametrize("module", ["global", "lists", "erlang", "Elixir.Date", "Elixir.String.Chars", "Elixir.ExUnit"])
def test_a_module_is_found_in_its_family(module):
    assert index.library(module).FUNCTIONS
