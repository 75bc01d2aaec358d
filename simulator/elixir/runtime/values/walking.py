"""A walk through a stream: its elements, what it waits for, and what is to be closed at its end."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from sys import exc_info
from types import GeneratorType
from typing import Any

from simulator.elixir.runtime.values.counted import counted


class Pending:
    """Among the elements of a stream: a request to the kernel, whose answer the stream waits for."""

    __slots__ = ("answer", "failure", "request")

    def __init__(self, request: Any) -> None:
        self.request = request
        self.answer: Any = None
        self.failure: BaseException | None = None

    def settle(self) -> Generator[Any, Any, None]:
        """Make the request, and keep the answer or what was raised instead for the stream."""
        try:
            self.answer = yield self.request
        except GeneratorExit:
            raise
        except BaseException as failure:  # whatever it is, it belongs where the request comes from
            self.failure = failure


def pend(waiting: Generator[Any, Any, Any]) -> Generator[Pending, None, Any]:
    """Run a generator function's steps inside of a stream: its requests are handed on as :class:`Pending`."""
    try:
        request = next(waiting)
        while True:
            each = Pending(request)
            yield each
            request = waiting.send(each.answer) if each.failure is None else waiting.throw(each.failure)
    except StopIteration as done:
        return done.value


def called(result: Any) -> Generator[Pending, None, Any]:
    """Return what a function that was called inside of a stream gives, once it does if it has to wait."""
    if result.__class__ is GeneratorType:
        return (yield from pend(result))
    return result


def drive(waiting: Generator[Any, Any, Any]) -> Any:
    """Run steps that make no request; return what they return."""
    try:
        next(waiting)
    except StopIteration as done:
        return done.value
    raise RuntimeError("a function of a stream waits where it was held to be one that does not")


def begun(waiting: Generator[Any, Any, Any]) -> Any:
    """Run steps up to their first request: return what they return, or a generator of what is left."""
    try:
        request = next(waiting)
    except StopIteration as done:
        return done.value
    return _resumed(request, waiting)


def _resumed(request: Any, waiting: Generator[Any, Any, Any]) -> Generator[Any, Any, Any]:
    try:
        while True:
            each = Pending(request)
            yield from each.settle()
            request = waiting.send(each.answer) if each.failure is None else waiting.throw(each.failure)
    except StopIteration as done:
        return done.value


class Begin:
    """A function with its arguments, to be called at the end."""

    __slots__ = ("args", "function")

    def __init__(self, function: Callable[..., Any], *args: Any) -> None:
        self.function = function
        self.args = args


class Walk:
    """What has been opened on the way through a stream, and is closed when the walk ends, the latest first."""

    __slots__ = ("_open",)

    def __init__(self) -> None:
        self._open: list[Any] = []

    def opened(self, closer: Begin | Walk) -> Any:
        """Note what ends something that was opened."""
        self._open.append(closer)
        return closer

    def forget(self, closer: Any) -> None:
        """Note that this has been closed."""
        self._open = [each for each in self._open if each is not closer]

    def inner(self) -> Walk:
        """Return a walk that can end before this one, and ends with it at the latest."""
        made = Walk()
        self._open.append(made)
        return made

    def close(self) -> Generator[Any, Any, None]:
        """Close what is still open, waiting where that has to."""
        while self._open:
            closer = self._open.pop()
            if closer.__class__ is Walk:
                yield from closer.close()
                continue
            result = closer.function(*closer.args)
            if result.__class__ is GeneratorType:
                yield from result


class Steps:
    """An iterator of the elements of a stream for a consumer that can wait; :class:`Pending` come among them."""

    __slots__ = ("_items", "walk")

    def __init__(self, start: Callable[[Walk], Iterator[Any]]) -> None:
        self.walk = Walk()
        self._items = counted(start(self.walk))

    def __iter__(self) -> Iterator[Any]:
        return self._items

    def next(self) -> Generator[Any, Any, Any]:
        """Return a tuple of the next element, or () at the end."""
        for item in self._items:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            return (item,)
        return ()

    def rest(self) -> Generator[Any, Any, list[Any]]:
        """Return all elements that are left."""
        items: list[Any] = []
        try:
            for item in self._items:
                if item.__class__ is Pending:
                    yield from item.settle()
                else:
                    items.append(item)
        finally:
            if not killed():
                yield from self.halt()
        return items

    def halt(self) -> Generator[Any, Any, None]:
        """End the walk: what it has opened is closed."""
        yield from self.walk.close()


def killed() -> bool:
    """Return whether the generator that asks is being closed, as those of a killed process are: it must not wait."""
    return exc_info()[0] is GeneratorExit
