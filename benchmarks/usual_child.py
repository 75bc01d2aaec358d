"""A row of ``benchmarks/usual.py``, run by a checkout of the project: ``usual_child.py CHECKOUT ROW COUNT``.

It prints the processor seconds of the three ways as JSON. The programs are always those that stand beside this file.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path


def main(checkout: str, name: str, count: int) -> None:
    """Run a row of this name, its thing done so many times, with the simulator of *checkout*."""
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from benchmarks.harness import tune

    sys.path.insert(0, checkout)
    from benchmarks.usual import KERNEL, OTP, timed

    tune()
    row = {**KERNEL, **OTP}[name]
    with tempfile.TemporaryDirectory() as folder:
        timed(row, 100, Path(folder))  # what is imported or remembered at first
        print(json.dumps(timed(row, count, Path(folder))))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
