"""``Mix.Config``, as configuration files were written before there was ``Config``."""

from __future__ import annotations

from simulator.elixir.library.language import config

MACROS = {"__using__/1": None, "import_config/1": config.MACROS["import_config/1"]}
FUNCTIONS = {"config/2": config.put, "config/3": config.put_key}
