"""A server with a full mailbox gives way to others when it has handled as many messages as a turn may."""

from __future__ import annotations

import pytest

from simulator import GenServer, atom, run


class Tally(GenServer):
    def init(proc, arg):
        return (atom.ok, arg)

    def handle_cast(proc, request, state):
        return (atom.noreply, state + 1)

    def handle_call(proc, request, client, state):
        return (atom.reply, state, state)


def counting(proc, server, turns):
    """Note, turn by turn, how many messages wait for the server."""
    for _ in range(turns):
        proc.puts(proc.info(server, atom.message_queue_len)[1])
        yield proc.yield_()


def main(proc):
    _, server = yield Tally.start_link(proc, 0)
    for number in range(9_000):
        GenServer.cast(proc, server, number)
    proc.spawn(counting, server, 4)
    proc.puts((yield GenServer.call(proc, server, atom.get)))


@pytest.mark.parametrize("trace", [False, True])
def test_it_gives_way_after_four_thousand_messages(trace):
    # Of the call's and the 9,000 before it; one of each turn's is in its hands while it gives way.
    assert run(main, trace=trace).output.split() == ["5000", "1000", "0", "9000", "0"]
