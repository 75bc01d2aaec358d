"""The figures of a run for machines: JSON, and CSV with one figure a line."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from simulator.trace.cells import cells
from simulator.trace.stats.tables import Estimate, Report, Row, Value


def report_json(written: Report) -> str:
    """Return a report as a JSON object: what ran, the totals, and a list for each table."""
    document: dict[str, Any] = dict(written.head)
    for table in written.tables:
        rows = [_object(row) for row in table.rows]
        document[table.name] = rows[0] if table.name == "totals" else rows
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _object(row: Row) -> dict[str, Any]:
    return {**row.identity, **{name: _plain(value) for name, value in row.values.items()}}


def _plain(value: Value) -> Any:
    if not isinstance(value, Estimate):
        return value
    low, high = _bounds(value)
    return {"mean": value.mean, "low": low, "high": high, "runs": value.runs}


def _bounds(value: Estimate) -> tuple[float | None, float | None]:
    return (None, None) if value.half is None else (value.mean - value.half, value.mean + value.half)


def report_csv(written: Report) -> str:
    """Return a report as CSV, a line for each figure: table, id and name of the row, figure, unit, value.

    Of several runs there are ``mean``, ``low``, ``high`` and ``runs`` in place of the value.
    """
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    values = ["mean", "low", "high", "runs"] if "runs" in written.head else ["value"]
    lines.writerow(["table", "id", "name", "figure", "unit", *values])
    for table in written.tables:
        for row in table.rows:
            for column in table.columns:
                value = row.values[column.figure]
                shown = [value.mean, *_bounds(value), value.runs] if isinstance(value, Estimate) else [value]
                lines.writerow(cells([table.name, row.key, row.name, column.figure, column.unit, *shown]))
    return text.getvalue()
