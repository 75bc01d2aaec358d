"""The quoted form and the errors are Elixir's own: everything in the corpus agrees with what real Elixir answered."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from quoted_form import CORPUS, quoted, recorded, snippets

from simulator.elixir.syntax.read import parse

WARNINGS = CORPUS / "warnings.exs"
FILES = sorted(path for path in CORPUS.glob("*.exs") if path != WARNINGS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_corpus_agrees_with_elixir(path: Path) -> None:
    answers = path.with_suffix(".quoted").read_text(encoding="utf-8").splitlines()
    texts = snippets(path)
    assert len(answers) == len(texts)
    wrong = [text for text, answer in zip(texts, answers, strict=True) if quoted(text) != recorded(answer)]
    assert not wrong, f"{len(wrong)} of {len(texts)} differ, the first: {wrong[0]!r}"


def test_warnings_agree_with_elixir() -> None:
    answers = WARNINGS.with_suffix(".quoted").read_text(encoding="utf-8").splitlines()
    for text, answer in zip(snippets(WARNINGS), answers, strict=True):
        warnings: list[str] = []
        parse(text, "case.exs", warnings)
        assert "".join(f"{warning}\n" for warning in warnings) == json.loads(answer), text


def test_corpus_is_large() -> None:
    assert sum(len(snippets(path)) for path in FILES) >= 1_500


@pytest.mark.skipif(shutil.which("elixir") is None, reason="needs real Elixir")
def test_recording_is_current() -> None:
    from record_quoted import record

    path = CORPUS / "operators.exs"
    assert record(path) == path.with_suffix(".quoted").read_text(encoding="utf-8")
