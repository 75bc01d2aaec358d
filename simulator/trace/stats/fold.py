"""Many processes of one name as one row: a thousand customers that differ in nothing but their pids."""

from __future__ import annotations

from collections import Counter
from statistics import fmean

from simulator.trace.stats.tables import Column, Row, Table, Value, short

FEW = 5
"""So many processes of one name keep their own rows."""

_N = Column("n", "n", "count")
_MAXIMA = ("mailbox_max", "queueing_max_ns")
_AT = {"mailbox_max_at_ns": "mailbox_max"}


def folded(runs: list[list[Table]]) -> list[list[Table]]:
    """Return the tables of each run, with one row for the processes of a name that are more than a few in any run.

    Its figures are the means over these processes, and their maxima where they are maxima; ``n`` is how many.
    """
    counts = [Counter(row.name for row in table.rows) for tables in runs for table in tables if _is_foldable(table)]
    many = {name for count in counts for name, n in count.items() if n > FEW}
    if not many:
        return runs
    return [[_fold(table, many) if _is_foldable(table) else table for table in tables] for tables in runs]


def _is_foldable(table: Table) -> bool:
    return table.name == "processes"


def _fold(table: Table, many: set[str]) -> Table:
    alike: dict[str, list[Row]] = {}
    for row in table.rows:
        alike.setdefault(f"all {row.name}" if row.name in many else row.key, []).append(row)
    sections = tuple(
        section._replace(title=f"{section.title} (means of n processes)", columns=(_N, *section.columns))
        for section in table.sections
    )
    return Table(table.name, sections, [_one(key, rows) for key, rows in alike.items()])


def _one(key: str, rows: list[Row]) -> Row:
    first = rows[0]
    if len(rows) == 1:
        return Row(key, first.name, first.shown, first.identity, {**first.values, "n": 1})
    values = {figure: _of_all(figure, rows) for figure in first.values}
    return Row(key, first.name, short(first.name), {}, {"n": len(rows), **values})


def _of_all(figure: str, rows: list[Row]) -> Value:
    if figure in _MAXIMA:
        return max(_plain(row, figure) for row in rows)
    if figure in _AT:
        return _plain(max(rows, key=lambda row: _plain(row, _AT[figure])), figure)
    return fmean(_plain(row, figure) for row in rows)


def _plain(row: Row, figure: str) -> int | float:
    value = row.values[figure]
    assert not isinstance(value, tuple)
    return value
