"""Print the files of the tests that a run skipped, one a line, given what ``pytest --junit-xml`` wrote of it."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from pathlib import Path


def main(report: str) -> None:
    """Print the files of the tests skipped in *report*."""
    files = set()
    for case in ET.parse(report).iter("testcase"):
        if case.find("skipped") is not None:
            # A module that was skipped as a whole has no class: it is the name.
            dotted = case.get("classname") or case.get("name") or ""
            parts = dotted.split(".")
            while parts and not Path(*parts).with_suffix(".py").is_file():
                parts.pop()
            if parts:
                files.add(str(Path(*parts).with_suffix(".py")))
    for file in sorted(files):
        print(file)


if __name__ == "__main__":
    main(sys.argv[1])
