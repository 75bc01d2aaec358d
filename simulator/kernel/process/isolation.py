"""Share nothing: what a process sends is copied, so that no other process can change it.

Atoms, numbers, strings, bytes, pids, references and tuples of them cannot change and are passed as
they are; everything else is copied, at any depth, as the BEAM copies every message: lists, dicts, sets,
and the instances of any class, with what they hold. Shared are, because they are code or the world that
all processes live in: functions, classes, modules, SimPy's objects and the simulator's own. An instance
without any state is a mark, such as ``STOP = object()``, and stays itself. What cannot be copied (a
lock, an open file, a generator) is refused, with the line that sent it.
Source of the semantics: the Erlang efficiency guide, "Processes" (messages are copied).
"""

from __future__ import annotations

import copyreg
from collections.abc import Callable
from enum import Enum
from types import BuiltinFunctionType, CodeType, FunctionType, GeneratorType, MethodType, ModuleType
from typing import Any, Final
from weakref import ReferenceType

from simulator.kernel.words.errors import NotCopyable
from simulator.kernel.words.places import caller
from simulator.terms import Atom, Pid, Reference
from simulator.terms.shown import Shown

IMMUTABLE: Final[set[type]] = {Atom, Pid, Reference, int, str, bytes, float, bool, type(None)}
"""Classes whose instances cannot change; a front end with immutable terms of its own adds them here."""

_PLAIN_LEVELS: Final = 8
"""So deep a tuple is looked through plainly; what is nested deeper may hold the same part again and again."""

Memo = dict[int, tuple[Any, Any]]
"""What has been copied, by id: the copy, and the original, whose id would else be free for another."""

_CODE: Final = (
    FunctionType, BuiltinFunctionType, type, ModuleType, CodeType, Enum, ReferenceType, property, classmethod,
    staticmethod, complex, range, type(Ellipsis), type(NotImplemented),
)  # fmt: skip
_NEW: Final[Any] = vars(copyreg)["__newobj__"]  # what makes an instance of a class that does not say how
_reductions: Final[dict[type, Callable[[Any], Any]]] = copyreg.dispatch_table
_shared: dict[type, bool] = {}


def immutable(term: Any) -> bool:
    """Return whether *term* is made of immutable parts only.

    >>> immutable((1, "a")), immutable((1, [2]))
    (True, False)
    """
    if term.__class__ in IMMUTABLE:
        return True
    if term.__class__ is tuple:
        for part in term:
            if part.__class__ not in IMMUTABLE and not _deeper(part, _PLAIN_LEVELS):
                return False
        return True
    return False


def _deeper(term: Any, levels: int) -> bool:
    """Return the same of a part; so many levels deeper on each is looked at once, however often it is there."""
    if term.__class__ is not tuple:
        return False
    if not levels:
        return _once(term, {})
    for part in term:
        if part.__class__ not in IMMUTABLE and not _deeper(part, levels - 1):
            return False
    return True


def _once(term: Any, seen: dict[int, bool]) -> bool:
    if term.__class__ is not tuple:
        return False
    found = seen.get(id(term))
    if found is None:
        found = seen[id(term)] = all(part.__class__ in IMMUTABLE or _once(part, seen) for part in term)
    return found


def settled(term: Any) -> Any:
    """Return *term* for the trace, to be rendered when it is read; what may change by then is rendered at once.

    >>> settled((1, "a")), settled([2]).__class__.__name__
    ((1, 'a'), 'Shown')
    """
    return term if term.__class__ in IMMUTABLE or immutable(term) else Shown(term)


def isolated(term: Any) -> Any:
    """Return *term*, with everything in it copied that can change.

    Raises :class:`~simulator.kernel.NotCopyable`, with the user's line, for what cannot be.

    >>> numbers = [1, 2]
    >>> isolated(("n", numbers))[1] is numbers
    False
    """
    try:
        return _plain(term)
    except _Refused as refused:
        part, why, holder = refused.part, refused.why, refused.holder
    except RecursionError:
        part, why, holder = term, "it is nested too deep, or holds itself", None
    frame = caller(0)
    held = "" if holder is None else f" in {_described(holder)}"
    raise NotCopyable(
        f"{_described(part)}{held} cannot be sent: processes share nothing, and it cannot be copied ({why})",
        frame.f_code.co_filename,
        frame.f_lineno,
    )


def _plain(term: Any) -> Any:
    """Return a copy of what is mostly lists, dicts and tuples, in which nothing is looked for twice."""
    cls = term.__class__
    if cls in IMMUTABLE:
        return term
    if cls is tuple:
        return term if immutable(term) else tuple(map(_plain, term))
    if cls is list:
        return list(map(_plain, term))
    if cls is dict:
        return {_plain(key): _plain(value) for key, value in term.items()}
    return term if _is_shared(cls) else _copy(term, {})


class _Refused(Exception):
    """Something cannot be copied: it, why, and the instance that holds it, if one does."""

    def __init__(self, part: Any, why: str) -> None:
        self.part, self.why = part, why
        self.holder: Any = None


