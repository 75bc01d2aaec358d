"""Elixir's ``Task.Supervisor``, which is :class:`simulator.otp.Task.Supervisor` for Elixir's functions."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.processes.children import specification_of
from simulator.elixir.library.processes.servers import (
    STARTER,
    address,
    behaviour,
    checked_options,
    settled,
    started_with,
    with_priority,
)
from simulator.elixir.library.processes.supervisor import stop, stop_for, stop_within
from simulator.elixir.library.processes.task import module_work, stream_of, work
from simulator.elixir.runtime.world import current
from simulator.otp.task.supervisor import TaskSupervisor as Behaviour
from simulator.otp.task.supervisor import stream_of_children
from simulator.terms import atom
from simulator.terms.lists import EMPTY, from_list, to_list


def start_link() -> Any:
    """``Task.Supervisor.start_link/0``"""
    return (yield from start_link_with(EMPTY))


def start_link_with(opts: Any) -> Any:
    """``Task.Supervisor.start_link/1``"""
    name, _ = started_with(opts)
    given = checked_options(opts)
    limits = {key: given[key] for key in ("max_children", "max_restarts", "max_seconds") if key in given}
    started = yield from settled(Behaviour.start_link(current(), name=name, **limits))
    return with_priority(opts, started)


def child_spec(opts: Any) -> Any:
    """``Task.Supervisor.child_spec/1``"""
    name = checked_options(opts).get("name")
    if name.__class__ is tuple:
        name = name[-1]
    return specification_of("Task.Supervisor", opts, name, type=atom.supervisor)


def _shutdown(opts: Any) -> Any:
    return checked_options(opts).get("shutdown")


def _asyncs(name: str) -> dict[str, Any]:
    start = getattr(Behaviour, {"async": "async_"}.get(name, name))

    def async_with(supervisor: Any, function: Any, opts: Any) -> Any:
        given = work(f"Supervisor.{name}", function)
        return (yield from settled(start(current(), address(supervisor), given, shutdown=_shutdown(opts))))

    def async_plain(supervisor: Any, function: Any) -> Any:
        return (yield from async_with(supervisor, function, EMPTY))

    def async_module_with(supervisor: Any, module: Any, function: Any, args: Any, opts: Any) -> Any:
        given = (behaviour(module, STARTER), function, list(to_list(args)))
        return (yield from settled(start(current(), address(supervisor), *given, shutdown=_shutdown(opts))))

    def async_module(supervisor: Any, module: Any, function: Any, args: Any) -> Any:
        return (yield from async_module_with(supervisor, module, function, args, EMPTY))

    return {
        f"{name}/2": async_plain, f"{name}/3": async_with, f"{name}/4": async_module, f"{name}/5": async_module_with,
    }  # fmt: skip


def start_child(supervisor: Any, function: Any) -> Any:
    """``Task.Supervisor.start_child/2``"""
    return (yield from start_child_with(supervisor, function, EMPTY))


def start_child_with(supervisor: Any, function: Any, opts: Any) -> Any:
    """``Task.Supervisor.start_child/3``"""
    return (yield from _start_child(supervisor, (work("Supervisor.start_child", function),), opts))


def start_child_module(supervisor: Any, module: Any, function: Any, args: Any) -> Any:
    """``Task.Supervisor.start_child/4``"""
    return (yield from start_child_module_with(supervisor, module, function, args, EMPTY))


def start_child_module_with(supervisor: Any, module: Any, function: Any, args: Any, opts: Any) -> Any:
    """``Task.Supervisor.start_child/5``"""
    given = module_work("Supervisor.start_child", module, function, args, supervisor)
    return (yield from _start_child(supervisor, given, opts))


def _start_child(supervisor: Any, given: tuple[Any, ...], opts: Any) -> Any:
    options = checked_options(opts)
    how = {key: options[key] for key in ("restart", "shutdown") if key in options}
    return (yield from settled(Behaviour.start_child(current(), address(supervisor), *given, **how)))


def children(supervisor: Any) -> Any:
    """``Task.Supervisor.children/1``"""
    return from_list((yield Behaviour.children(current(), address(supervisor))))


def terminate_child(supervisor: Any, pid: Any) -> Any:
    """``Task.Supervisor.terminate_child/2``"""
    return (yield from settled(Behaviour.terminate_child(current(), address(supervisor), pid)))


def _streams(name: str, link: bool) -> dict[str, Any]:
    def starter(supervisor: Any, given: tuple[Any, ...], opts: Any) -> Any:
        def start_stream(items: Any, options: Any) -> Any:
            return stream_of_children(current(), address(supervisor), items, given, _shutdown(opts), link, options)

        return start_stream

    def stream_with(supervisor: Any, enumerable: Any, function: Any, opts: Any) -> Any:
        given: tuple[Any, ...] = (work(f"Supervisor.{name}", function, 1), [])
        return stream_of(enumerable, starter(supervisor, given, opts), opts)

    def stream(supervisor: Any, enumerable: Any, function: Any) -> Any:
        return stream_with(supervisor, enumerable, function, EMPTY)

    def stream_module_with(supervisor: Any, enumerable: Any, module: Any, function: Any, args: Any, opts: Any) -> Any:
        given = (behaviour(module, STARTER), function, list(to_list(args)))
        return stream_of(enumerable, starter(supervisor, given, opts), opts)

    def stream_module(supervisor: Any, enumerable: Any, module: Any, function: Any, args: Any) -> Any:
        return stream_module_with(supervisor, enumerable, module, function, args, EMPTY)

    return {f"{name}/3": stream, f"{name}/4": stream_with, f"{name}/5": stream_module, f"{name}/6": stream_module_with}


FUNCTIONS = {
    "child_spec/1": child_spec, **_streams("async_stream", True), **_streams("async_stream_nolink", False),
}  # fmt: skip
BLOCKING = {
    "start_link/0": start_link, "start_link/1": start_link_with, **_asyncs("async"), **_asyncs("async_nolink"),
    "start_child/2": start_child, "start_child/3": start_child_with, "start_child/4": start_child_module,
    "start_child/5": start_child_module_with, "children/1": children, "terminate_child/2": terminate_child,
    "stop/1": stop, "stop/2": stop_for, "stop/3": stop_within,
}  # fmt: skip
