"""Starting processes: what ``Kernel``, ``Process`` and ``:erlang`` have in common."""

from __future__ import annotations

from types import FunctionType
from typing import Any

from simulator.elixir.library.files.io import to_stderr
from simulator.elixir.runtime.bridge import options, truth
from simulator.elixir.runtime.modules.modules import label_of
from simulator.elixir.runtime.running.bodies import checked, module_steps, steps_of
from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.world import current, world
from simulator.terms import Atom, atom, inspect
from simulator.terms.lists import is_list, to_list


def callable_of(function: Any, args: list[Any]) -> Any:
    """Return a function that takes these arguments; raise ``BadFunctionError`` or ``BadArityError``."""
    return checked(function, len(args), args)


def _start(function: Any, **how: bool) -> Any:
    if function.__class__ is not FunctionType:
        raise badarg(1, "not a fun")
    return current().spawn_opt(steps_of(function, []), label=label_of(function), **how)


def _start_module(module: Any, name: Any, args: Any, **how: bool) -> Any:
    if module.__class__ is not Atom or name.__class__ is not Atom or not is_list(args):
        position = 1 if module.__class__ is not Atom else 2 if name.__class__ is not Atom else 3
        raise badarg(position, "not a list" if position == 3 else "not an atom")
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
    return _start(function, **_how(opts))


def spawn_opt_module(module: Any, name: Any, args: Any, opts: Any) -> Any:
    """``Process.spawn/4``, ``:erlang.spawn_opt/4``"""
    return _start_module(module, name, args, **_how(opts))


def _how(opts: Any) -> dict[str, bool]:
    """Return which of the options there are that mean something here; sizes of heaps and the like do not."""
    named = {each.name for each in to_list(opts) if each.__class__ is Atom}
    pairs = options([each for each in to_list(opts) if each.__class__ is tuple])
    for name in pairs:
        refuse_setting(name, pairs[name])
    return {key: True for key in ("link", "monitor") if key in named or truth(pairs.get(key)) is True}


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
