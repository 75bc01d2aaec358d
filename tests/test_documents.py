"""The scenarios that the documents show run."""

import re
from pathlib import Path

import pytest

from simulator.scenario import load, start

DOCS = Path(__file__).parents[1] / "docs"
EXAMPLES = [
    (path.name, number, code)
    for path in sorted(DOCS.glob("*.md"))
    for number, code in enumerate(re.findall(r"```python\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL))
    if "def main(proc)" in code
]


@pytest.mark.parametrize(("name", "number", "code"), EXAMPLES, ids=[f"{name}-{number}" for name, number, _ in EXAMPLES])
def test_an_example_runs(name: str, number: int, code: str, tmp_path: Path) -> None:
    file = tmp_path / "example.py"
    file.write_text(code, encoding="utf-8")
    result = start(load(str(file)))
    assert result.ok, result.error or result.kernel.main_banner
    assert result.output


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 3
