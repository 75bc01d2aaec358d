"""Elixir's ``IO``: who prints waits for the group leader, so that others may go first.

The order of what several processes print is that of the real BEAM with one scheduler. What goes to standard
error takes the same way.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from types import GeneratorType
from typing import Any, Final

from simulator.elixir.runtime.bridge import FALSE, TRUE, options
from simulator.elixir.runtime.errors import error
from simulator.elixir.runtime.modules.modules import call
from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.values.counted import count as count_items
from simulator.elixir.runtime.values.enumerable import COLLECTABLES, STREAMS
from simulator.elixir.runtime.values.walking import Walk, called
from simulator.elixir.runtime.world import current, running, world
from simulator.terms import Atom, Pid, atom
from simulator.terms.bits import binary, bytes_of
from simulator.terms.lists import EMPTY, from_list, is_list, parts
from simulator.terms.maps import get, struct
from simulator.terms.structs import define

_OK = atom.ok
_STDIO = frozenset([Atom("stdio"), Atom("standard_io"), Atom("user")])
_STDERR = frozenset([Atom("stderr"), Atom("standard_error")])
_LABEL = Atom("label")
_STREAM: Final = define("IO.Stream", "device", "raw", "line_or_bytes")
_STANDARD, _LINE, _EOF = Atom("standard_io"), Atom("line"), Atom("eof")
_DEVICE, _RAW, _UNIT = Atom("device"), Atom("raw"), Atom("line_or_bytes")
_WIDTH = [(Atom("pretty"), Atom("true")), (Atom("width"), 80)]


def text_of(term: Any) -> Any:
    """Return what is printed of a term: character data as it is, the rest by ``String.Chars``; steps."""
    if term.__class__ is str:
        return term
    if is_list(term):
        return chardata(term)
    answer = call(Atom("Elixir.String.Chars"), "to_string", [term])
    if answer.__class__ is GeneratorType:
        answer = yield from answer
    return printable(answer)


def printable(term: Any) -> str:
    """Return a binary as text; bytes that are no UTF-8 are shown as the characters of those numbers."""
    return term if term.__class__ is str else term.decode("latin-1")


def chardata(term: Any) -> str:
    """Return character data, lists in lists of texts and code points, as one text; raises ``ArgumentError``."""
    return "".join(_chars(term))


def _chars(term: Any) -> list[str]:
    found: list[str] = []
    waiting: list[Any] = [term]
    while waiting:
        part = waiting.pop()
        if part.__class__ is str:
            found.append(part)
        elif part.__class__ is int and 0 <= part < 0x110000:
            found.append(chr(part))
        elif part.__class__ is bytes:
            found.append(part.decode("latin-1"))
        elif part is EMPTY:
            continue
        elif is_list(part):
            count_items(1)
            items, end = parts(part)
            waiting.append(end)
            waiting.extend(reversed(items))
        else:
            raise badarg(2, "not valid character data (an iodata term)")
    return found


def iodata(term: Any) -> bytes:
    """Return I/O data, lists in lists of binaries and bytes, as bytes; raises ``ArgumentError``."""
    found: list[bytes] = []
    waiting: list[Any] = [term]
    while waiting:
        part = waiting.pop()
        if part.__class__ is str or part.__class__ is bytes:
            found.append(bytes_of(part))
        elif part.__class__ is int and 0 <= part < 256:
            found.append(bytes([part]))
        elif part is EMPTY:
            continue
        elif is_list(part):
            count_items(1)  # a list that is shared again and again is short, and has no end
            items, end = parts(part)
            waiting.append(end)
            waiting.extend(reversed(items))
        else:
            raise badarg(1, "not an iodata term")
    return b"".join(found)


def printed(device: Any, text: str) -> Any:
    """Print text on a device, and wait for its answer; steps."""
    if device in _STDIO or device == Pid(65):
        if not running():
            sys.stdout.write(text)
            return _OK
        taker = capture("stdio")
        if taker is None:
            yield current().output(text)
            return _OK
        taker.write(text)
        yield current().consult()
        return _OK
    if device in _STDERR:
        taker = capture("stderr") if running() else None
        (to_stderr if taker is None else taker.write)(text)
        if running():
            yield current().consult()
        return _OK
    sink = world().devices.get(device)
    if sink is not None:
        sink.write(text)
        yield current().consult()
        return _OK
    if device.__class__ is Pid or device.__class__ is Atom:
        raise error("ErlangError", original=Atom("terminated"))
    raise badarg(1, "not a pid or an atom")


def capture(device: str) -> Any:
    """Return who takes what the current process prints on a device (``stdio``, ``stderr``), or None."""
    taking = (each for each in reversed(world().captures) if each.device == device and each.takes(current()))
    return next(taking, None)


def to_stderr(text: str) -> None:
    """Write to standard error, after what was printed before."""
    sys.stdout.flush()
    sys.stderr.write(text)
    sys.stderr.flush()


def puts(item: Any) -> Any:
    """``IO.puts/1``"""
    if item.__class__ is str:
        if running() and not world().captures:
            yield current().output(item + "\n")
            return _OK
    else:
        item = yield from text_of(item)
    return (yield from printed(Atom("stdio"), item + "\n"))


def puts_on(device: Any, item: Any) -> Any:
    """``IO.puts/2``"""
    text = yield from text_of(item)
    return (yield from printed(device, text + "\n"))


def write(item: Any) -> Any:
    """``IO.write/1``"""
    text = yield from text_of(item)
    return (yield from printed(Atom("stdio"), text))


def write_on(device: Any, item: Any) -> Any:
    """``IO.write/2``"""
    text = yield from text_of(item)
    return (yield from printed(device, text))


def binwrite(item: Any) -> Any:
    """``IO.binwrite/1``"""
    return (yield from printed(Atom("stdio"), printable(binary(iodata(item)))))


def binwrite_on(device: Any, item: Any) -> Any:
    """``IO.binwrite/2``"""
    return (yield from printed(device, printable(binary(iodata(item)))))


def inspect(item: Any) -> Any:
    """``IO.inspect/1``"""
    return (yield from inspect_on(Atom("stdio"), item, EMPTY))


def inspect_with(item: Any, opts: Any) -> Any:
    """``IO.inspect/2``"""
    return (yield from inspect_on(Atom("stdio"), item, opts))


def inspect_on(device: Any, item: Any, opts: Any) -> Any:
    """``IO.inspect/3``"""
    given = options(opts)
    told = [(Atom(key), value) for key, value in given.items() if key != "label"]
    keys = {Atom(key) for key in given}
    told = [pair for pair in _WIDTH if pair[0] not in keys] + told
    text = call(Atom("Elixir.Kernel"), "inspect", [item, from_list(told)])
    if text.__class__ is GeneratorType:
        text = yield from text
    if "label" in given:
        label = yield from text_of(given["label"])
        text = f"{label}: {printable(text)}"
    yield from printed(device, printable(text) + "\n")
    return item


# -- reading --------------------------------------------------------------------------------------


def gets(prompt: Any) -> Any:
    """``IO.gets/1``"""
    return (yield from gets_on(Atom("stdio"), prompt))


def gets_on(device: Any, prompt: Any) -> Any:
    """``IO.gets/2``"""
    text = yield from text_of(prompt)
    sink = world().devices.get(device)
    if sink is not None:
        if getattr(sink, "prompts", False):
            sink.write(text)
        yield current().consult()
        return sink.line()
    taker = capture("stdio") if running() else None
    if taker is None or taker.prompts:
        yield from printed(device, text)
    if taker is not None:
        return taker.line()
    sys.stdout.flush()
    return sys.stdin.readline() or Atom("eof")


def read(what: Any) -> Any:
    """``IO.read/1``"""
    return (yield from read_on(Atom("stdio"), what))


def read_on(device: Any, what: Any) -> Any:
    """``IO.read/2``"""
    if what is Atom("line"):
        return (yield from gets_on(device, ""))
    sink = world().devices.get(device)
    source = sys.stdin if sink is None else sink
    if running():
        yield current().consult()
        if sink is None:
            source = capture("stdio") or source
    if what in (Atom("eof"), Atom("all")):
        text = source.read()
        return text if text or what is Atom("all") else Atom("eof")
    return source.read(what) or Atom("eof")


def getn(prompt: Any) -> Any:
    """``IO.getn/1``"""
    return (yield from getn_of(prompt, 1))


def getn_of(prompt: Any, count: Any) -> Any:
    """``IO.getn/2``"""
    text = yield from text_of(prompt)
    yield from printed(Atom("stdio"), text)
    sys.stdout.flush()
    return sys.stdin.read(count) or Atom("eof")


# -- without printing -----------------------------------------------------------------------------


def warn(message: Any) -> Any:
    """``IO.warn/1``"""
    text = yield from text_of(message)
    return (yield from printed(Atom("stderr"), f"warning: {text}\n"))


def warn_at(message: Any, stack: Any) -> Any:
    """``IO.warn/2``"""
    return (yield from warn(message))


def iodata_to_binary(term: Any) -> Any:
    """``IO.iodata_to_binary/1``"""
    return term if term.__class__ is str else binary(iodata(term))


def iodata_length(term: Any) -> int:
    """``IO.iodata_length/1``"""
    return len(iodata(term))


def chardata_to_string(term: Any) -> Any:
    """``IO.chardata_to_string/1``"""
    if term.__class__ in (str, bytes):
        return term
    if not is_list(term):
        raise error("ArgumentError", message=f"cannot convert the given list to a string: {term!r}")
    return chardata(term)


# -- devices --------------------------------------------------------------------------------------


def _streaming(name: str, raw: Any) -> dict[str, Any]:
    """Return the functions that give the stream of a device: of lines, or of pieces of so many characters or bytes."""

    def stream(device: Any = _STANDARD, unit: Any = _LINE) -> Any:
        known = _STANDARD if device is Atom("stdio") else device
        return struct("IO.Stream", device=known, raw=raw, line_or_bytes=unit)

    def plain() -> Any:
        return stream()

    return {f"{name}/0": plain, f"{name}/2": lambda device, unit: stream(device, unit)}


def _device_walk(stream: Any) -> Callable[[Walk], Iterator[Any]]:
    device, unit = get(stream, _DEVICE), get(stream, _UNIT)

    def start(walk: Walk) -> Iterator[Any]:
        while True:
            part = yield from called(read_on(device, unit))
            if part is _EOF or part.__class__ is tuple:
                return
            yield part

    return start


def _into_device(stream: Any) -> Any:
    device, raw = get(stream, _DEVICE), get(stream, _RAW) is TRUE

    def collect(acc: Any, command: Any) -> Any:
        if command.__class__ is tuple:
            given = command[1]
            yield from printed(device, printable(binary(iodata(given))) if raw else chardata(given))
        return stream

    return (atom.ok, collect)


STREAMS[_STREAM] = _device_walk
COLLECTABLES[_STREAM] = _into_device


FUNCTIONS = {
    **_streaming("stream", FALSE), **_streaming("binstream", TRUE),
    "iodata_to_binary/1": iodata_to_binary, "iodata_length/1": iodata_length,
    "chardata_to_string/1": chardata_to_string,
}  # fmt: skip
BLOCKING = {
    "puts/1": puts, "puts/2": puts_on, "write/1": write, "write/2": write_on, "inspect/1": inspect,
    "inspect/2": inspect_with, "inspect/3": inspect_on, "binwrite/1": binwrite, "binwrite/2": binwrite_on,
    "gets/1": gets, "gets/2": gets_on, "read/1": read, "read/2": read_on, "getn/1": getn, "getn/2": getn_of,
    "warn/1": warn, "warn/2": warn_at,
}  # fmt: skip
