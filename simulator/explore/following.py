"""Following a schedule: any command that runs a program can run it in the order that an exploration has found."""

from __future__ import annotations

from typing import Any

from simulator.explore.control import Explored
from simulator.explore.directors import ByPoints
from simulator.explore.schedule import Schedule, same_program, unmet
from simulator.kernel import Kernel
from simulator.scenario import Loaded


def follow(loaded: Loaded, schedule: Schedule) -> None:
    """Let every run of a program be the one that a schedule says.

    Raises :class:`~simulator.explore.schedule.ScheduleError` for one of another program. Whether all of its points
    came is known after a run: ``loaded.followed`` raises it then.
    """
    same_program(schedule, loaded.path)
    runs: list[tuple[ByPoints, Explored]] = []

    def kernel(**settings: Any) -> Kernel:
        director = ByPoints(schedule.deviations)
        made = Explored(director, schedule.slack, pairwise=schedule.delivery == "pairwise", **settings)
        runs[:] = [(director, made)]
        return made

    def followed() -> None:
        for director, made in runs:
            missing = director.missing(made.labels)
            if missing:
                raise unmet(missing)

    loaded.kernel_class = kernel
    loaded.followed = followed
