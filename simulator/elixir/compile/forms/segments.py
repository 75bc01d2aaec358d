"""Segments of a binary: what stands in one, its type, how large it is and how it lies there."""

from __future__ import annotations

from typing import Any

from simulator.elixir.compile.frame import Frame
from simulator.elixir.compile.writing import expression
from simulator.elixir.tree.nodes import Node

UTF = {"utf8": "utf-8", "utf16": "utf-16-be", "utf32": "utf-32-be"}


class Segment:
    """One segment: what stands in it, its type, how large it is and how it lies there."""

    __slots__ = ("little", "signed", "size", "type", "unit", "value")

    def __init__(self, node: Node) -> None:
        self.value, spec = node.args
        self.type = "integer"
        self.size: Any = None
        self.unit: int | None = None
        self.signed = self.little = False
        while spec.is_call("-", 2):
            self._word(spec.args[1])
            spec = spec.args[0]
        self._word(spec)

    def _word(self, node: Node) -> None:
        name = node.form.name
        if name == "size":
            self.size = node.args[0]
        elif name == "unit":
            self.unit = node.args[0]
        elif name in ("signed", "unsigned"):
            self.signed = name == "signed"
        elif name in ("little", "native"):
            self.little = True
        elif name != "big":
            self.type = name

    @property
    def encoded(self) -> Any:
        """The bytes that a literal string stands for, None for anything else."""
        if self.value.__class__ not in (str, bytes) or self.size is not None:
            return None
        if not isinstance(self.value, str):
            return self.value
        codec = UTF.get(self.type, "utf-8")
        if self.little and self.type != "utf8":
            codec = codec.replace("-be", "-le")
        return self.value.encode(codec)

    def bits(self, frame: Frame) -> str | None:
        """Return the text of its size in bits; None where it takes all that is left."""
        unit = self.unit or (8 if self.type == "binary" else 1)
        size = self.size
        if size is None:
            if self.type in ("binary", "bitstring"):
                return None
            size = 64 if self.type == "float" else 8
            unit = 1
        if size.__class__ is int:
            return str(size * unit)
        return f"bit_count({expression(frame, size)}, {unit})"
