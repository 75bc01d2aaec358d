"""Draw every scenario as every kind of picture, in every format; name what cannot be drawn, and fail if there is any.

    python .ci/draw.py [NAME ...]       all scenarios, or those named
"""

from __future__ import annotations

import json
import sys
import xml.dom.minidom
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path

from simulator.cli.diagram import FORMATS
from simulator.scenario import load, start

SCENARIOS = Path(__file__).parents[1] / "scenarios"


def wrong_with(fmt: str, drawn: str | bytes) -> str | None:
    """Return why *drawn* is no file of format *fmt*; None if it is one."""
    raw = drawn.encode() if isinstance(drawn, str) else drawn
    if fmt == "json":
        json.loads(raw)
    elif fmt in ("svg", "graphml"):
        xml.dom.minidom.parseString(raw)
    elif fmt == "text":
        if not str(drawn).endswith(".\n"):
            return f"ends with {raw[-20:]!r}"
    else:
        charts = (b"sequenceDiagram", b"flowchart")
        begins = {"png": (b"\x89PNG",), "pdf": (b"%PDF-",), "mermaid": charts, "dot": (b"digraph",)}[fmt]
        if not any(word in raw[:400] for word in begins):
            return f"begins with {raw[:20]!r}"
    return None


def draw(path: str) -> tuple[int, list[str]]:
    """Draw a scenario; return how many pictures there are of it, and what went wrong."""
    problems = []
    with redirect_stderr(StringIO()):
        result = start(load(path))
    pictures = {"sequence": result.sequence, "timeline": result.timeline, "links": result.links}
    for kind, formats in FORMATS.items():
        picture = pictures[kind]()
        for fmt in formats:
            try:
                wrong = wrong_with(fmt, getattr(picture, fmt)())
            except Exception as error:  # whatever it is, the others are drawn, too
                wrong = f"{type(error).__name__}: {error}"
            if wrong:
                problems.append(f"{path}: {kind} as {fmt}: {wrong}")
    return sum(map(len, FORMATS.values())), problems


def main(names: list[str]) -> int:
    """Draw the scenarios whose files have one of *names* in their paths, or all; return the exit status."""
    files = [str(path) for path in sorted(SCENARIOS.rglob("*")) if path.suffix in (".py", ".exs")]
    files = [file for file in files if not names or any(name in file for name in names)]
    count, failed = 0, 0
    with ProcessPoolExecutor(2) as pool:
        for drawn, problems in pool.map(draw, files):
            count += drawn
            failed += len(problems)
            for problem in problems:
                print(problem)
    print(f"{count} pictures of {len(files)} scenarios, {failed} failed")
    return 1 if failed or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
