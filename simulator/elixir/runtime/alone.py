"""Functions that may block, called by what cannot wait: in a process, or outside of all."""

from __future__ import annotations

from collections.abc import Generator
from types import GeneratorType
from typing import Any

from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.runtime.world import World, current, running, world
from simulator.kernel import Kernel, Process


def settle(answer: Any) -> Any:
    """Return what a function came to that was not known to block; raise if it does wait."""
    if answer.__class__ is not GeneratorType:
        return answer
    if not running():
        return settle_alone(answer)
    try:
        answer.send(None)
    except StopIteration as stop:
        return stop.value
    name = answer.__qualname__
    current().withdraw()
    answer.close()
    refuse(f"{name} waits, where it is called by what cannot wait")


def settle_alone(answer: Any) -> Any:
    """Return what a function that may block comes to, where there is no process that could wait.

    Code that is run while a module is compiled has a kernel of its own for that moment.
    """
    if answer.__class__.__name__ != "generator":
        return answer
    return _alone(answer)


def _alone(steps: Generator[Any, Any, Any]) -> Any:
    """Run steps as the only process of a kernel of their own."""
    result: list[Any] = []

    def main(proc: Process) -> Generator[Any, Any, None]:
        try:
            result.append((yield from steps))
        except BaseException as failure:  # handed on to whoever asked for the answer
            result.append(failure)
            result.append(None)

    old = world().kernel
    kernel = world().kernel = Kernel(front=World.front)
    try:
        kernel.start(main)
        kernel.run()
    finally:
        kernel.close()
        world().kernel = old
    if len(result) == 2:
        raise result[0]
    if not result:
        raise RuntimeError("code that runs while a module is compiled waits for ever")
    return result[0]
