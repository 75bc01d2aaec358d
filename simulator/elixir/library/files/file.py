"""``File``: the files of the run, read and written whole or by lines, in no virtual time.

What a program may reach of the disk, :mod:`simulator.elixir.runtime.outside` says.
Source of the semantics: Elixir 1.14, the module ``File``.
"""

from __future__ import annotations

from collections.abc import Callable
from types import GeneratorType
from typing import Any

from simulator.elixir.library.files.devices import closed, opened
from simulator.elixir.library.files.io import iodata
from simulator.elixir.library.files.path import text_of
from simulator.elixir.library.files.streams import file_stream, reason_of
from simulator.elixir.runtime.bridge import boolean, is_function
from simulator.elixir.runtime.errors import error
from simulator.elixir.runtime.outside.files import Files
from simulator.elixir.runtime.world import world
from simulator.terms import Atom
from simulator.terms.bits import binary
from simulator.terms.lists import EMPTY, from_list, to_list

OK, ERROR = Atom("ok"), Atom("error")
_APPEND = Atom("append")


def _files() -> Files:
    return world().files


def _tried(step: Callable[[], Any]) -> Any:
    """Return ``{:ok, result}``, ``:ok`` for a step without one, or ``{:error, reason}``."""
    try:
        found = step()
    except OSError as wrong:
        return (ERROR, reason_of(wrong))
    return OK if found is None else (OK, found)


def _or_raise(found: Any, path: Any, action: str) -> Any:
    """Return what was found; raise ``File.Error`` for an error."""
    if found is OK:
        return OK
    kind, value = found
    if kind is OK:
        return value
    raise error("File.Error", reason=value, path=path, action=action)


def read(path: Any) -> Any:
    """Return ``{:ok, content}`` or ``{:error, reason}``."""
    return _tried(lambda: binary(_files().read(text_of(path))))


def read_or_raise(path: Any) -> Any:
    """Return the content of a file. Raises ``File.Error``."""
    return _or_raise(read(path), path, "read file")


def write_2(path: Any, content: Any) -> Any:
    """Write a file; return ``:ok`` or ``{:error, reason}``."""
    return write_3(path, content, EMPTY)


def write_3(path: Any, content: Any, modes: Any) -> Any:
    """Write a file, or add to it with ``:append``; return ``:ok`` or ``{:error, reason}``."""
    data = iodata(content)

    return _tried(lambda: _files().write(text_of(path), data, append=_APPEND in to_list(modes)))


def write_or_raise_2(path: Any, content: Any) -> Any:
    """Write a file. Raises ``File.Error``."""
    return _or_raise(write_2(path, content), path, "write to file")


def write_or_raise_3(path: Any, content: Any, modes: Any) -> Any:
    """Write a file, or add to it. Raises ``File.Error``."""
    return _or_raise(write_3(path, content, modes), path, "write to file")


def exists(path: Any) -> Any:
    """Return whether there is such a file or folder."""
    return boolean(_files().exists(text_of(path)))


def is_dir(path: Any) -> Any:
    """Return whether it is a folder."""
    return boolean(_files().is_folder(text_of(path)))


def is_regular(path: Any) -> Any:
    """Return whether it is a file."""
    return boolean(_files().is_file(text_of(path)))


def _simple(step: Callable[[Files, str], Any], action: str) -> tuple[Any, Any]:
    """Return the function of a path that answers, and the one that raises."""

    def answer(path: Any) -> Any:
        return _tried(lambda: step(_files(), text_of(path)))

    def raising(path: Any) -> Any:
        return _or_raise(answer(path), path, action)

    return answer, raising


def _listed(files: Files, path: str) -> Any:
    return from_list(list(files.names(path)))


def ls_0() -> Any:
    """Return ``{:ok, names}`` of what is in the current folder."""
    return _tried(lambda: _listed(_files(), "."))


def ls_or_raise_0() -> Any:
    """Return the names of what is in the current folder."""
    return _or_raise(ls_0(), ".", "list directory")


def cwd() -> Any:
    """Return ``{:ok, folder}`` of the current one."""
    return (OK, _files().folder)


def cwd_or_raise() -> Any:
    """Return the current folder."""
    return _files().folder


def rm_rf(path: Any) -> Any:
    """Remove a file or folder and all in it; return ``{:ok, removed}``."""
    return (OK, from_list(list(_files().remove_all(text_of(path)))))


def rm_rf_or_raise(path: Any) -> Any:
    """Remove a file or folder and all in it; return what was removed."""
    return rm_rf(path)[1]


def copy(source: Any, target: Any) -> Any:
    """Copy a file; return ``:ok`` or ``{:error, reason}``."""
    return _tried(lambda: _files().copy(text_of(source), text_of(target)))


def copy_or_raise(source: Any, target: Any) -> Any:
    """Copy a file. Raises ``File.Error``."""
    return _or_raise(copy(source, target), source, "copy")


def copy_all(source: Any, target: Any) -> Any:
    """Copy a file, or a folder with all in it; return ``{:ok, made}`` or ``{:error, reason, path}``."""
    found = _tried(lambda: from_list(list(_files().copy_all(text_of(source), text_of(target)))))
    return found if found[0] is OK else (*found, source)


def copy_all_or_raise(source: Any, target: Any) -> Any:
    """Copy a file, or a folder with all in it; return what was made. Raises ``File.Error``."""
    return _or_raise(copy_all(source, target)[:2], source, "copy recursively")


