"""``Config``: what a project's configuration files say of its applications.

Source of the semantics: Elixir 1.14, ``Config``; keyword lists are merged deeply, all else is replaced.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

from simulator.elixir.runtime.bridge import NIL
from simulator.elixir.runtime.errors import error
from simulator.elixir.runtime.world import world
from simulator.elixir.tree.build import elixir
from simulator.elixir.tree.nodes import Meta, Node
from simulator.terms import Atom, inspect
from simulator.terms.lists import from_list, is_list, to_list

Settings = dict[Atom, dict[Atom, Any]]
"""The environments of applications."""
_OK = Atom("ok")


class Reading:
    """Configuration files that are being read."""

    def __init__(self, env: str, target: str, read: Callable[[str], None] | None) -> None:
        self.env = env
        self.target = target
        self.read = read
        """Reads one more file, given by its path; None where none may be imported."""
        self.settings: Settings = {}


@contextmanager
def reading(files: Reading) -> Generator[None]:
    """Let code that runs in this block be that of configuration files."""
    before, world().reading = world().reading, files
    try:
        yield
    finally:
        world().reading = before


def _now(what: str) -> Reading:
    found: Reading | None = world().reading
    if found is None:
        raise error("RuntimeError", message=f"could not {what} via Config. This typically happens when trying to load "
                    "a configuration file without using Config.Reader or when trying to call Config functions outside "
                    "of a configuration file")  # fmt: skip
    return found


def is_keyword(term: Any) -> bool:
    """Whether a term is a keyword list."""
    return is_list(term) and all(
        each.__class__ is tuple and len(each) == 2 and each[0].__class__ is Atom for each in to_list(term)
    )


def merged(old: Any, new: Any) -> Any:
    """Return a value with another over it: two keyword lists are one, with their values merged.

    >>> merged(from_list([(Atom("a"), 1), (Atom("b"), 2)]), from_list([(Atom("b"), 3)]))
    [a: 1, b: 3]
    """
    if not is_keyword(old) or not is_keyword(new):
        return new
    given = dict(to_list(new))
    kept = [(key, value) for key, value in to_list(old) if key not in given]
    before = dict(reversed(to_list(old)))
    return from_list([*kept, *((key, merged(before[key], value) if key in before else value) for key, value in
                               to_list(new))])  # fmt: skip


def put(app: Any, values: Any) -> Any:
    """``Config.config/2``"""
    if app.__class__ is not Atom or not is_keyword(values):
        told = f"application name and a keyword list, got: {inspect(app)}, {inspect(values)}"
        raise error("ArgumentError", message=f"config/2 expects an {told}")
    settings = _now("set configuration for " + inspect(app)).settings.setdefault(app, {})
    for key, value in to_list(values):
        settings[key] = merged(settings[key], value) if key in settings else value
    return _OK


def put_key(app: Any, key: Any, values: Any) -> Any:
    """``Config.config/3``"""
    return put(app, from_list([(key, values)]))


def env() -> Atom:
    """Return what ``config_env()`` gives."""
    return Atom(_now("read the environment").env)


def target() -> Atom:
    """Return what ``config_target()`` gives."""
    return Atom(_now("read the target").target)


def read_file(path: Any, folder: Any) -> Any:
    """Read one more file, named in one that stands in a folder."""
    now = _now("import a file")
    if now.read is None:
        raise error("RuntimeError", message="import_config/1 is not enabled for this configuration file. Some "
                    "configuration files do not allow importing other files as they are often copied to external "
                    "systems")  # fmt: skip
    now.read(os.path.normpath(os.path.join(folder, path)))
    return NIL


def _import(path: Any) -> Node:
    meta = path.meta if path.__class__ is Node else Meta(1, 1)
    return elixir("Config", "__import__!", [path, Node(Atom("__DIR__"), meta, None)], meta)


MACROS = {
    "config_env/0": lambda: elixir("Config", "__env__!", [], Meta(1, 1)),
    "config_target/0": lambda: elixir("Config", "__target__!", [], Meta(1, 1)),
    "import_config/1": _import,
}
FUNCTIONS = {
    "config/2": put, "config/3": put_key, "__env__!/0": env, "__target__!/0": target, "__import__!/2": read_file,
}  # fmt: skip
