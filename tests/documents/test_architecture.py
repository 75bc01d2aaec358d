"""The house on one page names every room and every folder that there is, and nothing that is not there."""

import re
from pathlib import Path

from tests.documents.blocks import ROOT

HOUSE = ROOT / "simulator"
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def folders() -> set[str]:
    """The rooms and sub-rooms; the twins mirror the families and are one."""
    found = {path.parent.relative_to(HOUSE).as_posix() for path in HOUSE.rglob("__init__.py")} - {"."}
    return {folder for folder in found if not folder.startswith("elixir/library/blocking/")}


def named() -> set[str]:
    """The paths on the page: beside folders of the house and of the project, ``library/enum/`` is one of Elixir's."""
    return set(re.findall(r"`((?:[\w.-]+/)+(?:[\w.-]+)?)`", PAGE))


def is_there(path: str) -> bool:
    bases = [HOUSE, HOUSE / "elixir", ROOT]
    return any((Path(base) / path).exists() for base in bases) or "NAME" in path or "<" in path


def test_every_folder_is_on_the_page():
    on_page = {path.rstrip("/") for path in named()}
    lacking = {folder for folder in folders() if not {folder, folder.removeprefix("elixir/")} & on_page}
    assert not lacking


def test_what_is_on_the_page_is_there():
    assert [path for path in sorted(named()) if not is_there(path)] == []
