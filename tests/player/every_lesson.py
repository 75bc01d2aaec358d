"""Every walk and question of every lesson, played through in the browser from the page of ``simulator play``.

It takes a minute or two, so it is no part of the suite, which plays some: ``python -m pytest
tests/player/every_lesson.py``, which the gate runs.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playing_through import LESSONS, name_of, play_through, write_page


@pytest.mark.parametrize("lesson", LESSONS, ids=name_of)
def test_a_lesson_can_be_played_through(open_page: Callable[..., Any], tmp_path: Path, lesson: Path) -> None:
    play_through(open_page(write_page(lesson, tmp_path).as_uri() + "#predict&p=lesson"))
