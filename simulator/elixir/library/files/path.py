"""``Path``: names of files, as text.

Source of the semantics: Elixir 1.14, the module ``Path``, on Unix.
"""

from __future__ import annotations

import os
import re
from typing import Any

from simulator.elixir.library.files.io import chardata_to_string
from simulator.elixir.library.files.wildcards import found
from simulator.elixir.runtime.errors import error
from simulator.elixir.runtime.world import world
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list, to_list

_SLASHES = re.compile("/+")


def text_of(path: Any) -> str:
    """Return a path as text: it may be chardata."""
    text: str = chardata_to_string(path)
    return text


def joined(left: str, right: str) -> str:
    """Return two paths as one; the second is below the first even if it begins with a slash."""
    both = f"{left}/{right.lstrip('/')}" if right else left
    both = _SLASHES.sub("/", both)
    return both if both == "/" else both.rstrip("/") or "/"


def join_1(paths: Any) -> Any:
    """Return all paths of a list as one."""
    first, *rest = (text_of(path) for path in to_list(paths))
    made = joined(first, "")
    for path in rest:
        made = joined(made, path)
    return made


def join_2(left: Any, right: Any) -> Any:
    """Return two paths as one."""
    return joined(text_of(left), text_of(right))


def basename_1(path: Any) -> Any:
    """Return the last part of a path."""
    return os.path.basename(text_of(path).rstrip("/"))


def basename_2(path: Any, extension: Any) -> Any:
    """Return the last part of a path without an extension."""
    return basename_1(path).removesuffix(text_of(extension))


def dirname(path: Any) -> Any:
    """Return a path without its last part."""
    return os.path.dirname(text_of(path)) or "."


def extname(path: Any) -> Any:
    """Return the extension of a path, with its dot."""
    return os.path.splitext(basename_1(path))[1]


def rootname_1(path: Any) -> Any:
    """Return a path without its extension."""
    return os.path.splitext(text_of(path))[0]


def rootname_2(path: Any, extension: Any) -> Any:
    """Return a path without this extension."""
    return text_of(path).removesuffix(text_of(extension))


def split(path: Any) -> Any:
    """Return the parts of a path."""
    text = text_of(path)
    parts = [part for part in text.split("/") if part]
    return from_list(["/", *parts] if text.startswith("/") else parts)


def absname_1(path: Any) -> Any:
    """Return a path from the root."""
    text = text_of(path)
    return joined(text, "") if text.startswith("/") else joined(world().files.folder, text)


def absname_2(path: Any, folder: Any) -> Any:
    """Return a path from the root, where it is relative to *folder*."""
    text = text_of(path)
    return text if text.startswith("/") else joined(absname_1(folder), text)


def _at_home(path: str) -> str:
    """Return a path whose ``~`` is the user's home. Raises ``RuntimeError`` where the environment names none."""
    if path != "~" and not path.startswith("~/"):
        return path
    home = world().environment.get("HOME")
    if home is None:
        raise error("RuntimeError", message="could not find the user home, please set the HOME environment variable")
    return home + path[1:]


def expand_1(path: Any) -> Any:
    """Return a path from the root without ``.``, ``..`` and ``~``."""
    return os.path.normpath(os.path.join(world().files.folder, _at_home(text_of(path))))


def expand_2(path: Any, folder: Any) -> Any:
    """Return a path from the root without ``.`` and ``..``, where it is relative to *folder*."""
    return os.path.normpath(os.path.join(expand_1(folder), _at_home(text_of(path))))


def relative_to(path: Any, folder: Any) -> Any:
    """Return a path as seen from *folder*, if it is below it."""
    text, start = text_of(path), text_of(folder)
    if text == start:
        return "."
    return text.removeprefix(joined(start, "") + "/")


def relative_to_cwd(path: Any) -> Any:
    """Return a path as seen from the current folder, if it is below it."""
    return relative_to(path, world().files.folder)


def kind(path: Any) -> Any:
    """Return ``:absolute`` or ``:relative``."""
    return Atom("absolute" if text_of(path).startswith("/") else "relative")


def wildcard(pattern: Any) -> Any:
    """Return the paths that match a pattern, sorted."""
    return wildcard_with(pattern, EMPTY)


def wildcard_with(pattern: Any, opts: Any) -> Any:
    """Return the paths that match a pattern, sorted; with ``match_dot: true`` those of hidden files, too."""
    dots = dict(to_list(opts)).get(Atom("match_dot")) is Atom("true")
    return from_list(list(found(world().files, text_of(pattern), dots)))


FUNCTIONS = {
    "join/1": join_1, "join/2": join_2, "basename/1": basename_1, "basename/2": basename_2, "dirname/1": dirname,
    "extname/1": extname, "rootname/1": rootname_1, "rootname/2": rootname_2, "split/1": split,
    "absname/1": absname_1, "absname/2": absname_2, "expand/1": expand_1, "expand/2": expand_2,
    "relative_to/2": relative_to, "relative_to_cwd/1": relative_to_cwd, "type/1": kind, "wildcard/1": wildcard,
    "wildcard/2": wildcard_with,
}  # fmt: skip
