"""``String``: text in UTF-8, counted in graphemes.

Source of the semantics: Elixir 1.14, the module ``String``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library import string_parts, string_search, string_text

FUNCTIONS = {**string_text.FUNCTIONS, **string_parts.FUNCTIONS, **string_search.TABLE}


def __getattr__(name: str) -> Any:
    if name != "BLOCKING":
        raise AttributeError(name)
    from simulator.elixir.library.blocking import string_search as twins

    globals()[name] = twins.TABLE
    return twins.TABLE
