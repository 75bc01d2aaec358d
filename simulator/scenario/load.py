"""Loading a scenario file: its docstring, its settings, its main function."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Any

from simulator.kernel import ScenarioError
from simulator.scenario.config import DEFAULTS, Config, overriding
from simulator.scenario.errors import LoadError
from simulator.scenario.source import Loaded, read_source
from simulator.terms.errors import SimulatorError

_FLAG_VARARGS = 0x4
_FLAGS_ASYNC = 0x80 | 0x200


def load(
    path: str,
    overrides: dict[str, Any] | None = None,
    *,
    required: list[str] | None = None,
    code: str | None = None,
    echo: bool = False,
    arguments: list[str] | None = None,
    strict: bool = False,
    allow_read: Iterable[str] = (),
    allow_write: Iterable[str] = (),
    allow_env: Iterable[str] = (),
    env: dict[str, str] | None = None,
    **settings: Any,
) -> Loaded:
    """Load a scenario; *overrides* and *settings* replace settings of its ``config`` before its own code sees them.

    A file that ends with ``.exs`` or ``.ex`` is an Elixir program, for which the other arguments are what
    :func:`simulator.scenario.elixir.file.load_elixir` takes; any other is one in Python. A scenario's own setting
    of such a name goes into *overrides*.

    Raises :class:`LoadError`, with the line, for a file that is missing, no Python, or without a
    ``main`` that takes ``proc``, and ``ConfigError`` for settings that it does not have.
    """
    given = {**(overrides or {}), **settings}
    if path.endswith((".exs", ".ex")) or code is not None:
        from simulator.scenario.elixir.file import load_elixir

        return load_elixir(
            path, given, required=required, code=code, echo=echo, arguments=arguments, strict=strict,
            allow_read=allow_read, allow_write=allow_write, allow_env=allow_env, env=env,
        )  # fmt: skip
    source = read_source(path)
    with overriding({key: value for key, value in given.items() if key in DEFAULTS}):
        Config()  # what is wrong with them is not the scenario's fault, and is said without a line of it
    try:
        # Its docstring and assertions are part of it, also where Python leaves out those of others (-OO).
        compiled = compile(source, path, "exec", dont_inherit=True, optimize=0)
    except SyntaxError as wrong:
        raise LoadError(f"not Python: {wrong.msg}", path, wrong.lineno) from None
    except (ValueError, RecursionError, MemoryError) as wrong:
        raise LoadError(f"not Python: {wrong}", path) from None
    module = ModuleType(os.path.splitext(os.path.basename(path))[0])
    module.__file__ = path
    folder = os.path.dirname(os.path.abspath(path))
    if folder not in sys.path:
        sys.path.insert(0, folder)  # a scenario may import its neighbours
    with overriding(given) as asked:
        _execute(compiled, module, path)
        config = getattr(module, "config", None)
        if not isinstance(config, Config):
            if config is not None:
                raise LoadError("its `config` is no Config: write config = Config(until='5s')", path)
            config = Config()
        loaded = Loaded(path, source, module, config, _main_of(module, path))
        return loaded.with_config(asked.settle(config))


def _execute(code: Any, module: ModuleType, path: str) -> None:
    try:
        exec(code, module.__dict__)
    except (Exception, SystemExit) as wrong:
        line, step = None, wrong.__traceback__
        while step is not None:
            if step.tb_frame.f_code.co_filename == path:
                line = step.tb_lineno
            step = step.tb_next
        kind = "" if isinstance(wrong, SimulatorError) else f"cannot be loaded: {type(wrong).__name__}: "
        # A mistake of the scenario tells its own place, which is this one.
        raise LoadError(f"{kind}{wrong.args[0] if isinstance(wrong, ScenarioError) else wrong}", path, line) from None


def _main_of(module: ModuleType, path: str) -> Callable[..., Any]:
    main = getattr(module, "main", None)
    if main is None:
        raise LoadError("no `main`: a scenario has a function `def main(proc):`, which is its first process", path)
    code = getattr(main, "__code__", None)
    if not callable(main) or code is None:
        raise LoadError("its `main` is no function", path)
    if code.co_flags & _FLAGS_ASYNC:
        raise LoadError("its `main` is an async function, which no process runs", path, code.co_firstlineno)
    if code.co_argcount - len(main.__defaults__ or ()) > 1 or not (code.co_argcount or code.co_flags & _FLAG_VARARGS):
        raise LoadError("its `main` takes one argument, proc", path, code.co_firstlineno)
    return main  # type: ignore[no-any-return]
