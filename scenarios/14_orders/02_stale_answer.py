"""A stale answer: a reply that comes later than its timeout

A client asks twice, and waits 50 ms for each answer. The first one takes 45 ms, so in the ordinary order both come in
time. A machine that is busy for a few milliseconds is enough for another one: the first answer is late, the client has
given up and asked its second question, and takes the late answer for the answer to that.

simulator explore stale_answer --expect "bob: no" finds it: the server is held for 5 ms before it answers. How late
anything may be is the slack in the line below. The cure is a reference in the question that comes back in the
answer, which is what GenServer.call does: --set tagged=true.

Try: simulator run stale_answer
     simulator explore stale_answer --expect "bob: no"
     simulator explore stale_answer --expect "bob: no" --set tagged=true
"""

# slack: 10ms

from simulator import ANY, Config, atom

config = Config(tagged=False)


def server(proc):
    while True:
        client, ref, user = yield proc.receive()
        yield proc.sleep(45 if user == "alice" else 1)
        proc.send(client, (atom.answer, ref, user == "alice"))


def allowed(proc, server, user):
    ref = proc.make_ref()
    proc.send(server, (proc.pid, ref, user))
    answer = yield proc.receive((atom.answer, ref if config.tagged else ANY, ANY), after=50)
    return "no answer" if answer is None else "yes" if answer[2] else "no"


def main(proc):
    pid = proc.spawn_link(server)
    proc.puts(f"alice: {(yield from allowed(proc, pid, 'alice'))}")
    proc.puts(f"bob: {(yield from allowed(proc, pid, 'bob'))}")
