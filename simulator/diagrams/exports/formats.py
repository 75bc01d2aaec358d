"""What a trace can be written as for other tools, by the name of the format."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # the command line is told of the formats at every start: that must cost nothing
    from simulator.trace.trace import Trace


class Format(NamedTuple):
    """A format for another tool."""

    ending: str
    """What its files end in."""
    what: str
    """What it is, in a few words."""
    module: str
    function: str

    def pieces(self, trace: Trace) -> Iterable[str]:
        """Return the text of *trace* in this format, in pieces: of a large trace it is made as it is asked for."""
        written: Callable[[Trace], str | Iterable[str]]
        written = getattr(import_module(f"simulator.diagrams.{self.module}"), self.function)
        made = written(trace)
        return (made,) if isinstance(made, str) else made

    def write(self, trace: Trace) -> str:
        """Return the text of *trace* in this format."""
        return "".join(self.pieces(trace))


FORMATS = {
    "mermaid": Format("mmd", "sequence diagram for Mermaid", "exports.formats", "mermaid_text"),
    "plantuml": Format("puml", "sequence diagram for PlantUML", "exports.plantuml", "plantuml"),
    "plantuml-timing": Format("timing.puml", "timing diagram for PlantUML", "exports.plantuml", "timing"),
    "perfetto": Format(
        "perfetto.json", "slices, flows and counters for Perfetto and Chrome", "exports.perfetto", "perfetto"
    ),
    "shiviz": Format("shiviz.log", "events with vector clocks for ShiViz", "exports.shiviz", "shiviz"),
    "csv": Format("events.csv", "a line an event", "exports.csv", "events_csv"),
    "csv-messages": Format("messages.csv", "a line a message, with its three instants", "exports.csv", "messages_csv"),
}


def mermaid_text(trace: Trace) -> str:
    """Return the sequence diagram of *trace* as Mermaid's text."""
    from simulator.diagrams.sequences.diagram import sequence

    return sequence(trace).mermaid()
