"""Atoms: constants whose value is their own name.

Source of the semantics: the Erlang reference manual, "Data Types", and Elixir's ``Atom`` module.
"""

from __future__ import annotations

from typing import Any, ClassVar, Final, NoReturn


class Atom:
    """A constant whose value is its own name, as ``:ok`` in Elixir; the same name is the same object.

    An atom is never a string: ``atom.ok != "ok"``. In a ``match`` statement a dotted name is
    compared, not captured, so ``case atom.ping`` does what it says.

    >>> Atom("ok") is Atom("ok")
    True
    >>> Atom("ok") == "ok"
    False
    >>> Atom("hello world")
    :"hello world"
    """

    __slots__ = ("__weakref__", "name")
    __match_args__ = ("name",)

    name: Final[str]  # type: ignore[misc]
    """The atom's name, without the colon."""

    _interned: ClassVar[dict[str, Atom]] = {}

    def __new__(cls, name: str) -> Atom:
        """Return the one atom of this *name*. Raises ``TypeError`` if *name* is not a ``str``."""
        known = cls._interned.get(name)
        if known is not None:
            return known
        if not isinstance(name, str):
            raise TypeError(f"an atom's name is a string, not {name!r}")
        made = super().__new__(cls)
        object.__setattr__(made, "name", str(name))
        cls._interned[made.name] = made
        return made

    @classmethod
    def exists(cls, name: str) -> bool:
        """Return whether there has been an atom of this *name*."""
        return name in cls._interned

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("an atom cannot be changed")

    def __copy__(self) -> Atom:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Atom:
        return self

    def __reduce__(self) -> tuple[type[Atom], tuple[str]]:
        return Atom, (self.name,)

    # Hashed by identity: a look-up in a dict takes 25 ns, by a hash of the name 100. Ordered by name: what walks
    # a set of atoms has to sort it, as with any set.
    def __lt__(self, other: Atom) -> bool:
        return self.name < other.name if isinstance(other, Atom) else NotImplemented

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        from simulator.terms.inspect import inspect

        return inspect(self)


class _AtomFactory:
    """``atom.name`` is the atom ``:name``; ``atom("any name")`` takes names that Python's syntax does not.

    >>> atom.pong
    :pong
    >>> atom("Elixir.Stack")
    Stack
    """

    def __call__(self, name: str) -> Atom:
        return Atom(name)

    def __getattr__(self, name: str) -> Atom:
        if name.startswith("__"):
            raise AttributeError(name)
        made = self.__dict__[name] = Atom(name)  # the next time it is an attribute: 20 ns instead of 500
        return made


atom = _AtomFactory()
"""Makes atoms: ``atom.ok``, or ``atom("any name")``."""
