"""Escapes in strings, charlists and characters, and the indentation of heredocs.

Source of the semantics: Elixir's ``Macro.unescape_string/1`` and the guide "Strings".
"""

from __future__ import annotations

import re

_ESCAPE = re.compile(
    r"\\(?:x\{([0-9A-Fa-f]{1,6})\}|x([0-9A-Fa-f]{1,2})|u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|(\r?\n|.))", re.S
)
_SINGLE = {
    "0": "\0", "a": "\a", "b": "\b", "d": "\x7f", "e": "\x1b", "f": "\f", "n": "\n", "r": "\r", "s": " ", "t": "\t",
    "v": "\v", "\n": "", "\r\n": "",
}  # fmt: skip


def unescape(raw: str) -> str | bytes:
    r"""Return *raw* with its escapes resolved; bytes where ``\xHH`` makes it invalid UTF-8.

    >>> unescape(r"a\tb\u{1F600}\"")
    'a\tb😀"'
    >>> unescape(r"\xFF")
    b'\xff'
    """
    if "\\" not in raw:
        return raw
    raw_bytes: list[bytes] = []
    at = 0
    for found in _ESCAPE.finditer(raw):
        raw_bytes.append(raw[at : found.start()].encode())
        raw_bytes.append(_resolve(found))
        at = found.end()
    raw_bytes.append(raw[at:].encode())
    joined = b"".join(raw_bytes)
    try:
        return joined.decode()
    except UnicodeDecodeError:
        return joined


def _resolve(found: re.Match[str]) -> bytes:
    byte, braced = found[2], found[1] or found[3] or found[4]
    if byte is not None:
        return bytes((int(byte, 16),))
    if braced is not None:
        return chr(int(braced, 16)).encode()
    single = found[5]
    return _SINGLE.get(single, single).encode()


def unescape_character(raw: str) -> int:
    r"""Return the code point of what stands after ``?``.

    >>> unescape_character(r"\n"), unescape_character("a"), unescape_character(r"\x41")
    (10, 97, 65)
    """
    if raw[0] != "\\" or len(raw) == 1:
        return ord(raw[0])
    resolved = unescape(raw)
    if resolved.__class__ is bytes:
        return int(resolved[0])
    return ord(str(resolved)[0]) if resolved else 10


def outdent(raw: str, width: int) -> str:
    """Take *width* columns of indentation off each line of a heredoc's text but the first.

    >>> outdent("a\\n    b\\n  c", 2)
    'a\\n  b\\nc'
    """
    return re.sub(rf"\n[ \t]{{1,{width}}}", "\n", raw) if width else raw
