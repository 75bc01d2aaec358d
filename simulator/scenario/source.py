"""A scenario's source: reading its text, its title and lesson, and what it is once it is ready to run."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from copy import copy
from types import ModuleType
from typing import Any, Self

from simulator.kernel import PYTHON, Front, Kernel, ScenarioError
from simulator.scenario.config import Config
from simulator.scenario.errors import LoadError

_SLACK = re.compile(r"(?m)^# *slack: *(\S+) *$")
_LARGEST = 10_000_000  # bytes of source: more is no scenario


class Loaded:
    """A scenario that is ready to run."""

    front: Front = PYTHON
    """What its language decides of how processes fail."""

    slack: str | None = None
    """How late what waits for the clock may be where its orders are explored, as its head says."""

    kernel_class: Callable[..., Kernel] = Kernel
    """Makes the kernel of a run, of its settings: a run in another order has one of its own."""

    followed: Callable[[], None] | None = None
    """Called after a run in an order that was given; raises if the order does not fit the program any more."""

    invariant: str | None = None
    """A function of the program, as ``Module.function``, that must not be false when its main process is through."""

    explore_test: Callable[[str, str, int], str | None] | None = None
    """Runs a test of the program, by its module and name, in so many orders; returns how it fails in one of them."""

    explored_as: str = ""
    """What to name on the command line to have one of its tests explored; empty for its path."""

    only_test: tuple[str, str] | None = None
    """The one test that is to be run, by its module and name."""

    repeated: bool = False
    """Whether it is run many times: what can be kept from one run to the next is kept."""

    warnings: tuple[str, ...] | list[str] = ()
    """What there is to say about its source before it runs."""

    kept: tuple[str, ...] | list[str] = ()
    """Files that the last run has written, and that are in memory alone."""

    cut: Callable[[], ScenarioError | None] | None = None
    """Tells what has cut a run off that was interrupted; None where it was the user."""

    config: Config
    """The settings that it runs with."""

    own_configs: tuple[Config, ...]
    """The objects that its code reads its settings from."""

    def __init__(self, path: str, source: str, module: ModuleType, config: Config, main: Callable[..., Any]) -> None:
        self.path = path
        self.source = source
        self.module = module
        self.config, self.own_configs = config, (config,)
        self.main = main
        self.title, self.doc = title_and_doc(module.__doc__)
        said = _SLACK.search(source)
        self.slack = None if said is None else said[1]

    def with_config(self, config: Config, *read: Config) -> Self:
        """Return the same scenario with other settings: its own code sees them while it runs, in *read*, too."""
        other = copy(self)
        other.config, other.own_configs = config, (*self.own_configs, *read)
        return other

    def begin(self, kernel: Kernel) -> None:
        """Prepare a run on this kernel; called before its first turn."""

    def carry_out(self, run: Callable[[], Any]) -> None:
        """Do *run*, which runs the kernel to its end."""
        run()

    def end(self) -> None:
        """Clear up after a run."""

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return os.path.basename(self.path)


def title_and_doc(docstring: str | None) -> tuple[str, str]:
    """Return the first line of a docstring, and the rest of it without its indentation.

    >>> title_and_doc("Ping-pong.\\n\\n    Two processes.\\n")
    ('Ping-pong.', 'Two processes.')
    """
    title, _, rest = (docstring or "").strip().partition("\n")
    lines = [line.rstrip() for line in rest.strip("\n").split("\n")]
    indents = [len(line) - len(line.lstrip()) for line in lines if line]
    margin = min(indents, default=0)
    return title.strip(), "\n".join(line[margin:] for line in lines).strip()


held: dict[str, bytes] = {}
"""What is no file, but read as if it were one: standard input, by the name that it goes by."""
TRACE_BEGINS = b'{"format":"beam-simulator-trace"'


def _read(path: str) -> bytes:
    if not os.path.exists(path):
        raise LoadError("no such file", path)
    if os.path.isdir(path):
        raise LoadError("a directory, not a scenario file", path)
    try:
        with open(path, "rb") as file:
            return file.read(_LARGEST + 1)
    except OSError as wrong:
        raise LoadError(f"cannot be read: {wrong.strerror}", path) from None


def read_source(path: str, kind: str = "a Python file") -> str:
    """Return the text of a scenario file; raises :class:`LoadError` for what is no text file."""
    raw = held[path] if path in held else _read(path)
    if len(raw) > _LARGEST:
        raise LoadError("larger than 10 MB: not a scenario", path)
    if raw.startswith(TRACE_BEGINS):
        raise LoadError("a trace, not a scenario: `simulator diagram` draws it", path)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise LoadError(f"not {kind}: it is not UTF-8 text", path) from None
