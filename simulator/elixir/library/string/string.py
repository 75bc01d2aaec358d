"""``String``: text in UTF-8, counted in graphemes.

Source of the semantics: Elixir 1.14, the module ``String``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.lazily import blocking
from simulator.elixir.library.string import parts as string_parts
from simulator.elixir.library.string import search as string_search
from simulator.elixir.library.string import text as string_text

FUNCTIONS = {**string_text.FUNCTIONS_OF_STRING, **string_parts.FUNCTIONS_OF_STRING, **string_search.TABLE}


def __getattr__(name: str) -> Any:
    return blocking(name, string_search.__name__)
