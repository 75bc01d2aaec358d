"""The grammar of DOT: quoting, HTML-like labels, attribute lists."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.terms.visible import printable

FONT = "Helvetica,Arial,sans-serif"
"""Font families whose letters have the same widths wherever a picture is made or looked at."""

_PIECE = 1000
"""Characters of one string: Graphviz reads none of more than 16,384 bytes, but joins strings with a plus sign."""

_LEADING = 1.45
"""Height of a line by that of its letters, the same where Graphviz finds no font to measure."""


def quoted(text: str) -> str:
    r"""Return *text* as a DOT string that is a label of exactly these characters.

    >>> print(quoted('"\\N" &lt;'))
    "\"\\N\" &amp;lt;"
    """
    return _string(text, "\\" * 2)


def tooltip(text: str) -> str:
    r"""Return *text* as a DOT string that is a tooltip of exactly these characters.

    Graphviz takes escapes out of a tooltip twice, so that a backslash stands in it four times.

    >>> print(tooltip("\\N"))
    "\\\\N"
    """
    return _string(text, "\\" * 4)


def _string(text: str, backslash: str) -> str:
    plain = printable(text)
    pieces = [plain[start : start + _PIECE] for start in range(0, len(plain), _PIECE)] or [""]
    escapes = str.maketrans({"\\": backslash, '"': '\\"', "&": "&amp;"})
    return " + ".join(f'"{piece.translate(escapes)}"' for piece in pieces)


def html(text: str) -> str:
    """Return *text* for use within an HTML-like label.

    >>> html("<b>  &")
    '&lt;b&gt; \\xa0&amp;'
    """
    escapes = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\\": "\\\\"})
    return printable(text).translate(escapes).replace("  ", " \xa0")


def row(text: str, size: int, color: str, *, bold: bool = False, align: str = "LEFT") -> str:
    """Return one line of a table, its letters of *size* points."""
    inner = f"<B>{html(text)}</B>" if bold else html(text)
    cell = f'<TD ALIGN="{align}" HEIGHT="{round(size * _LEADING)}">'
    return f'<TR>{cell}<FONT POINT-SIZE="{size}" COLOR="{color}">{inner}</FONT></TD></TR>'


def table(rows: list[str]) -> str:
    """Return the HTML-like label that holds the *rows*."""
    return f'<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">{"".join(rows)}</TABLE>>'


def attributes(given: Mapping[str, str]) -> str:
    """Return an attribute list; values that are HTML-like or quoted stay as they are.

    >>> attributes({"color": "#ff0000", "label": quoted("a b")})
    '[color="#ff0000", label="a b"]'
    """
    return f"[{', '.join(f'{name}={_value(value)}' for name, value in given.items())}]"


def _value(value: str) -> str:
    return value if value.startswith(('"', "<")) else f'"{value}"'
