"""What of the outside a program may reach: a program from anywhere is harmless, and its run the same everywhere.

By default it reads what lies below its own folder, writes into memory alone, and finds an empty environment.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Final

EVERYTHING: Final = "*"
"""In place of a path or a name: all of them."""


class Rules:
    """What may be read, written to the disk, and known of the environment.

    *folders* are those of the program; *read* and *write* are paths, and all that lies below them; *environment*
    are names of variables. :data:`EVERYTHING` stands for all.

    >>> Rules(folders=["/home/me/lesson"]).may_read("/home/me/lesson/words.txt")
    True
    """

    def __init__(
        self,
        folders: Iterable[str] = (),
        read: Iterable[str] = (),
        write: Iterable[str] = (),
        environment: Iterable[str] = (),
    ) -> None:
        self._write = _real(write)
        self._read = (*_real(folders), *_real(read), *self._write)
        self.environment = tuple(environment)
        self.protected: tuple[str, ...] = ()
        """Folders that are never written, whatever is allowed."""

    def may_read(self, path: str) -> bool:
        """Whether a file may be read, wherever links lead."""
        return _covered(os.path.realpath(path), self._read)

    def may_write(self, path: str) -> bool:
        """Whether what is written goes to the disk."""
        real = os.path.realpath(path)
        return _covered(real, self._write) and not _covered(real, self.protected)

    def variables(self, given: Mapping[str, str]) -> dict[str, str]:
        """Return those variables of the environment *given* that may be known."""
        if EVERYTHING in self.environment:
            return dict(given)
        return {name: given[name] for name in self.environment if name in given}


def _real(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple([path if path == EVERYTHING else os.path.realpath(path) for path in paths])


def _covered(path: str, folders: tuple[str, ...]) -> bool:
    return any(
        folder == EVERYTHING or path == folder or path.startswith(folder.rstrip(os.sep) + os.sep) for folder in folders
    )
