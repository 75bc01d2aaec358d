"""Where compiled programs are kept: a folder of the user's cache, found by a digest of all that matters.

What is kept is code, so it is read only if the folder and the file belong to the user who runs it and nobody else
may write there. Whatever goes wrong with the folder is no error: the program is compiled again.
"""

from __future__ import annotations

import os
import stat
import sys
from functools import cache
from typing import Final

from simulator.terms.digests import blake2b, digest

_MAGIC: Final = b"beam-simulator elixir 1\n"
_MOST: Final = 400
"""So many programs are kept; the oldest make room."""


class Store:
    """A folder of compiled programs; None for no folder: nothing is kept."""

    def __init__(self, folder: str | None) -> None:
        self.folder = folder

    @classmethod
    def of_user(cls) -> Store:
        """Return the store in the user's cache (``XDG_CACHE_HOME``, or ``~/.cache``)."""
        base = os.environ.get("XDG_CACHE_HOME") or ""
        if not os.path.isabs(base):
            home = os.path.expanduser("~")
            base = os.path.join(home, ".cache") if os.path.isabs(home) else ""
        return cls(os.path.join(base, "beam-simulator", "elixir") if base else None)

    @property
    def folders(self) -> tuple[str, ...]:
        """The folder, if there is one, as no program may write there."""
        return () if self.folder is None else (os.path.realpath(self.folder),)

    def key(self, parts: list[str]) -> str:
        """Return under which name a program of these texts is kept: other texts, another version, another name."""
        made = blake2b(digest_size=20)
        for part in [sys.version, _fingerprint(), *parts]:
            data = part.encode("utf-8", "surrogatepass")
            made.update(b"%d:" % len(data))
            made.update(data)
        return made.hexdigest()

    def read(self, key: str) -> bytes | None:
        """Return what is kept under this name, or None."""
        if self.folder is None or not _is_own(self.folder):
            return None
        try:
            number = os.open(os.path.join(self.folder, key), os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        except OSError:
            return None
        with open(number, "rb") as file:
            if not _is_private(os.fstat(number)):
                return None
            data = file.read()
        start = len(_MAGIC) + 20
        if not data.startswith(_MAGIC) or digest(data[start:]) != data[len(_MAGIC) : start]:
            return None
        return data[start:]

    def write(self, key: str, data: bytes) -> None:
        """Keep something under this name, if that can be done; whoever reads sees all of it or nothing."""
        if self.folder is None:
            return
        temporary = os.path.join(self.folder, f".{key}.{os.getpid()}")
        try:
            os.makedirs(self.folder, mode=0o700, exist_ok=True)
            if not _is_own(self.folder):
                return
            number = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with open(number, "wb") as file:
                file.write(_MAGIC + digest(data) + data)
            os.replace(temporary, os.path.join(self.folder, key))
            self._prune()
        except OSError:
            return

    def _prune(self) -> None:
        """Remove the oldest programs where there are too many."""
        assert self.folder is not None
        with os.scandir(self.folder) as entries:
            known = [(entry.stat(follow_symlinks=False).st_mtime_ns, entry.path) for entry in entries]
        for _, path in sorted(known)[: max(0, len(known) - _MOST)]:
            os.unlink(path)


def _is_own(folder: str) -> bool:
    """Return whether a folder is the user's own, and nobody else may write in it."""
    try:
        found = os.lstat(folder)
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and _is_private(found)


def _is_private(found: os.stat_result) -> bool:
    if not hasattr(os, "getuid"):  # on Windows lists that the mode does not show keep others out of a user's folders
        return True
    return found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


@cache
def _fingerprint() -> str:
    """Return what tells this version of the compiler from others: the sizes and times of all files of this room.

    They are looked at once in a process, which has its compiler from then on: three quarters of what it took to load
    a program of forty lines again.
    """
    marks: list[str] = []
    folders = [os.path.dirname(os.path.abspath(__file__))]
    for folder in folders:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith((".py", ".txt")):
                    found = entry.stat()
                    marks.append(f"{entry.path} {found.st_size} {found.st_mtime_ns}")
                elif entry.is_dir() and entry.name != "__pycache__":
                    folders.append(entry.path)
    return "\n".join(sorted(marks))
