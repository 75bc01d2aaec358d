"""``Mix.Project``: the configuration of the project that is loaded, and where it and its dependencies lie."""

from __future__ import annotations

import os
from typing import Any

from simulator.elixir.library.mix.state import state
from simulator.elixir.runtime.bridge import NIL, boolean
from simulator.elixir.runtime.errors import error
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list, to_list
from simulator.terms.maps import from_pairs

DEFAULTS = [
    (Atom("aliases"), EMPTY), (Atom("build_per_environment"), Atom("true")),
    (Atom("config_path"), "config/config.exs"), (Atom("consolidate_protocols"), Atom("true")),
    (Atom("default_task"), "run"), (Atom("deps"), EMPTY), (Atom("deps_path"), "deps"),
    (Atom("elixirc_paths"), from_list(["lib"])), (Atom("erlc_paths"), from_list(["src"])),
    (Atom("lockfile"), "mix.lock"), (Atom("start_permanent"), Atom("false")),
]  # fmt: skip
"""What a project has that its ``project/0`` does not say."""


def register(module: Any) -> Atom:
    """Note a module that used ``Mix.Project``."""
    state().registered.append(module)
    return Atom("ok")


def completed(given: Any) -> Any:
    """Return a project's configuration with what it leaves to Mix."""
    known = {key for key, _ in to_list(given)}
    return from_list([*(pair for pair in DEFAULTS if pair[0] not in known), *to_list(given)])


def config() -> Any:
    """``Mix.Project.config/0``"""
    project = state().project
    return from_list(DEFAULTS) if project is None else project[1]


def get() -> Any:
    """``Mix.Project.get/0``"""
    project = state().project
    return NIL if project is None else project[0]


def get_strictly() -> Any:
    """``Mix.Project.get!/0``"""
    project = state().project
    if project is None:
        raise error("Mix.NoProjectError", message="Could not find a Mix.Project")
    return project[0]


def is_umbrella() -> Atom:
    """``Mix.Project.umbrella?/0``"""
    return boolean(any(key.name == "apps_path" for key, _ in to_list(config())))


def _folder() -> str:
    project = state().project
    return os.getcwd() if project is None else project[2]


def _option(name: str) -> Any:
    return dict(to_list(config())).get(Atom(name), "")


def project_file() -> Any:
    """``Mix.Project.project_file/0``"""
    return os.path.join(_folder(), "mix.exs")


def deps_path() -> str:
    """``Mix.Project.deps_path/0``"""
    return os.path.normpath(os.path.join(_folder(), _option("deps_path")))


def deps_paths() -> Any:
    """``Mix.Project.deps_paths/0``"""
    return from_pairs([(Atom(name), folder) for name, folder in state().deps.items()])


def apps_paths() -> Any:
    """``Mix.Project.apps_paths/0``"""
    children = state().children
    return from_pairs([(Atom(name), folder) for name, folder in children.items()]) if children else NIL


def build_path() -> str:
    """``Mix.Project.build_path/0``: where Mix would build; nothing is built here."""
    return os.path.join(_folder(), "_build", state().env)


def app_path() -> str:
    """``Mix.Project.app_path/0``"""
    return os.path.join(build_path(), "lib", _option("app").name)


FUNCTIONS = {
    "__register__/1": register, "config/0": config, "get/0": get, "get!/0": get_strictly, "umbrella?/0": is_umbrella,
    "project_file/0": project_file, "deps_path/0": deps_path, "deps_paths/0": deps_paths, "apps_paths/0": apps_paths,
    "build_path/0": build_path, "app_path/0": app_path,
}  # fmt: skip
MACROS = dict.fromkeys(["__using__/1"])
