"""A source text under conversion: its bytes, and the places of its nodes as Elixir counts them."""

from __future__ import annotations

from typing import Any

from simulator.elixir.ast import Meta


class Source:
    """The text of one file, as the converters see it."""

    __slots__ = ("_ascii", "_lines", "data", "file", "gaps")

    def __init__(self, data: bytes, file: str, gaps: frozenset[int] = frozenset()) -> None:
        self.data = data
        self.file = file
        self.gaps = gaps
        """Offsets of ``(`` that the mended text has where the author wrote ``[``."""
        self._ascii = data.isascii()
        self._lines: list[bytes] | None = None

    def meta(self, node: Any) -> Meta:
        """Return where *node* starts: the tree counts bytes from 0, Elixir characters from 1."""
        row, column = node.start_point
        if not self._ascii:
            column = self._characters(row, column)
        return Meta(row + 1, column + 1)

    def text(self, node: Any) -> str:
        """Return the text of *node*."""
        return self.data[node.start_byte : node.end_byte].decode()

    def _characters(self, row: int, column: int) -> int:
        if self._lines is None:
            self._lines = self.data.split(b"\n")
        return len(self._lines[row][:column].decode())
