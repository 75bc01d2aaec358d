"""The standard streams as the command needs them: always there, and a standard error that is no reason to fail."""

from __future__ import annotations

import codecs
import os
import sys
from typing import Any, cast

_PLAIN = {"·": "-", "→": "->", "µ": "u", "…": "...", "±": "+-"}


def _in_plain(wrong: UnicodeError) -> tuple[str, int]:
    """Return what stands for letters that a stream's encoding does not have, and where to go on."""
    assert isinstance(wrong, UnicodeEncodeError)
    letters = wrong.object[wrong.start : wrong.end]
    plain = [_PLAIN.get(letter) or letter.encode("ascii", "backslashreplace").decode() for letter in letters]
    return "".join(plain), wrong.end


class _Unfailing:
    """Standard error: what cannot be said there can be said nowhere, and the run is what it is without it."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write, if that can be."""
        try:
            return int(self._stream.write(text))
        except OSError:
            return len(text)

    def flush(self) -> None:
        """Flush, if that can be."""
        try:
            self._stream.flush()
        except OSError:
            return

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def prepare() -> None:
    """Put something in the place of streams that are closed, lest a file that is opened later takes their number.

    Standard output then refuses what is written, as a closed one does; standard error lets it go. Where the encoding
    of a stream lacks a letter something plain stands for it.
    """
    ways = (("stdin", os.O_RDONLY), ("stdout", os.O_RDONLY), ("stderr", os.O_WRONLY))
    for number, (name, way) in enumerate(ways):
        if getattr(sys, name) is None:
            nothing = os.open(os.devnull, way)
            if nothing != number:
                os.dup2(nothing, number)
                os.close(nothing)
            if name != "stdin":
                setattr(sys, name, open(number, "w", encoding="utf-8", closefd=False))  # noqa: SIM115 - to the end
    codecs.register_error("plain", _in_plain)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="plain")
    sys.stderr = cast(Any, _Unfailing(sys.stderr))


def give_up_output() -> bool:
    """Let go of standard output if it cannot be written to, so that nothing tries again; return whether it cannot."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return True
    return False
