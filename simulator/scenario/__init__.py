"""Scenarios: find, load and run one; the :class:`Run` that it yields."""

from simulator.scenario.config import Config, ConfigError
from simulator.scenario.errors import LoadError, OutputError, SourceError
from simulator.scenario.load import load
from simulator.scenario.outcome import AssertionRunError, Run, RunError, exit_status
from simulator.scenario.run import run, start
from simulator.scenario.source import Loaded

__all__ = [
    "AssertionRunError", "Config", "ConfigError", "LoadError", "Loaded", "OutputError", "Run", "RunError",
    "SourceError", "exit_status", "load", "run", "start",
]  # fmt: skip
