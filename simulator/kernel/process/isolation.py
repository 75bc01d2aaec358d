"""Share nothing: what a process sends is copied, so that no other process can change it.

Atoms, numbers, strings, bytes, pids, references and tuples of them cannot change and are passed as
they are; lists, dicts and sets are copied, at any depth, as the BEAM copies every message.
Objects of other classes are passed as they are: to share one is the scenario's own decision.
Source of the semantics: the Erlang efficiency guide, "Processes" (messages are copied).
"""

from __future__ import annotations

from typing import Any, Final

from simulator.terms import Atom, Pid, Reference
from simulator.terms.shown import Shown

IMMUTABLE: Final[set[type]] = {Atom, Pid, Reference, int, str, bytes, float, bool, type(None)}
"""Classes whose instances cannot change; a front end with immutable terms of its own adds them here."""


def immutable(term: Any) -> bool:
    """Return whether *term* is made of immutable parts only.

    >>> immutable((1, "a")), immutable((1, [2]))
    (True, False)
    """
    if term.__class__ in IMMUTABLE:
        return True
    if term.__class__ is tuple:
        for part in term:
            if part.__class__ not in IMMUTABLE and not immutable(part):
                return False
        return True
    return False


def settled(term: Any) -> Any:
    """Return *term* for the trace, to be rendered when it is read; what may change by then is rendered at once.

    >>> settled((1, "a")), settled([2]).__class__.__name__
    ((1, 'a'), 'Shown')
    """
    return term if term.__class__ in IMMUTABLE or immutable(term) else Shown(term)


def isolated(term: Any) -> Any:
    """Return *term*, with every list, dict and set in it copied.

    >>> numbers = [1, 2]
    >>> isolated(("n", numbers))[1] is numbers
    False
    """
    cls = term.__class__
    if cls in IMMUTABLE:
        return term
    if cls is tuple:
        return term if immutable(term) else tuple(map(isolated, term))
    if cls is list:
        return list(map(isolated, term))
    if cls is dict:
        return {isolated(key): isolated(value) for key, value in term.items()}
    if cls is set:
        return set(term)
    return term
