"""``docs/player.md`` tells the keys that there are, and the data as they are."""

from __future__ import annotations

import re

from played_traces import ROOT, scenario
from rebuild import data_of

from simulator.player import page

TEXT = (ROOT / "docs" / "player.md").read_text(encoding="utf-8")


def test_every_key_is_in_the_document_and_no_other() -> None:
    code = (ROOT / "simulator" / "player" / "src" / "key_table.ts").read_text(encoding="utf-8")
    faces = re.findall(r'key\("([^"]+)", "|face: "([^"]+)"', code)
    digits = re.findall(r'\["(\d)", "', code)
    told = re.search(r"\| key \| what it does \|\n\|---\|---\|\n((?:\|.*\n)+)", TEXT)
    assert told is not None
    rows = [line.split(" | ")[0].removeprefix("| ") for line in told[1].splitlines()]
    assert rows == [
        *[one or other for one, other in faces if one != "?"],
        f"{digits[0]} ... {digits[-1]}",
        "?",
    ]


def test_the_data_have_the_fields_that_the_document_tells() -> None:
    told = re.search(r"\| field \| what \|\n\|---\|---\|\n((?:\|.*\n)+)", TEXT)
    assert told is not None
    names = re.findall(r"`(\w+)`", " ".join(line.split(" | ")[0] for line in told[1].splitlines()))
    shown = page(scenario("late_reply"), lesson={})
    assert sorted(names) == sorted(data_of(shown).head["runs"][0])
