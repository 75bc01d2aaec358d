"""The document of the trace format says what the schema says."""

from pathlib import Path

from simulator.trace.reference import reference

DOCUMENT = Path(__file__).parents[2] / "docs" / "trace.md"


def test_the_document_holds_the_schema_word_for_word() -> None:
    assert reference() in DOCUMENT.read_text(encoding="utf-8")


def test_every_field_is_described() -> None:
    rows = [line for line in reference().splitlines() if line.startswith("| `")]
    assert len(rows) > 60
    assert all(len(row.split("|")[3].strip()) > 5 for row in rows)
