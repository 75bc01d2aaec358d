"""Errors of Elixir code while it runs: what is raised."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Final

from simulator.elixir.runtime.exception_fields import defaults
from simulator.kernel.words.errors import Exit, Throw, badarg
from simulator.terms import Atom
from simulator.terms.errors import SimulatorError
from simulator.terms.lists import EMPTY, from_list
from simulator.terms.maps import STRUCT, Map, from_pairs

TRUE: Final = Atom("true")
FALSE: Final = Atom("false")
EXCEPTION: Final = Atom("__exception__")
FUNCTION_CLAUSE: Final = Atom("function_clause")
BADARITH: Final = Atom("badarith")
BADARG: Final = Atom("badarg")
_EXPLAINED: Final = {
    **dict.fromkeys(["erlang", "atomics", "counters", "persistent_term"], "erl_erts_errors"),
    **dict.fromkeys(["binary", "ets", "io", "lists", "maps", "math", "re", "unicode"], "erl_stdlib_errors"),
    **dict.fromkeys(["code", "os"], "erl_kernel_errors"),
}
"""Which module of OTP explains what is wrong with the arguments of a module's functions."""
CAUGHT: Final = (Exception, Exit, Throw)
"""What ``try`` looks at; a process that is being killed is none of it."""


class Raised(SimulatorError):
    """An Elixir exception: *original* is its struct, or the Erlang term that stands for one.

    *told* is the struct where it says more than can be told of the term; *frames* stand before those of the
    traceback in the stack trace, innermost first.
    """

    normalize: ClassVar[Callable[..., Any]]
    message_of: ClassVar[Callable[[Any], Any]]
    """What :mod:`simulator.elixir.runtime.failures.exceptions` knows of all exceptions; it puts both here."""

    def __init__(self, original: Any, told: Any = None, frames: tuple[Any, ...] = ()) -> None:
        super().__init__(original)
        self.original = original
        self.told = told
        self.frames = frames
        self.info: Any = None
        """What its innermost function tells of it besides the place: ``{:error_info, map}``."""
        self.args_told: Any = None
        """The arguments of that function, if it tells them."""
        self.stack: Any = None
        """The stack trace that it was raised with again; None where its own counts."""

    @property
    def struct(self) -> Any:
        """The exception as a struct, as ``rescue`` gives it."""
        if self.told is None:
            self.told = Raised.normalize(self.original, self)
        return self.told

    def __str__(self) -> str:
        return str(Raised.message_of(self.struct))


def exception(name: str, **fields: Any) -> Map:
    """Return the exception struct of the module *name* (without ``Elixir.``).

    >>> exception("RuntimeError", message="no")
    %RuntimeError{message: "no"}
    """
    return Map({
        STRUCT: Atom(f"Elixir.{name}"), EXCEPTION: TRUE, **{Atom(key): value for key, value in fields.items()}
    })  # fmt: skip


def error(name: str, **fields: Any) -> Raised:
    """Return the exception *name* with these fields, and the others as they are by default, to be raised."""
    return Raised(exception(name, **{**defaults(name), **fields}))


def erlang(term: Any) -> Raised:
    """Return an Erlang error with this reason, to be raised: ``erlang(Atom("badarith"))``."""
    return Raised(term)


def function_clause(module: Any, name: str, arity: int, args: Any) -> Raised:
    """Return the error of a call that no clause takes; *module* is an atom, or a name without ``Elixir.``."""
    where = module if module.__class__ is Atom else Atom(f"Elixir.{module}")
    told = from_list(list(args)) if len(args) == arity else arity
    return Raised(FUNCTION_CLAUSE, None, ((where, Atom(name), told, from_list([])),))


def explained(module: str, cause: Any = None, function: str = "") -> tuple[Atom, Map]:
    """Return what a stack trace has of a failure besides its place: which module explains it, and of what.

    >>> explained("erl_stdlib_errors", Atom("id"))
    (:error_info, %{cause: :id, module: :erl_stdlib_errors})
    """
    pairs = [(Atom("module"), Atom(module))]
    if cause is not None:
        pairs.append((Atom("cause"), cause))
    if function:
        pairs.append((Atom("function"), Atom(function)))
    return Atom("error_info"), from_pairs(pairs)


def information(module: str, cause: Any = None) -> Any:
    """Return where a failed call of a built-in function of *module* stands, as a stack trace has it.

    >>> information("ets", Atom("id")), information("queue")
    ([error_info: %{cause: :id, module: :erl_stdlib_errors}], [])
    """
    found = _EXPLAINED.get(module)
    return EMPTY if found is None else from_list([explained(found, cause)])


def arithmetic(operator: str, values: list[Any]) -> Raised:
    """Return the error of an operator or function of ``:erlang`` that takes numbers."""
    call = (Atom("erlang"), Atom(operator), from_list(values), information("erlang"))
    return Raised(BADARITH, None, (call,))


def rejected(position: int, problem: str, *more: tuple[int, str]) -> Raised:
    """Return the ``ArgumentError`` of a built-in function for its argument at *position*, and for *more* of them."""
    return Raised(BADARG, exception("ArgumentError", message=str(badarg(position, problem, *more))))


def check(*problems: str) -> None:
    """Raise the ``ArgumentError`` of a built-in function whose arguments are wrong: what is, in order; "" for none.

    >>> check("", "")
    >>> try:
    ...     check("not an integer", "", "not a list")
    ... except Raised as wrong:
    ...     print(wrong.original)
    badarg
    """
    found = [(position, problem) for position, problem in enumerate(problems, 1) if problem]
    if found:
        raise rejected(*found[0], *found[1:])


def unless(kind: type, term: Any, problem: str) -> str:
    """Return what is wrong with an argument that is to be of this class."""
    return "" if term.__class__ is kind else problem