def _is_shared(cls: type) -> bool:
    """Return whether the instances of a class are shared, and not copied."""
    known = _shared.get(cls)
    if known is None:
        known = (
            issubclass(cls, _CODE)
            or cls.__module__.partition(".")[0] == "simulator"
            or any(base.__module__.partition(".")[0] == "simpy" for base in cls.__mro__)
        )
        _shared[cls] = known
    return known


def _copy(term: Any, memo: Memo) -> Any:
    """Return a copy of any object; one that *memo* knows is copied once."""
    cls = term.__class__
    if cls in IMMUTABLE or _is_shared(cls):
        return term
    known = memo.get(id(term))
    if known is not None:
        return known[0]
    made: Any
    if cls is list:
        made = []
        memo[id(term)] = (made, term)
        made.extend(_copy(part, memo) for part in term)
    elif cls is dict:
        made = {}
        memo[id(term)] = (made, term)
        made.update((_copy(key, memo), _copy(value, memo)) for key, value in term.items())
    elif cls is tuple or cls is set or cls is frozenset:
        parts = [_copy(part, memo) for part in term]
        made = tuple(parts) if cls is tuple else set(parts) if cls is set else frozenset(parts)
    else:
        copier = _COPIERS.get(cls) or (_failure if issubclass(cls, BaseException) else _instance)
        made = copier(term, memo)
    memo[id(term)] = (made, term)
    return made


def _method(term: Any, memo: Memo) -> Any:
    return MethodType(term.__func__, _copy(term.__self__, memo))


def _generator(term: Any, memo: Memo) -> Any:
    raise _Refused(term, "it has come some way through its code")


_COPIERS: Final[dict[type, Callable[[Any, Memo], Any]]] = {MethodType: _method, GeneratorType: _generator}


def _failure(term: BaseException, memo: Memo) -> BaseException:
    """Return a copy of an exception, whatever its class wants to be made with; without its traceback.

    It tells of a failure, which must be told: what cannot be copied in it is shared.
    """
    try:
        made = term.__class__.__new__(term.__class__, *term.args)
    except Exception:
        return term
    memo[id(term)] = (made, term)
    made.args = tuple(_or_itself(part, memo) for part in term.args)
    made.__dict__.update((name, _or_itself(value, memo)) for name, value in vars(term).items())
    return made


def _or_itself(part: Any, memo: Memo) -> Any:
    try:
        return _copy(part, memo)
    except _Refused:
        return part


def _instance(term: Any, memo: Memo) -> Any:
    """Return a copy of an instance, made in the way that its class says of itself (as :mod:`copy` does it)."""
    cls = term.__class__
    if _is_frozen(term):
        return term
    try:
        own = getattr(cls, "__deepcopy__", None)
        if own is not None:
            return own(term, {})
        reduce = _reductions.get(cls)
        made = term.__reduce_ex__(4) if reduce is None else reduce(term)
    except Exception as wrong:
        raise _Refused(term, " ".join(str(wrong).split())) from None
    return term if isinstance(made, str) else _made_again(term, memo, *made)


def _made_again(
    term: Any, memo: Memo, make: Any, args: Any, state: Any = None, items: Any = None, pairs: Any = None, *_: Any
) -> Any:
    """Return what the parts make that :meth:`object.__reduce_ex__` gives of *term*."""
    if make is _NEW and len(args) == 1 and state is None and items is None and pairs is None:
        return term  # it holds nothing: a mark
    try:
        made = make(*[_copy(part, memo) for part in args])
        memo[id(term)] = (made, term)
        if state is not None:
            _put_state(made, _copy(state, memo))
        for item in items or ():
            made.append(_copy(item, memo))
        for key, value in pairs or ():
            made[_copy(key, memo)] = _copy(value, memo)
    except RecursionError:
        raise
    except _Refused as refused:
        if refused.holder is None:
            refused.holder = term
        raise
    except Exception as wrong:
        raise _Refused(term, " ".join(str(wrong).split())) from None
    return made


def _put_state(made: Any, state: Any) -> None:
    own = getattr(made, "__setstate__", None)
    if own is not None:
        own(state)
        return
    attributes, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, None)
    if attributes:
        made.__dict__.update(attributes)
    for name, value in (slots or {}).items():
        object.__setattr__(made, name, value)


def _is_frozen(term: Any) -> bool:
    """Return whether an instance is a named tuple or a frozen dataclass of what cannot change."""
    if isinstance(term, tuple):
        return all(map(immutable, term)) and not getattr(term, "__dict__", None)
    fields = getattr(term, "__dataclass_fields__", None)
    if fields is None or not term.__dataclass_params__.frozen:
        return False
    more = len(getattr(term, "__dict__", ())) > len(fields)
    return not more and all(immutable(getattr(term, name, None)) for name in fields)


def _described(term: Any) -> str:
    """Return what a thing is, without an address in it."""
    if isinstance(term, GeneratorType):
        return f"the generator {term.__name__}"
    return f"an object of class {type(term).__name__}"
