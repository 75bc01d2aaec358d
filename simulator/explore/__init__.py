"""Exploring: run a program in thousands of legal orders, find the one that breaks it, and show it.

Its principles stand in :mod:`simulator.explore.control`. It needs greenlet, the extra ``explore``: with it a process
can stand still in the middle of its code.
"""

from __future__ import annotations

import sys

from simulator.explore.extras import MissingExtra, require_greenlet
from simulator.explore.room import Room

__all__ = ["MissingExtra", "require_greenlet"]

sys.modules[__name__].__class__ = Room
