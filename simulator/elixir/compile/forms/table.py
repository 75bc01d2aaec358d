"""All forms: importing this makes each of them known to :mod:`simulator.elixir.compile.writing`."""

from simulator.elixir.compile.forms import branching, comprehensions, tries, waiting
from simulator.elixir.compile.forms.binaries import build_binary
from simulator.elixir.compile.forms.binary_patterns import match_binary
from simulator.elixir.compile.forms.blocks import build_tuple, define, logic, stacktrace
from simulator.elixir.compile.forms.calls import call, capture, tail_call
from simulator.elixir.compile.forms.conditions import condition
from simulator.elixir.compile.forms.functions import anonymous
from simulator.elixir.compile.forms.maps import build_map, build_struct
from simulator.elixir.compile.unit import Forms
from simulator.elixir.compile.writing import VALUES

FORMS = Forms(call, tail_call, condition, logic, match_binary)

VALUES.update({
    "{}": build_tuple, "%{}": build_map, "%": build_struct, "<<>>": build_binary, "fn": anonymous, "&": capture,
    "__STACKTRACE__": stacktrace, "__define__": define,
})  # fmt: skip

__all__ = ["FORMS", "branching", "comprehensions", "tries", "waiting"]
