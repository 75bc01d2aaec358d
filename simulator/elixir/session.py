"""The files of a project: which are compiled already, from an earlier time, and which have to be again.

What a file was compiled to is kept with the texts that it depends on while it is compiled: of the modules whose macros,
structs and functions it used, and of all that those mention. It is compiled again when one of them is another.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from simulator.elixir.part import Entry, Part
from simulator.elixir.runtime.running.image import dumps, loads
from simulator.elixir.runtime.world import world
from simulator.elixir.store import Store
from simulator.terms.digests import digest

if TYPE_CHECKING:
    from simulator.elixir.file_compiler import FileCompiler

_NOWHERE: Final = b""
"""In place of a digest: no file defines the module."""


class Session:
    """Files that know of one another's modules."""

    def __init__(self, store: Store, key: str) -> None:
        self._store = store
        self._key = key
        self._kept = _entries(store.read(key))
        self._changed = False
        self.parts: list[Part] = []
        self.owners: dict[str, Part] = {}
        """The file that defines a module, as its text says."""
        self._deep: dict[str, bytes] = {}
        self._compiler: FileCompiler | None = None

    @property
    def compiler(self) -> FileCompiler:
        """What compiles files; it is imported when one has to be."""
        if self._compiler is None:
            from simulator.elixir.file_compiler import FileCompiler

            self._compiler = FileCompiler(self.parts, self.owners)
        return self._compiler

    def add(self, folder: str, files: Iterable[tuple[str, str]]) -> list[Part]:
        """Add files, by their names seen from a folder and their texts, to those that can be waited for."""
        added = [self._part(folder, file, text) for file, text in files]
        for part in added:
            part.source = True
            for name in part.names:
                owner = self.owners.setdefault(name, part)
                if owner is not part and owner.folder == folder:
                    raise self.compiler.defined_twice(name, owner, part)
        self.parts += added
        self._deep.clear()
        return added

    def _part(self, folder: str, file: str, text: str, evaluated: bool = False) -> Part:
        """Return a file, with what is kept of it if its text is the same; whether that counts is seen later."""
        part = Part(folder, file, text, evaluated)
        known = self._kept.get(part.key)
        if known is not None and known.digest == part.digest:
            part.entry, part.names = known, known.names
        else:
            part.names = self.compiler.names_of(part)
        return part

    def compile(self, parts: Iterable[Part]) -> None:
        """Compile those of these files that have to be. Raises ``CompileError`` as the compiler says it."""
        parts = list(parts)
        stale = [part for part in parts if not self._restored(part)]
        if not stale:
            return
        for part in stale:
            part.entry = None
        self._changed = True
        made = self.compiler.compile(stale, parts)
        entries = [self._entry(part) for part in made]
        self._deep.clear()
        for part, entry in zip(made, entries, strict=True):  # when all of them are known, and what they rest on
            entry.needs.update({name: self._rests_on(name) for name in entry.needs})
            self._kept[part.key] = entry

    def _restored(self, part: Part) -> bool:
        """Return whether what is kept of a file counts, and take its image from there."""
        if part.image is not None:
            return True
        entry = part.entry
        if entry is None or entry.looked != _looked(part):
            return False
        if any(self._rests_on(name) != found for name, found in entry.needs.items()):
            return False
        try:
            part.image = loads(entry.image)
        except ValueError:
            return False
        return True

    def _entry(self, part: Part) -> Entry:
        assert part.image is not None
        made = self.compiler.made(part)
        mentions = sorted(set(part.image.atoms.values()))
        part.entry = entry = Entry(
            part.digest, part.names, dumps(part.image), made.warnings, made.lacking, made.outline,
            dict.fromkeys(made.needs, _NOWHERE), mentions, _looked(part),
        )  # fmt: skip
        return entry

    def _rests_on(self, name: str) -> bytes:
        """Return the digest of all that a module rests on: its file, and those that it mentions, and so on."""
        known = self._deep.get(name)
        if known is None:
            owner = self.owners.get(name)
            known = self._deep[name] = _NOWHERE if owner is None else digest(b"".join(self._reached(owner)))
        return known

    def _reached(self, start: Part) -> list[bytes]:
        found = {start.key: start}
        waiting = [start]
        while waiting:
            entry = waiting.pop().entry
            for name in [] if entry is None else [*entry.mentions, *entry.needs]:
                owner = self.owners.get(name)
                if owner is not None and owner.key not in found:
                    found[owner.key] = owner
                    waiting.append(owner)
        return [
            key.encode() + part.digest + repr(sorted(_looked(part).items())).encode("utf-8", "surrogatepass")
            for key, part in sorted(found.items())
        ]

    def require(self, folder: str, file: str, text: str, evaluated: bool = False) -> Part:
        """Compile one more file, or a text that is *evaluated* as if in it, whose modules nobody has waited for."""
        part = self._part(folder, file, text, evaluated)
        self.compile([part])
        self.parts.append(part)
        for name in part.names:
            if self.owners.setdefault(name, part).key == part.key:
                self.owners[name] = part
        self._deep.clear()
        return part

    def save(self) -> None:
        """Keep what was compiled for the next time."""
        if self._changed:
            self._changed = False
            self._store.write(self._key, marshal.dumps({key: tuple(entry) for key, entry in self._kept.items()}))


def _entries(data: bytes | None) -> dict[str, Entry]:
    """Return what is kept of files, by their keys."""
    try:
        return {} if data is None else {key: Entry(*told) for key, told in marshal.loads(data).items()}
    except (EOFError, TypeError, ValueError, AttributeError):
        return {}


def _looked(part: Part) -> dict[str, str]:
    """Return what a file asked the disk for when it was compiled, with what is found now."""
    if part.looked is None:
        part.looked = {} if part.entry is None else world().files.seen_again(part.entry.looked)
    return part.looked


def known_names(parts: Iterable[Part]) -> Any:
    """Return the modules of files by their names, sorted."""
    return sorted(name for part in parts if part.image is not None for name, _, _ in part.image.modules)
