"""``simulator gallery``: a folder of pages that show every scenario."""

from __future__ import annotations

import argparse
import os
import sys

from simulator.cli.progress import Progress
from simulator.cli.settings import scenario_folder
from simulator.cli.status import ABNORMAL, FINE
from simulator.scenario.catalogue import Entry
from simulator.scenario.gallery.build import build


def gallery_command(options: argparse.Namespace) -> int:
    """Build the gallery as the command line says; return the exit status."""
    progress = Progress()

    def tell(done: int, total: int, entry: Entry) -> None:
        progress.show(f"{done}/{total} {entry['name']}")

    try:
        made = build(options.folder or scenario_folder(), options.output, tell)
    finally:
        progress.wipe()
    for one in made:
        if one.problem:
            sys.stderr.write(f"simulator: {one.entry['path']}: {one.problem}\n")
    index = os.path.join(options.output, "index.html")
    print(index)
    if options.open:
        import webbrowser
        from pathlib import Path

        webbrowser.open(Path(index).resolve().as_uri())
    return ABNORMAL if any(one.problem for one in made) else FINE
