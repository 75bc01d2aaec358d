"""What every picture that is drawn as a scene can be saved as."""

from __future__ import annotations

from typing import Any

from simulator.diagrams.drawing import svg as svg_writer
from simulator.diagrams.drawing.animation import Course, animated
from simulator.diagrams.drawing.scene import Scene


class Picture:
    """A picture; shown by itself in a notebook."""

    @property
    def scene(self) -> Scene:
        """The picture as shapes."""
        raise NotImplementedError

    @property
    def course(self) -> Course:
        """Where time goes in it."""
        raise NotImplementedError

    def animated(self, seconds: float | None = None) -> str:
        """Return the picture as SVG that plays by itself, in so many *seconds*, or in as many as its length needs."""
        return animated(self.scene, self.course, seconds)

    def svg(self) -> str:
        """Return the picture as the text of an SVG file; full terms are in its tooltips."""
        return svg_writer.svg(self.scene)

    def png(self) -> bytes:
        """Return the picture as a PNG file. Raises :class:`RenderError` where there is no Graphviz."""
        from simulator.diagrams.drawing.xdot import picture

        return picture(self.scene, "png")

    def pdf(self) -> bytes:
        """Return the picture as a PDF file. Raises :class:`RenderError` where there is no Graphviz."""
        from simulator.diagrams.drawing.xdot import picture

        return picture(self.scene, "pdf")

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"image/svg+xml": self.svg()}
