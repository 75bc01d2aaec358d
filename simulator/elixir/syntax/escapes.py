"""Escapes in strings, charlists and characters, and the indentation of heredocs.

Source of the semantics: Elixir's ``Macro.unescape_string/1`` and the guide "Strings".
"""

from __future__ import annotations

import re

_ESCAPE = re.compile(
    r"\\(?:x\{([0-9A-Fa-f]{1,6})\}|x([0-9A-Fa-f]{1,2})|u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|(\r?\n|.))", re.S
)
_BAD_HEX = "invalid hex escape character, expected \\xHH where H is a hexadecimal digit"
_BAD_UNICODE = "invalid Unicode escape character, expected \\uHHHH or \\u{H*} where H is a hexadecimal digit"
_SINGLE = {
    "0": "\0", "a": "\a", "b": "\b", "d": "\x7f", "e": "\x1b", "f": "\f", "n": "\n", "r": "\r", "s": " ", "t": "\t",
    "v": "\v", "\n": "", "\r\n": "",
}  # fmt: skip


class BadEscape(ValueError):
    """An escape is none; the text is Elixir's, and *after* is what stands before the fault."""

    def __init__(self, text: str, after: str) -> None:
        super().__init__(text)
        self.after = after


def unescape(raw: str) -> str | bytes:
    r"""Return *raw* with its escapes resolved; bytes where ``\xHH`` makes it invalid UTF-8.

    Raises :class:`BadEscape` for an escape that is none.

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
        return _code_point(braced)
    single = found[5]
    if single in ("x", "u"):
        raise BadEscape(_BAD_HEX if single == "x" else _BAD_UNICODE, "\\" + single)
    return _SINGLE.get(single, single).encode()


def _code_point(digits: str) -> bytes:
    code = int(digits, 16)
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        raise BadEscape(f"invalid or reserved Unicode code point \\u{{{digits}}}", "\\u")
    return chr(code).encode()


def unescape_character(raw: str) -> int:
    r"""Return the code point of what stands after ``?``.

    >>> unescape_character(r"\n"), unescape_character("a")
    (10, 97)
    """
    if raw[0] != "\\" or len(raw) == 1:
        return ord(raw[0])
    return ord(_SINGLE.get(raw[1], raw[1]) or "\n")


def outdent(raw: str, width: int) -> str:
    """Take *width* columns of indentation off each line of a heredoc's text but the first.

    >>> outdent("a\\n    b\\n  c", 2)
    'a\\n  b\\nc'
    """
    return re.sub(rf"\n[ \t]{{1,{width}}}", "\n", raw) if width else raw


def unescape_close(raw: str, close: str) -> str:
    r"""Take away the backslash before an escaped closing delimiter: the only escape a sigil's reader resolves.

    >>> print(unescape_close(r"a\)b\n\\", ")"))
    a)b\n\\
    """
    if "\\" not in raw:
        return raw
    escaped = re.escape(close)
    return re.sub(rf"\\(?:({escaped})|(?s:.))", lambda found: found[1] or found[0], raw)
