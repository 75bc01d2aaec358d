"""What a class that stands for an Elixir module is to a type checker.

Its functions take ``proc`` first, and no ``self``: there are no instances. A checker takes the first argument of any
function in a class for an instance, unless the class has a base that it knows nothing of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    Module: Any
else:
    Module = object
