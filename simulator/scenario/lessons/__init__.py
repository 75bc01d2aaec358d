"""Lessons that ask, in the order of PRIMM: predict, run, investigate, modify, make. They are data beside a scenario.

:mod:`simulator.scenario.lessons.lesson` is the file, :mod:`simulator.scenario.lessons.answering` what it says of a run,
:mod:`simulator.scenario.lessons.tasks` the check of a task.
"""
