"""The document on Elixir files says what the code supports."""

from __future__ import annotations

from pathlib import Path

from simulator.elixir.reference import reference, supported
from simulator.elixir.runtime import index

DOCUMENT = Path(__file__).parents[2] / "docs" / "elixir.md"
AGAIN = "its end is what `python -m simulator.elixir.reference` prints"


def test_the_document_holds_the_table_word_for_word():
    assert DOCUMENT.read_text(encoding="utf-8").endswith(reference()), AGAIN


def test_what_is_supported_exists_in_elixir():
    """Nothing is offered that the real module lacks; but for what only macros leave behind."""
    for module in index.modules():
        known = index.known(module) or {}
        assert supported(module) & set(known), module


def test_the_small_modules_are_whole():
    for module in ("Elixir.Enum", "Elixir.Map", "Elixir.Function", "maps"):
        known = {key for key in index.known(module) or {} if not key.startswith("__")}
        assert not known - supported(module), module
