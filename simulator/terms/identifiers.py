"""Process identifiers and references.

Both are made by the kernel alone and are compared by identity of what they name. Their numbers are
given out in the order of creation, so they are the same in every run of a scenario.
Source of the semantics: the Erlang reference manual, "Data Types" (Pid, Reference).
"""

from __future__ import annotations

from typing import Any


class _Identifier:
    """A number that orders and names; copies are the thing itself."""

    __slots__ = ()

    number: int

    def __copy__(self) -> _Identifier:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> _Identifier:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.number,)  # what it names stays where it is

    def __lt__(self, other: _Identifier) -> bool:
        return self.number < other.number if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return self.number

    def __repr__(self) -> str:
        return str(self)


class Pid(_Identifier):
    """Names one process, alive or dead; prints as ``#PID<0.100.0>``.

    >>> Pid(100)
    #PID<0.100.0>
    """

    __slots__ = ("_mark", "_process", "_spawner", "number")

    def __init__(self, number: int, process: Any = None) -> None:
        self.number = number
        self._spawner = 0  # the number of who spawned it, and how many messages had reached that one's mailbox:
        self._mark = 0  # no older message can contain this pid, so a receive need not look at those
        self._process = process  # the kernel's process while it is alive, else None: no table look-up in send

    def __eq__(self, other: object) -> bool:
        return self is other or (type(other) is Pid and other.number == self.number)

    __hash__ = _Identifier.__hash__

    def __str__(self) -> str:
        return f"#PID<0.{self.number}.0>"


class Reference(_Identifier):
    """A value that is unique in its run; prints as ``#Reference<0.0.0.7>``.

    >>> Reference(7)
    #Reference<0.0.0.7>
    """

    __slots__ = ("_mark", "_owner", "aliased", "number")

    def __init__(self, number: int, owner: Any = None, mark: int = 0, aliased: bool = False) -> None:
        self.number = number
        self._owner = owner  # who made it, and how many messages had reached its mailbox by then:
        self._mark = mark  # no older message can contain it, so a receive need not look at those

        self.aliased = aliased
        """Whether it is that of a call whose reply is dropped where it comes too late."""

    def __eq__(self, other: object) -> bool:
        return self is other or (type(other) is Reference and other.number == self.number)

    __hash__ = _Identifier.__hash__

    def __str__(self) -> str:
        return f"#Reference<0.0.0.{self.number}>"
