"""Queues whose figures are known: the statistics of a long run come close to the formulas.

M/M/c: customers come at rate ``arrival``, each of c servers serves at rate ``service``, both exponential;
Erlang's C formula gives the probability that one has to wait. Rates are per millisecond of virtual time.
"""

from functools import cache
from math import factorial, log

import pytest

from simulator import GenServer, atom, run

MS = 1_000_000
CUSTOMERS = 12_000


class Queue:
    """The formulas."""

    def __init__(self, arrival, service, servers):
        load = arrival / service
        self.utilisation = load / servers
        top = load**servers / factorial(servers) / (1 - self.utilisation)
        waits = top / (sum(load**n / factorial(n) for n in range(servers)) + top)
        self.wait = waits / (servers * service - arrival)
        self.waiting = arrival * self.wait
        self.time = self.wait + 1 / service
        self.present = arrival * self.time


def customer(proc, service):
    yield proc.work(proc.random.expovariate(service))


def arrivals(arrival, service):
    def main(proc):
        for _ in range(CUSTOMERS):
            yield proc.sleep(proc.random.expovariate(arrival))
            proc.spawn(customer, service)

    return main


@cache
def at_schedulers(servers, arrival, seed):
    """The figures of customers who want one of *servers* schedulers each, first come first served."""
    return run(arrivals(arrival, 1.0), seed=seed, schedulers=servers, time_slice="1h").stats()


@pytest.mark.parametrize(("servers", "arrival"), [(1, 0.6), (2, 1.2)])
def test_schedulers(servers, arrival):
    known = Queue(arrival, 1.0, servers)
    figures = at_schedulers(servers, arrival, seed=4)
    customers = figures.processes[1:]
    duration = figures.totals.duration_ns
    assert len(customers) == CUSTOMERS
    assert len(figures.schedulers) == servers
    busy = sum(scheduler.utilisation for scheduler in figures.schedulers)
    assert busy / servers == pytest.approx(known.utilisation, rel=0.03)
    waited = sum(each.queued_ns for each in customers) / CUSTOMERS
    assert waited / MS == pytest.approx(known.wait, rel=0.1)
    assert sum(each.life_ns for each in customers) / CUSTOMERS / MS == pytest.approx(known.time, rel=0.05)
    assert sum(each.queued_ns for each in customers) / duration == pytest.approx(known.waiting, rel=0.1)
    assert sum(each.life_ns for each in customers) / duration == pytest.approx(known.present, rel=0.05)


@pytest.mark.parametrize(("servers", "arrival"), [(1, 0.6), (2, 1.2)])
def test_the_busy_time_of_schedulers_is_the_work_that_was_done(servers, arrival):
    figures = at_schedulers(servers, arrival, seed=4)
    assert sum(scheduler.busy_ns for scheduler in figures.schedulers) == sum(p.working_ns for p in figures.processes)


class Desk(GenServer):
    def init(proc, state):
        return (atom.ok, state)

    def handle_call(proc, request, client, state):
        yield proc.sleep(proc.random.expovariate(1.0))
        return (atom.reply, atom.served, state)


def client(proc):
    yield proc.call(Desk, atom.serve, atom.infinity)


def office(proc):
    yield Desk.start_link(proc, None, name=Desk)
    for _ in range(CUSTOMERS // 2):
        yield proc.sleep(proc.random.expovariate(0.6))
        proc.spawn(client)


@cache
def at_a_desk(seed):
    """The figures of customers who each call one server."""
    return run(office, seed=seed).stats()


def test_a_server_and_its_mailbox():
    known = Queue(0.6, 1.0, 1)
    figures = at_a_desk(seed=2)
    (desk,) = figures.only(["Desk"]).processes
    (kind,) = figures.calls
    assert (kind.server, kind.request, kind.replied) == ("Desk", ":serve", CUSTOMERS // 2)
    assert desk.busy_ns / desk.life_ns == pytest.approx(known.utilisation, rel=0.03)
    assert desk.mailbox_mean == pytest.approx(known.waiting, rel=0.1)
    assert desk.queueing_mean_ns / MS == pytest.approx(known.wait, rel=0.1)
    assert kind.mean_ns / MS == pytest.approx(known.time, rel=0.1)
    for percent, latency in ((50, kind.p50_ns), (90, kind.p90_ns), (95, kind.p95_ns), (99, kind.p99_ns)):
        assert latency / MS == pytest.approx(-log(1 - percent / 100) * known.time, rel=0.1)  # it is exponential, too


def test_littles_law():
    """Mean number is rate times mean time, of every mailbox: exactly so where all that came was taken."""
    figures = at_a_desk(seed=2)
    (desk,) = figures.only(["Desk"]).processes
    assert desk.messages_in == desk.received
    rate = desk.received / desk.life_ns
    assert desk.mailbox_mean == pytest.approx(rate * desk.queueing_mean_ns, rel=1e-9)
