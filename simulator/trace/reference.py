"""The reference of the trace format, made from the schema: ``python -m simulator.trace.reference`` prints it.

``docs/trace.md`` holds it word for word, so the document cannot fall behind the code.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise

from simulator.trace import events

_SHARED = "Event"


def reference() -> str:
    """Return the Markdown tables of the header, of what all events share, and of each kind of event."""
    classes = {node.name: node for node in ast.parse(inspect.getsource(events)).body if isinstance(node, ast.ClassDef)}
    parts = [_section("The header", classes["Header"]), _section("Its `scenario`", classes["Scenario"])]
    parts.append(_section("What every event has", classes[_SHARED]))
    parts.extend(_section(f"`{kind}`", classes[cls.__name__]) for kind, cls in events.kinds().items())
    return "\n".join(parts)


def _section(title: str, cls: ast.ClassDef) -> str:
    lines = [f"### {title}", "", ast.get_docstring(cls) or "", ""]
    rows = list(_rows(cls))
    if rows:
        lines += ["| field | type | meaning |", "|---|---|---|", *rows, ""]
    return "\n".join(lines)


def _rows(cls: ast.ClassDef) -> Iterator[str]:
    """Yield a table row for each field: its annotation, and the docstring that follows it."""
    for field, doc in pairwise(cls.body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(doc, ast.Expr):
            assert isinstance(doc.value, ast.Constant) and isinstance(doc.value.value, str)
            kind = ast.unparse(field.annotation).replace("|", "or")
            kind = kind.replace("Count", "int >= 0").replace("Size", "int from 0 to 2^53")
            optional = "" if field.value is None else ", optional"
            yield f"| `{field.target.id}` | {kind}{optional} | {doc.value.value} |"


if __name__ == "__main__":
    print(reference())
