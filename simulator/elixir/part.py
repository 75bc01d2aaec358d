"""A file of a project: what is kept of it from an earlier time, and what it is compiled to."""

from __future__ import annotations

from types import FunctionType
from typing import NamedTuple

from simulator.elixir.runtime.running.image import Compiled, load_program
from simulator.elixir.tree.nodes import Lacking
from simulator.terms.digests import digest
from simulator.terms.places import WHOLE


class Entry(NamedTuple):
    """What is kept of a file."""

    digest: bytes
    """Of its text."""
    names: list[str]
    """The modules that its text defines, as far as it says their names."""
    image: bytes
    warnings: list[str]
    lacking: list[Lacking]
    outline: bytes
    """What other files that are compiled need to know of its modules, and which functions it calls."""
    needs: dict[str, bytes]
    """The modules that it needed while it was compiled, and of each the digest of all that it rests on."""
    mentions: list[str]
    """All atoms of its code: the modules that it may call are among them."""
    looked: dict[str, str]
    """What of the disk was asked for while it was compiled, and what was found."""


class Part:
    """A file, from its text to what it was compiled to."""

    def __init__(self, folder: str, file: str, text: str, evaluated: bool = False) -> None:
        self.folder = folder
        """The folder that its name is seen from, which is the current one while it is compiled."""
        self.file = file
        self.text = text
        self.digest = digest(text.encode("utf-8", "surrogatepass"))
        self.evaluated = evaluated
        """Whether it is no file, but a text that is evaluated as if it stood there: one of many of its name."""
        self.source = False
        """Whether it is one of a project's sources, and not what is run in it."""
        self.names: list[str] = []
        self.entry: Entry | None = None
        """What is known of it; None until it is compiled."""
        self.image: Compiled | None = None
        self.main: FunctionType | None = None
        """Runs its top level, once it is loaded."""
        self.looked: dict[str, str] | None = None
        """What of the disk was asked for when it was compiled, and what is found now; None where nobody has looked."""
        WHOLE.add(file)

    @property
    def key(self) -> str:
        """What it is kept by."""
        return f"{self.folder}\0{self.file}" + (f"\0{self.digest.hex()}" if self.evaluated else "")

    @property
    def warnings(self) -> list[str]:
        """What the compiler warned of."""
        return [] if self.entry is None else self.entry.warnings

    @property
    def lacking(self) -> list[Lacking]:
        """What it mentions that is not supported."""
        return [] if self.entry is None else self.entry.lacking

    def load(self) -> FunctionType:
        """Load its modules, and return what runs its top level."""
        assert self.image is not None
        self.main = load_program(self.image)
        return self.main
