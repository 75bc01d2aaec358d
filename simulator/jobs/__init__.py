"""Jobs: many pieces of work over cores and machines; what a lost worker had is given out again.

A piece of work is a function of a module and one argument, both of which can be pickled.
"""

from __future__ import annotations

from simulator.jobs.errors import JobsError, LostWork
from simulator.jobs.pieces import done

__all__ = ["JobsError", "LostWork", "done"]
