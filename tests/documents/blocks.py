"""The code and the commands that documents show, with their lines."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
PROGRAMS = ("simulator", "python", "python3", "pip", "cd", "npm", "node", "jupyter", "elixir", "mix")
"""What a line of an indented block, or a piece of text set as code, begins with if it is a command."""


class Block(NamedTuple):
    """A fenced block of code, an indented one, or a piece of code in a line; *kind* is its language."""

    document: str
    line: int
    kind: str
    text: str

    @property
    def place(self) -> str:
        return f"{self.document}:{self.line}"


def blocks(path: Path) -> Iterator[Block]:
    """Yield what a document shows as code, in its order: ``indented`` is a block's kind, ``inline`` a piece's."""
    document = str(path.relative_to(ROOT))
    fence: tuple[int, str, str, list[str]] | None = None
    indented: tuple[int, list[str]] | None = None
    before = ""
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
        opening = re.match(r"(\s*)(```+|~~~+)\s*([\w+-]*)", line)
        if fence is not None:
            start, mark, kind, lines = fence
            if line.strip() == mark:
                yield Block(document, start, kind, "\n".join(lines) + "\n")
                fence = None
            else:
                lines.append(line)
        elif opening:
            fence = (number, opening[2], opening[3], [])
        elif line.startswith("    ") and (indented or not before.strip()):
            indented = indented or (number, [])
            indented[1].append(line[4:])
        else:
            if indented and line.strip():
                yield Block(document, indented[0], "indented", "\n".join(indented[1]) + "\n")
                indented = None
            for piece in re.findall(r"(?<!`)`([^`\n]+)`(?!`)", line):
                yield Block(document, number, "inline", piece)
        before = line
    if indented:
        yield Block(document, indented[0], "indented", "\n".join(indented[1]) + "\n")
    assert fence is None, f"{document}:{fence[0]}: a block that has no end"


def commands(block: Block) -> Iterator[list[str]]:
    """Yield the commands of a block of commands: its lines without their explanations, as the words of each."""
    for line in block.text.splitlines():
        command = re.split(r"\s{2,}|\s#\s|\s\|\s", line.strip().removeprefix("$ "))[0]
        for part in command.split(" && "):
            if part and part.split()[0] in PROGRAMS and (block.kind != "inline" or " " in part):
                yield shlex.split(part)
