"""Random expressions over the data library, as Elixir source."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

_HOLE = re.compile(r"\{([a-z]+)\}")
_DEPTH = 3


def _read() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return the leaves and the forms of each kind."""
    leaves: dict[str, list[str]] = {}
    forms: dict[str, list[str]] = {}
    for line in (Path(__file__).parent / "fuzz_forms.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, sort, text = line.split(" ", 2)
            (leaves if sort == "leaf" else forms).setdefault(kind, []).append(text)
    return leaves, forms


_LEAVES, _FORMS = _read()
_VALUES = [kind for kind in _LEAVES if kind not in ("fi", "pred", "small")]


class Expressions:
    """Writes random expressions; everything it decides comes from the random generator."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def of(self, kind: str, depth: int) -> str:
        """Return an expression of one kind, with at most *depth* calls inside each other."""
        choice = self.random.choice
        if kind == "any" and (depth == 0 or self.random.random() < 0.6):
            return self.of(choice(_VALUES), depth)
        if kind not in _FORMS or (kind != "any" and (depth == 0 or self.random.random() < 0.35)):
            return choice(_LEAVES[kind])
        form = choice(_FORMS[kind])
        return _HOLE.sub(lambda hole: self.hole(hole, depth), form)

    def hole(self, found: re.Match[str], depth: int) -> str:
        """Return what stands in a hole of a form; braces that are no hole stay."""
        kind = found[1]
        if kind not in _LEAVES and kind not in _FORMS:
            return found[0]
        made = self.of(kind, depth - 1)
        return made if re.fullmatch(r"[\w.\"]+", made) else f"({made})"


def source(random: Random, count: int) -> str:
    """Return a program that evaluates *count* expressions, each by itself, and prints what they give or raise."""
    made = Expressions(random)
    lines = []
    for number in range(count):
        expression = made.of("any", _DEPTH)
        lines.append(
            f'IO.puts("{number} " <> (try do inspect(({expression})) rescue e -> '
            f"inspect({{e.__struct__, Exception.message(e)}}) catch k, v -> inspect({{k, v}}) end))"
        )
    return "\n".join(lines) + "\n"
