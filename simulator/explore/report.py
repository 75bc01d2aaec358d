"""The report of an exploration: for people as text, for machines as JSON."""

from __future__ import annotations

from typing import Any, NamedTuple

from simulator.explore.failures import Failure
from simulator.explore.schedule import Schedule
from simulator.explore.search import Tally, lateness
from simulator.explore.telling import lateness_needed, seconds_text


class Report(NamedTuple):
    """What came of an exploration."""

    program: str
    """The path of the program's file."""
    strategy: str
    seed: int
    failure: Failure | None
    schedule: Schedule | None
    """The smallest schedule that shows the failure."""
    sentences: list[str]
    """One for each deviation of the schedule."""
    objects: list[dict[str, Any]]
    """What is touched both by who was held and by others: who read it, who wrote it."""
    runs: int
    """Runs of the program."""
    schedules: int
    """Schedules: a run can be several, as long as one changes nothing for the next."""
    seconds: float
    tallies: list[Tally]
    claim: str
    """What is known where no failure was found."""
    slacks: list[int]
    """How late anything was allowed to be: one after the other."""
    pairs: tuple[int, int] = (0, 0)
    """Pairs of conflicting operations that were seen in both orders, and all that were seen."""
    in_order: bool = False
    """Whether the failure needs no other order: the program fails as it is."""
    interrupted: bool = False

    @property
    def failures(self) -> list[Failure]:
        """The failures that were found: none, or one, after which nobody goes on looking."""
        return [] if self.failure is None else [self.failure]

    @property
    def rate(self) -> float:
        """Schedules a second."""
        return self.schedules / self.seconds if self.seconds > 0 else 0.0

    def text(self, written: str = "", page: str = "") -> str:
        """Return it for people; *written* is where the schedule is, *page* where the page is."""
        count = f"{self.schedules:,} schedules in {self.runs:,} runs"
        speed = f"{count}, {seconds_text(self.seconds)}, {self.rate:,.0f} a second"
        if self.failure is None:
            stopped = "interrupted: " if self.interrupted else ""
            return f"{stopped}{self.claim}\n({speed}; {self._covered()})\n"
        lines = [f"{self.failure}"]
        if self.in_order:
            lines.append("in the ordinary order: `simulator run` shows it")
        lines += [f"  {number}. {sentence}" for number, sentence in enumerate(self.sentences, 1)]
        if self.schedule is not None and not self.in_order:
            lines.append(f"{lateness_needed(self.schedule)}; found with {self.strategy} ({speed})")
            lines.append(f"  {self._covered()}")
        for each in self.objects[:6]:
            read, wrote = ", ".join(each["read_by"]), ", ".join(each["written_by"])
            lines.append(f"  {each['object']}: written by {wrote}{f', read by {read}' if read else ''}")
        if written:
            lines.append(f"again:  simulator run {self.program} --schedule {written}")
        if page:
            lines.append(f"see it: {page}")
        return "\n".join(lines) + "\n"

    def _covered(self) -> str:
        both, pairs = self.pairs
        chances = [
            f"{tally.name}: {tally.chance:.0%} of what is within its reach"
            for tally in self.tallies[-1:]
            if tally.chance is not None and not tally.complete and self.failure is None
        ]
        return "; ".join([f"{both} of {pairs} pairs of conflicting operations seen in both orders", *chances])

    def json(self, written: str = "", page: str = "") -> dict[str, Any]:
        """Return it for machines."""
        return {
            "program": self.program,
            "strategy": self.strategy,
            "seed": self.seed,
            "failed": self.failure is not None,
            "failure": None if self.failure is None else {"kind": self.failure.kind, "text": self.failure.text},
            "in_order": self.in_order,
            "sentences": self.sentences,
            "objects": self.objects,
            "schedule": written or None,
            "page": page or None,
            "claim": None if self.failure is not None else self.claim,
            "interrupted": self.interrupted,
            "slack": [lateness(slack) for slack in self.slacks],
            "runs": self.runs,
            "schedules": self.schedules,
            "pairs_seen": self.pairs[1],
            "pairs_seen_in_both_orders": self.pairs[0],
            "seconds": round(self.seconds, 3),
            "searches": [tally._asdict() for tally in self.tallies],
        }
