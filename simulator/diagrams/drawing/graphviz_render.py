"""DOT in, a picture out: through the ``dot`` program, or without it in this process.

Two ways lead to a picture. ``pygraphviz``, whose wheel carries the whole of Graphviz, lays out and draws in this
process: the same picture on every machine. Where it is not installed, or where it fails, ``graphviz`` (PyPI) pipes
the text through the program ``dot``, if that is on PATH; its version draws as it does.
What either prints on standard error (font warnings, mostly) is shown only when no picture came of it.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from simulator.terms.errors import SimulatorError

Format = Literal["svg", "png", "pdf"]

FORMATS: tuple[Format, ...] = ("svg", "png", "pdf")

PNG_DPI = 144
"""Dots an inch of a PNG: twice what a screen has, so that a projector shows sharp letters."""

_NO_LAYOUT = {"-n": "nop", "-n1": "nop", "-n2": "nop2"}
_OPENING = re.compile(r'\A\s*(?:strict\s+)?(?:di)?graph\s*(?:\w+|"(?:[^"\\]|\\.)*")?\s*\{', re.IGNORECASE)
_one_at_a_time = threading.Lock()


class RenderError(SimulatorError, RuntimeError):
    """Graphviz could not make a picture; the message says why."""


class GraphvizMissing(RenderError):
    """There is neither the Python package ``pygraphviz`` nor a ``dot`` program on PATH."""


def render(dot: str, fmt: Format, engine: str = "dot", args: Sequence[str] = ()) -> bytes:
    """Draw the DOT text ``dot`` as ``svg``, ``png`` or ``pdf`` and return the file's bytes.

    ``engine`` is a Graphviz layout (``dot``, ``neato`` ...). ``args`` are options of its command line: ``-n2``
    (with ``neato``: nodes and edges stay where the text puts them) and ``-Gname=value``. A PNG has
    :data:`PNG_DPI` dots an inch unless ``-Gdpi=...`` says otherwise.

    Raises :class:`GraphvizMissing` where no Graphviz is to be had and :class:`RenderError` where it fails:
    for text that is not DOT, for instance. ``ValueError`` for a format or an option that is none of the above.
    """
    if fmt not in FORMATS:
        raise ValueError(f"format {fmt!r} is none of {', '.join(FORMATS)}")
    no_layout, settings = _options(args)
    if fmt == "png":
        settings.setdefault("dpi", str(PNG_DPI))
    text = _with_settings(dot, settings)
    try:
        return _in_process(text, fmt, _NO_LAYOUT[no_layout] if no_layout else engine)
    except RenderError as failure:
        if not shutil.which("dot"):
            raise
        try:
            return _by_program(text, fmt, engine, no_layout)
        except RenderError as other:
            raise (other if isinstance(failure, GraphvizMissing) else failure) from None


def _options(args: Sequence[str]) -> tuple[str | None, dict[str, str]]:
    no_layout, settings = None, {}
    for arg in args:
        name, equals, value = arg[2:].partition("=")
        if arg in _NO_LAYOUT:
            no_layout = arg
        elif arg.startswith("-G") and name.isidentifier() and equals:
            settings[name] = value
        else:
            raise ValueError(f"option {arg!r} is neither -n, -n1, -n2 nor -Gname=value")
    return no_layout, settings


def _with_settings(dot: str, settings: dict[str, str]) -> str:
    """The text with its graph attributes set first, where what the text itself says still prevails."""
    opening = _OPENING.match(dot)
    if not opening or not settings:
        return dot
    quoted = " ".join(f'{name}="{value}"' for name, value in sorted(settings.items()))
    return f"{dot[: opening.end()]} graph [{quoted}]; {dot[opening.end() :]}"


def _by_program(dot: str, fmt: Format, engine: str, no_layout: str | None) -> bytes:
    import graphviz

    level = int(no_layout[2:] or 1) if no_layout else None
    try:
        return bytes(graphviz.Source(dot, engine=engine).pipe(format=fmt, neato_no_op=level, quiet=True))
    except graphviz.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace") if isinstance(error.stderr, bytes) else error.stderr
        raise RenderError(f"dot could not draw the picture: {_last_words(said)}") from error
    except graphviz.ExecutableNotFound as error:
        raise GraphvizMissing(str(error)) from error


def _in_process(dot: str, fmt: Format, layout: str) -> bytes:
    with _one_at_a_time, _standard_error_held_back() as said:
        try:
            import pygraphviz
        except ImportError:
            raise GraphvizMissing(
                "no Graphviz: pip install 'pygraphviz>=2', or put Graphviz's program dot on PATH"
            ) from None
        try:
            picture = pygraphviz.AGraph(string=dot).draw(format=fmt, prog=layout)
        except ValueError as error:
            raise RenderError(f"pygraphviz could not draw the picture: {_last_words(said()) or error}") from error
    return bytes(picture)


@contextlib.contextmanager
def _standard_error_held_back() -> Iterator[Callable[[], str]]:
    """Send what C code prints on file descriptor 2 to a file; yields a function that gives what came so far."""
    with tempfile.TemporaryFile() as file:

        def said() -> str:
            file.seek(0)
            return file.read().decode("utf-8", "replace")

        try:
            kept = os.dup(2)
        except OSError:  # a process without standard error has nothing to hold back
            yield said
            return
        os.dup2(file.fileno(), 2)
        try:
            yield said
        finally:
            os.dup2(kept, 2)
            os.close(kept)


def _last_words(said: str | None) -> str:
    """What was printed, without the warnings about fonts, on one line."""
    lines = (line.strip() for line in (said or "").splitlines())
    return "; ".join(line for line in lines if line and not re.match(r"fontconfig|\(.*pango", line, re.IGNORECASE))
