"""Some lessons played through in the browser, of each form of question one; ``every_lesson.py`` plays all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playing_through import LESSONS, name_of, play_through, write_page

SOME = ("ping_pong", "trap_exit", "deadlock", "crash_storm", "full_mailbox")


@pytest.mark.parametrize("lesson", [each for each in LESSONS if name_of(each) in SOME], ids=name_of)
def test_a_lesson_can_be_played_through(open_page: Callable[..., Any], tmp_path: Path, lesson: Path) -> None:
    play_through(open_page(write_page(lesson, tmp_path).as_uri() + "#predict&p=lesson"))
