"""Stable identities: how a process is known from one run of a scenario to the next.

An identity is the parent's, the function's name and a running number: ``main/worker-2``. Where the
parent's is long, a digest stands for it: ``~0f1e2d3c4b5a6978/worker-2``. So a chain of processes that
spawn one another costs each of them the same memory, however long it is.
"""

from __future__ import annotations

from typing import Final

from simulator.terms.digests import blake2b

LONGEST: Final = 120
"""Characters of a parent's identity that stand in a child's as they are: about ten generations."""
_DIGEST: Final = 8  # bytes: two of a million processes share one once in thirty million runs


def shortened(identity: str) -> str:
    """Return an identity as it stands in those of its children.

    >>> shortened("main/loop-1")
    'main/loop-1'
    >>> shortened("main" + 20 * "/worker-1")
    '~093dbd8176895a8c'
    """
    if len(identity) <= LONGEST:
        return identity
    return "~" + blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).hexdigest()
