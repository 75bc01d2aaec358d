"""The exceptions of Elixir: their fields, their messages, and what Erlang's terms become.

Source of the words: Elixir 1.14, ``Exception`` and the exceptions of its standard library.
"""

from __future__ import annotations

import re
from typing import Any, Final

from simulator.elixir.runtime.errors import BADARG, EXCEPTION, FUNCTION_CLAUSE, Raised, exception
from simulator.elixir.runtime.exception_fields import FIELDS
from simulator.elixir.runtime.failures.messages import message
from simulator.elixir.runtime.failures.stack import stacktrace
from simulator.kernel.words.errors import ArgumentError, BadArityError, ErlangError
from simulator.terms import Atom, inspect
from simulator.terms.durations import DurationError
from simulator.terms.lists import EMPTY, NotAList, from_list, is_list, length, to_list
from simulator.terms.maps import STRUCT, Map


def made(name: str, **fields: Any) -> Map:
    """Return an exception's struct, with the other fields as they are by default."""
    return exception(name, **{**FIELDS.get(name, {}), **fields})


_TERMS: Final = {
    "badmatch": "MatchError", "case_clause": "CaseClauseError", "with_clause": "WithClauseError",
    "try_clause": "TryClauseError", "badmap": "BadMapError", "badfun": "BadFunctionError",
}  # fmt: skip
_ALONE: Final = {
    "badarith": "ArithmeticError", "system_limit": "SystemLimitError", "cond_clause": "CondClauseError",
    "badarg": "ArgumentError",
}  # fmt: skip


def is_exception(term: Any) -> bool:
    """Return whether *term* is an exception's struct."""
    return term.__class__ is Map and term.d.get(EXCEPTION) is Atom("true") and STRUCT in term.d


def normalize(reason: Any, failure: Raised | None = None, stack: Any = EMPTY) -> Map:
    """Return the exception of an Erlang error, as ``Exception.normalize/3``; an exception is one already.

    Where the reason tells no more than that a call failed, the innermost frame of *stack* (or of *failure*)
    tells which.
    """
    if is_exception(reason):
        return reason  # type: ignore[no-any-return]
    if reason.__class__ is Atom:
        if reason.name in _ALONE:
            return made(_ALONE[reason.name])
        if reason is FUNCTION_CLAUSE or reason is Atom("undef"):
            return _of_frame(reason, failure, stack)
    elif reason.__class__ is tuple and reason and reason[0].__class__ is Atom:
        found = _of_tuple(reason)
        if found is not None:
            return found
    return made("ErlangError", original=reason)


def _of_tuple(reason: tuple[Any, ...]) -> Map | None:
    tag, *rest = reason
    if len(rest) == 1:
        if tag.name in _TERMS:
            return made(_TERMS[tag.name], term=rest[0])
        if tag.name == "badarity" and rest[0].__class__ is tuple and len(rest[0]) == 2:
            return made("BadArityError", function=rest[0][0], args=rest[0][1])
        if tag.name == "badkey":
            return made("KeyError", key=rest[0])
        if tag.name == "badarg":
            return made("ArgumentError", message=f"argument error: {inspect(rest[0])}")
    if len(rest) == 2:
        if tag.name == "badstruct":
            return made("BadStructError", struct=rest[0], term=rest[1])
        if tag.name == "badbool":
            return made("BadBooleanError", operator=rest[0], term=rest[1])
        if tag.name == "badkey":
            return _missing_key(rest[0], rest[1])
    return None


def _missing_key(key: Any, term: Any) -> Map:
    """Return the error of ``term.key``, which says so where *term* is no map."""
    if term.__class__ is Map:
        return made("KeyError", key=key, term=term)
    told = (
        f"key {inspect(key)} not found in: {inspect(term)}. If you are using the dot syntax, such as map.field, make "
        "sure the left-hand side of the dot is a map"
    )
    return made("KeyError", key=key, term=term, message=told)


def _of_frame(reason: Atom, failure: Raised | None, stack: Any) -> Map:
    if failure is not None:
        stack = stacktrace(failure)
    name = "FunctionClauseError" if reason is FUNCTION_CLAUSE else "UndefinedFunctionError"
    if not is_list(stack) or stack is EMPTY:
        return made(name)
    module, function, args, _ = to_list(stack)[0]
    arity = args if args.__class__ is int else length(args)
    if name == "FunctionClauseError":
        return made(name, module=module, function=function, arity=arity)
    return made(name, module=module, function=function, arity=arity)


_HINT = re.compile(r" \(a name is an atom: atom\.[^\n]*\)")
"""What is told to Python alone of a text as a destination."""


def of_python(failure: BaseException) -> Raised:
    """Return what an exception of the kernel's or OTP's is in Elixir."""
    original = getattr(failure, "original", None)
    if isinstance(failure, ArgumentError):
        told = made("ArgumentError", message=_HINT.sub("", str(failure)))
        return Raised(told if original is None else BADARG, told)
    if isinstance(failure, BadArityError):
        tag, (function, args) = failure.original
        return Raised((tag, (function, from_list(list(args)))))
    if isinstance(failure, ErlangError) or original is FUNCTION_CLAUSE or original is Atom("undef"):
        return Raised(original)
    if isinstance(failure, DurationError | NotAList):
        return Raised(BADARG)  # a function of Elixir's that was given what it does not take
    name = getattr(failure, "__inspect_name__", type(failure).__name__)
    if name == "ProtocolUndefinedError":
        name = "Protocol.UndefinedError"
    fields = dict(failure.__inspect_fields__()) if hasattr(failure, "__inspect_fields__") else {"message": str(failure)}
    if name in FIELDS:
        return Raised(made(name, **fields))
    return Raised(made("RuntimeError", message=f"{name}: {failure}"))


def message_of(struct: Any) -> Any:
    """Return the message of an exception's struct: ``Exception.message/1``."""
    return message(struct)


Raised.normalize = normalize
Raised.message_of = message_of
