"""Starting processes: what ``Kernel``, ``Process`` and ``:erlang`` have in common."""

from __future__ import annotations

from types import FunctionType
from typing import Any, Final

from simulator.elixir.library.files.io import to_stderr
from simulator.elixir.runtime.errors import check, unless
from simulator.elixir.runtime.modules.modules import label_of
from simulator.elixir.runtime.running.bodies import checked, module_steps, steps_of
from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.world import current, world
from simulator.terms import Atom, atom, inspect
from simulator.terms.lists import EMPTY, is_list, to_list

PRIORITIES: Final = ("low", "normal", "high", "max")
PRIORITY: Final = ("flag", Atom("priority"))
"""Where a process keeps its own."""
_RELATIONS: Final = ("link", "monitor")
_NUMBERS: Final = ("fullsweep_after", "min_heap_size", "min_bin_vheap_size", "scheduler")
_CHOICES: Final = {"priority": PRIORITIES, "message_queue_data": ("on_heap", "off_heap")}


def callable_of(function: Any, args: list[Any]) -> Any:
    """Return a function that takes these arguments; raise ``BadFunctionError`` or ``BadArityError``."""
    return checked(function, len(args), args)


def _start(function: Any, **how: bool) -> Any:
    if function.__class__ is not FunctionType:
        raise badarg(1, "not a fun")
    return current().spawn_opt(steps_of(function, []), label=label_of(function), **how)


def _start_module(module: Any, name: Any, args: Any, **how: bool) -> Any:
    if module.__class__ is not Atom or name.__class__ is not Atom or not is_list(args):
        check(
            unless(Atom, module, "not an atom"), unless(Atom, name, "not an atom"),
            "" if is_list(args) else "not a list",
        )  # fmt: skip
    given = list(to_list(args))
    return current().spawn_opt(
        module_steps(module, name.name, given), label=label_of_call(module, name, len(given)), **how
    )


def label_of_call(module: Atom, name: Atom, arity: int) -> str:
    """Return what a process is called that runs a module's function.

    >>> label_of_call(Atom("Elixir.Stack"), Atom("loop"), 1), label_of_call(Atom("timer"), Atom("sleep"), 1)
    ('Stack.loop/1', ':timer.sleep/1')
    """
    shown = module.name[7:] if module.name.startswith("Elixir.") else f":{module.name}"
    return f"{shown}.{name.name}/{arity}"


def spawn(function: Any) -> Any:
    """``spawn/1``"""
    if function.__class__ is not FunctionType:
        raise badarg(1, "not a fun")
    return current().spawn_opt(steps_of(function, []), label=label_of(function))


def spawn_link(function: Any) -> Any:
    """``spawn_link/1``"""
    return _start(function, link=True)


def spawn_monitor(function: Any) -> Any:
    """``spawn_monitor/1``"""
    return _start(function, monitor=True)


def spawn_module(module: Any, name: Any, args: Any) -> Any:
    """``spawn/3``"""
    return _start_module(module, name, args)


def spawn_link_module(module: Any, name: Any, args: Any) -> Any:
    """``spawn_link/3``"""
    return _start_module(module, name, args, link=True)


def spawn_monitor_module(module: Any, name: Any, args: Any) -> Any:
    """``spawn_monitor/3``"""
    return _start_module(module, name, args, monitor=True)


def spawn_opt(function: Any, opts: Any) -> Any:
    """``Process.spawn/2``, ``:erlang.spawn_opt/2``"""
    how, priority = how_of(opts, 2)
    return prioritised(_start(function, **how), priority)


def spawn_opt_module(module: Any, name: Any, args: Any, opts: Any) -> Any:
    """``Process.spawn/4``, ``:erlang.spawn_opt/4``"""
    how, priority = how_of(opts, 4)
    return prioritised(_start_module(module, name, args, **how), priority)


def how_of(opts: Any, position: int) -> tuple[dict[str, bool], Any]:
    """Return which of the options there are that mean something here, and the priority; sizes of heaps do not."""
    if not is_list(opts):
        raise badarg(position, "not a list")
    how: dict[str, bool] = {}
    priority: Any = atom.normal
    for each in to_list(opts):
        name, value = each if each.__class__ is tuple and len(each) == 2 else (each, None)
        if name.__class__ is not Atom or not _is_option(name.name, value):
            raise badarg(position, "invalid spawn option")
        refuse_setting(name.name, value)
        if name.name in _RELATIONS:
            how[name.name] = True
        elif name.name == "priority":
            priority = value
    return how, priority


def _is_option(name: str, value: Any) -> bool:
    if value is None:
        return name in _RELATIONS
    if name in _NUMBERS:
        return value.__class__ is int and value >= 0
    if name in _CHOICES:
        return value.__class__ is Atom and value.name in _CHOICES[name]
    if name == "monitor" and is_list(value) and value is not EMPTY:
        refuse(f"the spawn option monitor: {inspect(value)}")
    return name == "max_heap_size" or (name == "monitor" and value is EMPTY)


def prioritised(started: Any, priority: Atom) -> Any:
    """Note the priority of a process that has just been started; return what starting it gives."""
    if priority is not atom.normal:
        pid = started[0] if started.__class__ is tuple else started
        pid._process.put(PRIORITY, priority)
    return started


def refuse_setting(name: str, value: Any) -> None:
    """End the run where a process is to have a limit of its heap: there is none here.

    A priority is taken, and it is told once that it does nothing: the order is still one that the BEAM allows.
    """
    if name == "priority" and value is not atom.normal and name not in world().told:
        world().told.add(name)
        to_stderr(f"warning: the priority {inspect(value)} of a process does nothing: what is due at one instant runs "
                  "in the order in which it became due\n")  # fmt: skip
    if name == "max_heap_size" and value != 0:
        refuse(f"the process setting {name}: {inspect(value)}")
