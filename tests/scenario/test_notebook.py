"""The notebook of the documentation: its cells run, and show what it shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")

NOTEBOOK = Path(__file__).parents[2] / "docs" / "notebook.ipynb"
AGAIN = "execute it again: jupyter nbconvert --to notebook --execute --inplace docs/notebook.ipynb"


def shown(notebook: Any) -> list[Any]:
    """What the cells show, but for the player's code: that is the same as in every page."""
    found: list[Any] = []
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            found.append(output.get("text") or {kind: data[kind] for kind in sorted(data) if kind != "text/html"})
    return found


def test_its_cells_show_what_it_shows():
    written = nbformat.read(NOTEBOOK, 4)
    fresh = nbformat.read(NOTEBOOK, 4)
    for cell in fresh.cells:
        cell.pop("outputs", None)
        if cell.cell_type == "code":
            cell.outputs = []
    manager = nbclient.NotebookClient(fresh, timeout=60, resources={"metadata": {"path": str(NOTEBOOK.parents[1])}})
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(NOTEBOOK.parents[1]))
        manager.execute()
    assert shown(fresh) == shown(written), AGAIN
    kinds = {kind for cell in written.cells for output in cell.get("outputs", ()) for kind in output.get("data", {})}
    assert {"image/svg+xml", "text/html"} <= kinds
