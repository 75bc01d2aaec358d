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
        return self._may_change(os.path.realpath(path))

    def may_remove(self, path: str) -> bool:
        """Whether it goes from the disk when it is removed; a link is removed itself, wherever it leads."""
        folder, name = os.path.split(path)
        return self._may_change(os.path.join(os.path.realpath(folder), name))

    def _may_change(self, real: str) -> bool:
        return _covered(real, self._write) and not any(_leads_into(real, folder) for folder in self.protected)

    def variables(self, given: Mapping[str, str]) -> dict[str, str]:
        """Return those variables of the environment *given* that may be known."""
        if EVERYTHING in self.environment:
            return dict(given)
        return {name: given[name] for name in self.environment if name in given}


def _real(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple([path if path == EVERYTHING else os.path.realpath(path) for path in paths])


def _leads_into(path: str, folder: str) -> bool:
    """Whether a path lies in a folder, by whatever name: another case of letters, another mount, a second link."""
    if _covered(path, (folder,)):
        return True
    wanted = _identity(folder)
    if wanted is None:
        return False
    place = path
    while _identity(place) != wanted:
        above = os.path.dirname(place)
        if above == place:
            return _is_linked_in(path, folder)
        place = above
    return True


def _is_linked_in(path: str, folder: str) -> bool:
    """Whether a file has a second name in a folder."""
    if not os.path.isfile(path) or os.stat(path).st_nlink == 1:
        return False
    return any(
        _identity(os.path.join(base, name)) == _identity(path) for base, _, names in os.walk(folder) for name in names
    )


def _identity(path: str) -> tuple[int, int] | None:
    """Return what a file or folder is the same by, whatever it is called; None if there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _covered(path: str, folders: tuple[str, ...]) -> bool:
    return any(
        folder == EVERYTHING or path == folder or path.startswith(folder.rstrip(os.sep) + os.sep) for folder in folders
    )
