"""``config/*.exs``: what a project's applications find in their environments."""

from __future__ import annotations

import os

from simulator.elixir.library.language.config import Reading, Settings, reading
from simulator.elixir.library.mix.state import MixState
from simulator.elixir.runtime.world import world
from simulator.project.mixfile import Mixfile, evaluated, run_file


def read_config(project: Mixfile, mix: MixState) -> Settings:
    """Return what the project's configuration files say; nothing where it has none."""
    return _read(project, mix, project.path("config_path"), imports=True)


def read_runtime_config(project: Mixfile, mix: MixState) -> Settings:
    """Return what ``config/runtime.exs`` says, which is read when all is compiled."""
    beside = os.path.join(os.path.dirname(project.path("config_path")), "runtime.exs")
    return _read(project, mix, beside, imports=False)


def _read(project: Mixfile, mix: MixState, path: str, imports: bool) -> Settings:
    if not os.path.isfile(path):
        return {}
    files = Reading(mix.env, mix.target, run_file if imports else None)
    before, world().mix = world().mix, mix
    try:
        with evaluated(project.folder), reading(files):
            run_file(path)
    finally:
        world().mix = before
    return files.settings
