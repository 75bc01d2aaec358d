"""From text to quoted form: the grammar reads, the converters turn its tree round."""

from __future__ import annotations

from typing import Any

import tree_sitter
import tree_sitter_elixir

from simulator.elixir.syntax import blocks, calls, literals, operators, quotes  # noqa: F401 - they register converters
from simulator.elixir.syntax.errors import SyntaxError
from simulator.elixir.syntax.source import Source
from simulator.elixir.syntax.table import convert

_PARSER = tree_sitter.Parser(tree_sitter.Language(tree_sitter_elixir.language()))


def parse(text: str, file: str = "nofile") -> Any:
    """Return the quoted form of *text*, as ``Code.string_to_quoted`` gives it with lines and columns."""
    return parse_bytes(text.encode(), file)


def parse_bytes(data: bytes, file: str = "nofile") -> Any:
    """Return the quoted form of the UTF-8 text *data*."""
    root = _PARSER.parse(data).root_node
    if root.has_error:
        raise SyntaxError(file, 1, 1, "syntax error")
    return convert(Source(data, file), root)
