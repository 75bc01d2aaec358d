"""``File.Stream``: a file that is walked, and that is written to as a ``Collectable``.

Nothing is read before somebody walks through it. Source of the semantics: Elixir 1.14, ``File.stream!/3``.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from typing import Any, Final

from simulator.elixir.library.files.io import chardata, iodata
from simulator.elixir.library.files.path import text_of as path_of
from simulator.elixir.runtime.bridge import TRUE, boolean
from simulator.elixir.runtime.errors import error
from simulator.elixir.runtime.values.enumerable import COLLECTABLES, STREAMS
from simulator.elixir.runtime.values.walking import Walk
from simulator.elixir.runtime.world import world
from simulator.terms import Atom, atom
from simulator.terms.bits import binary, bytes_of
from simulator.terms.lists import from_list, to_list
from simulator.terms.maps import get, struct
from simulator.terms.structs import define

_FILE: Final = define("File.Stream", "path", "modes", "line_or_bytes", "raw")
_RAW, _UNIT, _PATH, _MODES, _LINE = map(Atom, ("raw", "line_or_bytes", "path", "modes", "line"))
_READ_AHEAD, _BINARY, _TRIM, _APPEND = map(Atom, ("read_ahead", "binary", "trim_bom", "append"))
_ENCODING: Final = Atom("encoding")
_MARK: Final = b"\xef\xbb\xbf"
"""The mark of the order of bytes, with which some files begin."""


def file_stream(path: Any, modes: Any, unit: Any) -> Any:
    """Return the stream of a file: of its lines, each with its line end, or of pieces of so many bytes."""
    given = list(to_list(modes))
    raw = not any(each.__class__ is tuple and each[:1] == (_ENCODING,) for each in given)
    before = [_RAW, _READ_AHEAD] if raw else []
    made = from_list([*before, *given, _BINARY])
    return struct("File.Stream", path=path_of(path), modes=made, line_or_bytes=unit, raw=boolean(raw))


def _content(stream: Any) -> bytes:
    path = get(stream, _PATH)
    try:
        data = world().files.read(path)
    except OSError as failure:
        raise _file_error(failure, path) from None
    return data.removeprefix(_MARK) if _TRIM in to_list(get(stream, _MODES)) else data


def reason_of(failure: OSError) -> Atom:
    """Return what Erlang calls a failure of the file system."""
    name = errno.errorcode.get(failure.errno or 0, "EIO").lower()
    return Atom("eexist" if name == "enotempty" else name)


def _file_error(failure: OSError, path: Any) -> BaseException:
    return error("File.Error", reason=reason_of(failure), path=path, action="stream")


def _file_walk(stream: Any) -> Callable[[Walk], Iterator[Any]]:
    unit = get(stream, _UNIT)

    def start(walk: Walk) -> Iterator[Any]:
        data = _content(stream)
        if unit is not _LINE:
            return (binary(data[at : at + unit]) for at in range(0, len(data), unit))
        lines = data.split(b"\n")
        ended = [line.removesuffix(b"\r") + b"\n" for line in lines[:-1]]
        return map(binary, [*ended, lines[-1]] if lines[-1] else ended)

    return start


def _into_file(stream: Any) -> Any:
    path, modes = get(stream, _PATH), list(to_list(get(stream, _MODES)))
    files, raw = world().files, get(stream, _RAW) is TRUE
    try:
        files.write(path, b"", append=_APPEND in modes)
    except OSError as failure:
        raise _file_error(failure, path) from None

    def collect(acc: Any, command: Any) -> Any:
        if command.__class__ is tuple:
            given = command[1]
            files.write(path, iodata(given) if raw else bytes_of(chardata(given)), append=True)
        return stream

    return (atom.ok, collect)


STREAMS[_FILE] = _file_walk
COLLECTABLES[_FILE] = _into_file

