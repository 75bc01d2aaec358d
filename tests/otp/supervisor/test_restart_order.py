"""Whatever children crash, and however many at once, they are restarted in the order that OTP promises."""

from __future__ import annotations

from itertools import takewhile

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator import GenServer, Supervisor, atom, run
from simulator.otp.supervisor.children import SECOND, Intensity

STRATEGIES = (atom.one_for_one, atom.one_for_all, atom.rest_for_one)
RESTARTS = (atom.permanent, atom.transient, atom.temporary)


class Child(GenServer):
    def start_link(proc, n):
        return GenServer.start_link(proc, Child, n, name=atom(f"child {n}"))

    def init(proc, n):
        proc.flag(atom.trap_exit, True)
        proc.send(atom.main, (atom.up, n))
        return (atom.ok, n)

    def terminate(proc, reason, n):
        proc.send(atom.main, (atom.down, n))


def observed(strategy, restarts, crashes):
    """Return, for the start and for each lot of crashes, which children went up and down."""
    log = []

    def drain(proc):
        yield proc.sleep(1)
        heard = []
        while (event := (yield proc.receive(after=0))) is not None:
            heard.append((event[0].name, event[1]))
        log.append(heard)

    def main(proc):
        proc.register(proc.pid, atom.main)
        children = [
            {atom.id: n, atom.start: (Child, "start_link", [n]), atom.restart: restart}
            for n, restart in enumerate(restarts)
        ]
        _, supervisor = yield Supervisor.start_link(proc, children, strategy=strategy, max_restarts=1000)
        yield from drain(proc)
        for victims in crashes:
            for n in victims:
                pid = proc.whereis(atom(f"child {n}"))
                if pid is not None:
                    proc.exit(pid, atom.kill)
            yield from drain(proc)
        log.append([child[0] for child in (yield Supervisor.which_children(proc, supervisor))][::-1])

    assert run(main, halt=True).reason is atom.normal
    return log


def promised(strategy, restarts, crashes):
    """Return what OTP promises to happen."""
    children = list(range(len(restarts)))
    log = [[("up", n) for n in children]]
    for victims in crashes:
        heard = []
        dead = [n for n in victims if n in children]
        for n in victims:
            if n not in dead:
                continue
            if restarts[n] is atom.temporary:
                children.remove(n)
                dead.remove(n)
                continue
            affected = {
                atom.one_for_one: [n],
                atom.one_for_all: children,
                atom.rest_for_one: children[children.index(n) :],
            }[strategy]
            heard += [("down", other) for other in reversed(affected) if other not in dead]
            dead = [other for other in dead if other not in affected]
            started = [other for other in affected if restarts[other] is not atom.temporary or other == n]
            children = [other for other in children if other not in affected or other in started]
            heard += [("up", other) for other in started]
        log.append(heard)
    return [*log, children]


@st.composite
def stories(draw):
    restarts = draw(st.lists(st.sampled_from(RESTARTS), min_size=1, max_size=6))
    lot = st.lists(st.integers(0, len(restarts) - 1), min_size=1, max_size=4, unique=True)
    return draw(st.sampled_from(STRATEGIES)), restarts, draw(st.lists(lot, max_size=6))


@settings(max_examples=150, deadline=None)
@given(stories())
def test_children_are_restarted_in_the_order_that_otp_promises(story):
    assert observed(*story) == promised(*story)


@given(st.lists(st.integers(0, 20_000), max_size=30).map(sorted), st.integers(0, 4), st.integers(1, 6))
def test_restarts_are_counted_as_otp_counts_them(times, most, period):
    intensity = Intensity(most, period)
    restarts: list[int] = []
    for time in times:
        now = time // 1000
        restarts = [now, *takewhile(lambda second, now=now: second >= now - period, restarts)]
        assert intensity.add(time * SECOND // 1000) is (len(restarts) <= most)
        assert intensity.listed == restarts
