"""Patterns of paths, as ``Path.wildcard/2`` takes them.

Source of the semantics: OTP 25, ``filelib:wildcard/1``: ``?``, ``*``, ``**``, ``[a-z]`` and ``{one,other}``, each
within one part of a path but ``**``. Names that begin with a dot are left out unless they are asked for.
"""

from __future__ import annotations

import os
import re

from simulator.elixir.runtime.outside.files import Files


def found(files: Files, pattern: str, dots: bool = False) -> list[str]:
    """Return the paths that match *pattern*, sorted; with *dots* those of hidden files, too."""
    start = "/" if pattern.startswith("/") else ""
    places = [start]
    parts = [part for part in pattern.split("/") if part]
    for number, part in enumerate(parts):
        places = [each for place in places for each in _matching(files, place, part, dots, number + 1 == len(parts))]
    return sorted(dict.fromkeys(places))


def _matching(files: Files, place: str, part: str, dots: bool, last: bool) -> list[str]:
    if part == "**":
        below = _all_below(files, place, dots)
        return below if last else [place, *(each for each in below if files.is_folder(each))]
    if not any(sign in part for sign in "*?[{"):
        path = os.path.join(place, part)
        return [path] if not last or files.exists(path) else []  # folders on the way need not be ones that may be read
    fits = re.compile(_expression(part), re.DOTALL)
    return [os.path.join(place, name) for name in _names(files, place, dots) if fits.fullmatch(name)]


def _all_below(files: Files, place: str, dots: bool) -> list[str]:
    every = []
    for name in _names(files, place, dots):
        path = os.path.join(place, name)
        every.append(path)
        every += _all_below(files, path, dots)
    return every


def _names(files: Files, place: str, dots: bool) -> list[str]:
    folder = place or "."
    if not files.is_folder(folder):
        return []
    return [name for name in files.names(folder) if dots or not name.startswith(".")]


def _expression(part: str) -> str:
    """Return a part of a pattern as a regular expression.

    >>> _expression("x?.{ex,exs}")
    'x[^/]\\\\.(?:ex|exs)'
    """
    made = ""
    place = depth = 0
    while place < len(part):
        sign = part[place]
        place += 1
        end = part.find("]", place + 1) if sign == "[" else -1
        if sign == "[" and end > 0:
            made += "[" + part[place:end].replace("\\", "\\\\").replace("^", "\\^") + "]"
            place = end + 1
        elif sign == "{" and "}" in part[place:]:
            depth += 1
            made += "(?:"
        elif sign in ",}" and depth:
            depth -= sign == "}"
            made += "|" if sign == "," else ")"
        else:
            made += {"?": "[^/]", "*": "[^/]*"}.get(sign, re.escape(sign))
    return made
