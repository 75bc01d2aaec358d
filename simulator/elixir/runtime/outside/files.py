"""The files of a run: those of the disk that may be read, and over them, in memory, what the program has written.

Every method raises ``OSError`` as the system would, and stops the program where it reaches for what it may not
read. Where the disk may not be looked at, a folder that something is written to counts as being there.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager, suppress
from typing import Any, ClassVar, Final, NoReturn

from simulator.elixir.runtime.outside.rules import Rules
from simulator.terms.digests import digest
from simulator.terms.weight import Weighed

TEMPORARY: Final = "/tmp"
"""The folder for temporary files: empty when a run begins. What the machine has there is refused, as elsewhere."""
LARGEST: Final = 1 << 28
"""Bytes that are read of a file at most; one without an end has more."""

_BYTES: Final = 4096
"""Bytes that are written while an item of a walk is taken."""


class _Mark:
    """What is at a path in place of a file's content."""


_FOLDER: Final = _Mark()
_GONE: Final = _Mark()


_LIES: Final = "lies"
"""What is asked of a path that may not be looked at, and would be refused."""
_REFUSED: Final = "refused"
"""What is noted of a path that may not be looked at."""


def _content(path: str) -> bytes:
    with open(path, "rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise _failure(errno.ENOMEM, path)
    return content


_LOOKS: Final[dict[str, Callable[[str], Any]]] = {
    "folder": os.path.isdir, "file": os.path.isfile, "names": os.listdir, "content": _content,
}  # fmt: skip
"""What can be asked of a path on the disk."""


def _mark(found: Any) -> str:
    """Return what tells what was found from all else."""
    content = found if isinstance(found, bytes) else repr(sorted(found) if isinstance(found, list) else found).encode()
    return digest(content).hex()


def _failure(number: int, path: str) -> OSError:
    return OSError(number, os.strerror(number), path)


class Files:
    """The files that a program sees. Paths may be relative to :attr:`folder`, the program's current one."""

    refuse: ClassVar[Callable[[str], NoReturn]]
    """Stops the program, which reached for a path that it may not read; set by what knows how to."""

    def __init__(self, rules: Rules, folder: str | None = None) -> None:
        self.rules = rules
        self.folder = os.getcwd() if folder is None else folder
        self._looked: dict[str, str] | None = None
        """What of the disk was asked for, and what was found; None where nobody wants to know."""
        self._kept: dict[str, bytes | _Mark] = {TEMPORARY: _FOLDER}

    def absolute(self, path: str) -> str:
        """Return a path from the root, without ``.`` and ``..``."""
        return os.path.normpath(os.path.join(self.folder, path))

    # -- looking ------------------------------------------------------------------------------

    def exists(self, path: str) -> bool:
        """Whether there is a file or folder."""
        return self.is_folder(path) or self.is_file(path)

    def is_folder(self, path: str) -> bool:
        """Whether it is a folder; a link that leads to where nothing may be read is none."""
        path = self.absolute(path)
        kept = self._kept_at(path)
        if kept is None and self._leaves(path):
            return False
        return self._look("folder", path) if kept is None else kept is _FOLDER

    def is_file(self, path: str) -> bool:
        """Whether it is a file."""
        path = self.absolute(path)
        kept = self._kept_at(path)
        return self._look("file", path) if kept is None else isinstance(kept, bytes)

    def size(self, path: str) -> int:
        """Return how many bytes a file has; 4096 for a folder."""
        return 4096 if self.is_folder(path) else len(self.read(path))

    def names(self, path: str) -> list[str]:
        """Return the names of what a folder has, sorted."""
        path = self._folder(path)
        below = {os.path.basename(each): kept for each, kept in self._kept.items() if os.path.dirname(each) == path}
        found = set() if self._kept_at(path) is _FOLDER else set(self._look("names", path))
        found |= {name for name, kept in below.items() if kept is not _GONE}
        return sorted(found - {name for name, kept in below.items() if kept is _GONE} - {""})

    def below(self, path: str) -> list[str]:
        """Return the path, and if it is a folder all that lies in it, folders before what they have."""
        if not self.is_folder(path):
            return [path]
        return [path, *(each for name in self.names(path) for each in self.below(os.path.join(path, name)))]

    def read(self, path: str) -> bytes:
        """Return the content of a file."""
        path = self.absolute(path)
        kept = self._kept_at(path)
        if isinstance(kept, bytes):
            return kept
        if kept is not None:
            raise _failure(errno.EISDIR if kept is _FOLDER else self._missing(path), path)
        content: bytes = self._look("content", path)
        return content

    # -- changing -----------------------------------------------------------------------------

    def source(self, path: str) -> str:
        """Return the text of a file that a program requires; what is compiled is kept by it: this counts as no look."""
        looked, self._looked = self._looked, None
        try:
            return self.read(path).decode("utf-8", "replace")
        finally:
            self._looked = looked

    def write(self, path: str, content: bytes, append: bool = False) -> None:
        """Write a file, or add to it."""
        path = self.absolute(path)
        if self.rules.may_write(path):
            with open(path, "ab" if append else "wb") as file:
                file.write(content)
            return
        if self._known(path) and self.is_folder(path):
            raise _failure(errno.EISDIR, path)
        self._check_parent(path)
        before = self.read(path) if append and self._known(path) and self.is_file(path) else b""
        if len(before) + len(content) > LARGEST:
            raise _failure(errno.ENOSPC, path)
        Weighed.count((len(before) + len(content)) // _BYTES)
        self._kept[path] = before + content

    def make_folder(self, path: str) -> None:
        """Make a folder in one that is there."""
        path = self.absolute(path)
        if self._known(path) and self.exists(path):
            raise _failure(errno.EEXIST, path)
        if self.rules.may_write(path):
            os.mkdir(path)
            return
        self._check_parent(path)
        self._kept[path] = _FOLDER

    def make_folders(self, path: str) -> None:
        """Make a folder, and those that it is in, as far as they are missing."""
        path = self.absolute(path)
        if self._known(path) and self.is_folder(path):
            return
        parent = os.path.dirname(path)
        if parent != path and self._known(parent) and not self.is_folder(parent):
            if self.is_file(parent):
                raise _failure(errno.ENOTDIR, path)
            self.make_folders(parent)
        self.make_folder(path)

    def remove(self, path: str) -> None:
        """Remove a file."""
        path = self.absolute(path)
        if self._is_link(path) and self._may_be_known(path):
            self._drop(path)
            return
        if self.is_folder(path):
            raise _failure(errno.EPERM, path)
        if not self.is_file(path):
            raise _failure(self._missing(path), path)
        self._drop(path)

    def remove_folder(self, path: str) -> None:
        """Remove a folder that has nothing in it."""
        path = self._folder(path)
        if path == self.folder:
            raise _failure(errno.EINVAL, path)
        if self.names(path):
            raise _failure(errno.EEXIST, path)
        self._drop(path)

    def remove_all(self, path: str) -> list[str]:
        """Remove a file or folder and all in it; return what was removed, as named from *path* on."""
        if not self._known(self.absolute(path)):  # to remove it is to write: what it is may not be looked at
            self._kept[self.absolute(path)] = _GONE
            return []
        if not self.exists(path):
            return []
        found = self._within(path)
        for each in reversed(found):
            self._drop(self.absolute(each))
        return found

    def _within(self, path: str) -> list[str]:
        """Return what :meth:`below` does, but of a link no more than itself."""
        if self._is_link(path) or not self.is_folder(path):
            return [path]
        return [path, *(each for name in self.names(path) for each in self._within(os.path.join(path, name)))]

    def _is_link(self, path: str) -> bool:
        """Whether a path is a link on the disk."""
        path = self.absolute(path)
        return self._kept_at(path) is None and os.path.islink(path)

    def copy(self, source: str, target: str) -> None:
        """Copy a file."""
        self.write(target, self.read(source))

    def copy_all(self, source: str, target: str) -> list[str]:
        """Copy a file or a folder with all in it; return what was made, as named from *target* on."""
        made = []
        for each in self.below(source):
            rest = os.path.relpath(each, source)
            place = target if rest == "." else os.path.join(target, rest)
            if self.is_folder(each):
                self.make_folders(place)
            else:
                self.copy(each, place)
            made.append(place)
        return made

    def rename(self, source: str, target: str) -> None:
        """Give a file or folder another name."""
        if not self.exists(source):
            raise _failure(self._missing(self.absolute(source)), source)
        self.copy_all(source, target)
        self.remove_all(source)

    def touch(self, path: str) -> None:
        """Make an empty file, if there is none."""
        self.write(path, b"", append=True)

    def change_folder(self, path: str) -> None:
        """Let another folder be the current one."""
        self.folder = self._folder(path)

    def kept(self) -> list[str]:
        """Return the paths of what was written and is in memory alone, seen from where the simulator runs."""
        here = os.getcwd()
        return sorted(
            os.path.relpath(path, here) if path.startswith(here + os.sep) else path
            for path, kept in self._kept.items()
            if isinstance(kept, bytes)
        )

    # -- within -------------------------------------------------------------------------------

    def _kept_at(self, path: str) -> bytes | _Mark | None:
        """Return what memory has at a path; None where the disk is to be asked."""
        kept = self._kept.get(path)
        if kept is not None:
            return kept
        place, parent = path, os.path.dirname(path)
        while parent != place and parent not in self._kept:
            place, parent = parent, os.path.dirname(parent)
        if parent == place or (parent == TEMPORARY and (self._may_be_known(path) or self._lies(path))):
            return None
        return _GONE

    def _leaves(self, path: str) -> bool:
        """Whether a path is a link out of what may be read."""
        return not self.rules.may_read(path) and self.rules.may_read(os.path.dirname(path)) and os.path.islink(path)

    def _may_be_known(self, path: str) -> bool:
        """Whether a path lies where the program may read, wherever it leads."""
        return self.rules.may_read(path) or self.rules.may_read(os.path.dirname(path))

    def _look(self, what: str, path: str) -> Any:
        """Return what the disk has at a path, which may be looked at; or stop the program."""
        if not self.rules.may_read(path):
            self._note(what, path, _REFUSED)
            Files.refuse(path)
        try:
            found = _LOOKS[what](path)
        except OSError as wrong:
            self._note(what, path, str(wrong.errno))
            raise
        if self._looked is not None:
            self._note(what, path, _mark(found))
        return found

    def _lies(self, path: str) -> bool:
        """Whether the machine has anything at a path of the folder for temporary files, which may not be looked at."""
        found = os.path.lexists(path)
        self._note(_LIES, path, _mark(found))
        return found

    def _note(self, what: str, path: str, mark: str) -> None:
        if self._looked is not None:
            self._looked[f"{what} {path}"] = mark

    @contextmanager
    def watched(self) -> Generator[dict[str, str]]:
        """Note meanwhile what of the disk is asked for."""
        before = self._looked
        looked: dict[str, str] = {}
        self._looked = looked
        try:
            yield looked
        finally:
            if before is not None:
                before.update(looked)
            self._looked = before

    def seen_again(self, looks: Iterable[str]) -> dict[str, str]:
        """Return what is found now by what was asked for before."""
        with self.watched() as found:
            for each in looks:
                what, _, path = each.partition(" ")
                if what == _LIES:
                    self._lies(path)
                elif self.rules.may_read(path):
                    with suppress(OSError):
                        self._look(what, path)
                else:
                    self._note(what, path, _REFUSED)
        return found

    def _known(self, path: str) -> bool:
        """Whether it can be told what is at a path without looking at what may not be read."""
        return self._kept_at(path) is not None or self.rules.may_read(path)

    def _missing(self, path: str) -> int:
        """Return the error of a path at which there is nothing: a folder on the way may be a file."""
        parent = os.path.dirname(path)
        return errno.ENOTDIR if self._known(parent) and self.is_file(parent) else errno.ENOENT

    def _check_parent(self, path: str) -> None:
        parent = os.path.dirname(path)
        if self._known(parent) and not self.is_folder(parent):
            raise _failure(self._missing(path), path)

    def _folder(self, path: str) -> str:
        """Return the path of a folder from the root; raise if it is none."""
        path = self.absolute(path)
        if not self.is_folder(path):
            raise _failure(errno.ENOTDIR if self.is_file(path) else self._missing(path), path)
        return path

    def _drop(self, path: str) -> None:
        """Remove what is at a path, from the disk if that may be written."""
        gone = self._kept_at(path) is None and self.rules.may_remove(path)
        if gone and (os.path.islink(path) or not os.path.isdir(path)):
            os.remove(path)
        elif gone and not os.listdir(path):
            os.rmdir(path)
        else:  # in memory; so is a folder in which there is what may not be removed
            self._kept[path] = _GONE
