"""The page that plays a trace: one HTML file that needs nothing else, neither a network nor a server.

``docs/player.md`` tells how it is used and what its data look like. The page's code is TypeScript in
``src/``; the bundle that is made of it, ``player.js`` and ``player.css``, is shipped with the package.
"""

from __future__ import annotations

from simulator.player.frame import Player
from simulator.player.page import page

__all__ = ["Player", "page"]
