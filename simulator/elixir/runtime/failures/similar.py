"""How much alike two names are, for the hints in error messages.

Source: ``String.jaro_distance/2`` of Elixir 1.14.
"""

from __future__ import annotations


def jaro(left: str, right: str) -> float:
    """Return the Jaro distance of two texts: 0.0 for nothing in common, 1.0 for equal ones.

    >>> round(jaro("push", "puhs"), 3), jaro("", "a"), jaro("pop", "pop")
    (0.917, 0.0, 1.0)
    """
    if left == right:
        return 1.0
    if not left or not right:
        return 0.0
    span = max(0, max(len(left), len(right)) // 2 - 1)
    taken = [False] * len(right)
    common = []
    for index, char in enumerate(left):
        for other in range(max(0, index - span), min(len(right), index + span + 1)):
            if not taken[other] and right[other] == char:
                taken[other] = True
                common.append(char)
                break
    if not common:
        return 0.0
    matched = [char for char, used in zip(right, taken, strict=True) if used]
    moved = sum(one != other for one, other in zip(common, matched, strict=True)) // 2
    count = len(common)
    return (count / len(left) + count / len(right) + (count - moved) / count) / 3
