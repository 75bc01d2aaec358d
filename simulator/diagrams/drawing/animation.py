"""A picture over time that plays by itself: what is still to come is pale, and a line goes along the axis of time.

It moves evenly along the axis that the picture has, so that a picture to scale is a film to scale. CSS does it, no
script: the file plays where it is shown as an image, too. Who asked their system for less motion sees the whole
picture, still, and so does every program that knows no CSS animations.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.diagrams.drawing.palette import MESSAGE, PAPER
from simulator.diagrams.drawing.scene import Scene
from simulator.diagrams.drawing.svg import number, svg

PACE = 90.0
"""Units of the picture in a second, where nobody asks for a length."""

SHORTEST, LONGEST = 4.0, 40.0
"""Seconds that it takes where nobody asks for a length."""

_HOLD = 2.0  # seconds for which the whole picture stands at the end
_VEIL = 0.86


@dataclass(frozen=True, slots=True)
class Course:
    """Where time goes in a scene: down or to the right, from *start* to *end*, over the area that is given."""

    down: bool
    start: float
    end: float
    x: float
    y: float
    width: float
    height: float

    @property
    def pace(self) -> float:
        """Seconds that it takes where nobody asks for a length."""
        return min(LONGEST, max(SHORTEST, (self.end - self.start) / PACE))


def animated(scene: Scene, course: Course, seconds: float | None = None) -> str:
    """Return *scene* as SVG that plays, again and again, in so many *seconds* and a rest.

    Raises ``ValueError`` for a length that is none.

    >>> from simulator.diagrams.drawing.scene import Scene
    >>> film = animated(Scene(200, 100, "", "", ()), Course(False, 10, 190, 10, 20, 180, 60), 3)
    >>> "@keyframes" in film, "prefers-reduced-motion" in film, "<script" in film
    (True, True, False)
    """
    if seconds is not None and not 0 < seconds <= 3600:
        raise ValueError(f"{seconds:g} seconds: give more than 0, and an hour at most")
    length = course.pace if seconds is None else seconds
    way = number(course.end - course.start)
    move = f"translate(0,{way}px)" if course.down else f"translate({way}px,0)"
    still = number(100 * length / (length + _HOLD))
    style = (
        "<style>.course{display:none}@media(prefers-reduced-motion:no-preference){.course{display:inline}"
        f".course g{{animation:course {number(length + _HOLD)}s linear infinite}}}}"
        f"@keyframes course{{0%{{transform:translate(0,0)}}{still}%,99.9%{{transform:{move}}}"
        f"100%{{transform:translate(0,0)}}}}</style>"
    )
    inner = f'width="{number(course.width)}" height="{number(course.height)}"'
    before = (course.start - course.y) if course.down else (course.start - course.x)
    at = f'y="{number(before)}"' if course.down else f'x="{number(before)}"'
    line = 'width="100%" height="2"' if course.down else 'width="2" height="100%"'
    veil = (
        f'<svg class="course" x="{number(course.x)}" y="{number(course.y)}" {inner} aria-hidden="true"><g>'
        f'<rect {at} width="100%" height="100%" fill="{PAPER}" fill-opacity="{_VEIL}"/>'
        f'<rect {at} {line} fill="{MESSAGE}"/></g></svg>'
    )
    whole = svg(scene)
    end = whole.rindex("</svg>")
    return f"{whole[:end]}{style}\n{veil}\n{whole[end:]}"