def rename(source: Any, target: Any) -> Any:
    """Give a file another name; return ``:ok`` or ``{:error, reason}``."""
    return _tried(lambda: _files().rename(text_of(source), text_of(target)))


def rename_or_raise(source: Any, target: Any) -> Any:
    """Give a file another name. Raises ``File.Error``."""
    return _or_raise(rename(source, target), source, "rename")


def open_1(path: Any) -> Any:
    """``File.open/1``: to read."""
    return _tried(lambda: opened(text_of(path), []))


def open_2(path: Any, given: Any) -> Any:
    """``File.open/2``: with modes, or with a function that gets the device, which is closed after it; steps."""
    if is_function(given, 1):
        return (yield from open_3(path, EMPTY, given))
    return _tried(lambda: opened(text_of(path), to_list(given)))


def open_3(path: Any, modes: Any, function: Any) -> Any:
    """``File.open/3``: ``{:ok, answer}`` of a function that gets the device, which is closed after it; steps."""
    found = _tried(lambda: opened(text_of(path), to_list(modes)))
    if found[0] is ERROR:
        return found
    try:
        answer = function(found[1])
        if answer.__class__ is GeneratorType:
            answer = yield from answer
    finally:
        closed(found[1])
    return (OK, answer)


def open_or_raise_1(path: Any) -> Any:
    """``File.open!/1``. Raises ``File.Error``."""
    return _or_raise(open_1(path), path, "open")


def open_or_raise_2(path: Any, given: Any) -> Any:
    """``File.open!/2``. Raises ``File.Error``; steps."""
    return _or_raise((yield from open_2(path, given)), path, "open")


def open_or_raise_3(path: Any, modes: Any, function: Any) -> Any:
    """``File.open!/3``. Raises ``File.Error``; steps."""
    return _or_raise((yield from open_3(path, modes, function)), path, "open")


def close(device: Any) -> Any:
    """``File.close/1``"""
    closed(device)
    return OK


def stream_1(path: Any) -> Any:
    """Return the stream of the lines of a file, each with its line end."""
    return file_stream(path, EMPTY, Atom("line"))


def stream_2(path: Any, modes: Any) -> Any:
    """Return the stream of the lines of a file, each with its line end."""
    return file_stream(path, modes, Atom("line"))


def stream_3(path: Any, modes: Any, unit: Any) -> Any:
    """Return the stream of the lines of a file, or of pieces of so many bytes."""
    return file_stream(path, modes, unit)


_READS, _READS_OR_RAISES = _simple(_listed, "list directory")
_MAKES, _MAKES_OR_RAISES = _simple(Files.make_folder, "make directory")
_MAKES_ALL, _MAKES_ALL_OR_RAISES = _simple(Files.make_folders, "make directory (with -p)")
_REMOVES, _REMOVES_OR_RAISES = _simple(Files.remove, "remove file")
_REMOVES_DIR, _REMOVES_DIR_OR_RAISES = _simple(Files.remove_folder, "remove directory")
_TOUCHES, _TOUCHES_OR_RAISES = _simple(Files.touch, "touch")
_CHANGES, _CHANGES_OR_RAISES = _simple(Files.change_folder, "set current working directory to")

def cd_with(path: Any, function: Any) -> Any:
    """Call a function in another current folder, and return to the one before. Raises ``File.Error``."""
    before = _files().folder
    _CHANGES_OR_RAISES(path)
    try:
        answer = function()
        if answer.__class__ is GeneratorType:
            answer = yield from answer
        return answer
    finally:
        _CHANGES_OR_RAISES(before)


FUNCTIONS = {
    "read/1": read, "read!/1": read_or_raise, "write/2": write_2, "write/3": write_3, "write!/2": write_or_raise_2,
    "write!/3": write_or_raise_3, "exists?/1": exists, "dir?/1": is_dir, "regular?/1": is_regular, "ls/0": ls_0,
    "ls!/0": ls_or_raise_0, "ls/1": _READS, "ls!/1": _READS_OR_RAISES, "mkdir/1": _MAKES, "mkdir!/1": _MAKES_OR_RAISES,
    "mkdir_p/1": _MAKES_ALL, "mkdir_p!/1": _MAKES_ALL_OR_RAISES, "rm/1": _REMOVES, "rm!/1": _REMOVES_OR_RAISES,
    "rmdir/1": _REMOVES_DIR, "rmdir!/1": _REMOVES_DIR_OR_RAISES, "touch/1": _TOUCHES, "touch!/1": _TOUCHES_OR_RAISES,
    "cd/1": _CHANGES, "cd!/1": _CHANGES_OR_RAISES, "cwd/0": cwd, "cwd!/0": cwd_or_raise, "rm_rf/1": rm_rf,
    "rm_rf!/1": rm_rf_or_raise, "cp/2": copy, "cp!/2": copy_or_raise, "cp_r/2": copy_all,
    "cp_r!/2": copy_all_or_raise, "rename/2": rename,
    "rename!/2": rename_or_raise, "open/1": open_1,
    "open!/1": open_or_raise_1, "close/1": close, "stream!/1": stream_1, "stream!/2": stream_2, "stream!/3": stream_3,
}  # fmt: skip
BLOCKING = {
    "cd!/2": cd_with, "open/2": open_2, "open/3": open_3, "open!/2": open_or_raise_2, "open!/3": open_or_raise_3,
}  # fmt: skip
