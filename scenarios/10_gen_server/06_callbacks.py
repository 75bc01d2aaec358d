"""The life of a server: continue, timeout, stop, terminate

A session loads its data, answers, and leaves when it has been idle for too long.

init returns at once, with {:continue, :load}: start does not wait for the loading. handle_continue
runs before any message, so the first call waits until 200 ms, and finds the data there. Every callback
returns a timeout of 500 ms, which any message cancels: the second call comes in time, at 600 ms.
Nothing comes after it. At 1100 ms handle_info gets :timeout and stops the server. terminate is the last
callback, and sees the reason and the state.

terminate is called when a callback stops, raises or exits, and for GenServer.stop. It is not called when
the server is killed, as the second session is, nor when an exit signal ends it; a server that traps
exits has it called when its parent ends. What must be done in any case is for another process to do,
which monitors this one.

Try: simulator run callbacks --set idle=300
     simulator run callbacks --set states=true --trace callbacks.jsonl
     simulator diagram callbacks -o callbacks.png
"""

from simulator import ANY, Config, GenServer, atom

config = Config(idle=500)


class Session(GenServer):
    def init(proc, user):
        proc.puts(f"{proc.now_ms} ms: init")
        return (atom.ok, (user, None), (atom("continue"), atom.load))

    def handle_continue(proc, term, state):
        user, _ = state
        yield proc.sleep(200)
        proc.puts(f"{proc.now_ms} ms: handle_continue, loaded")
        return (atom.noreply, (user, "the data"), config.idle)

    def handle_call(proc, request, client, state):
        match request:
            case atom.get:
                return (atom.reply, state[1], state, config.idle)

    def handle_info(proc, message, state):
        match message:
            case atom.timeout:
                proc.puts(f"{proc.now_ms} ms: idle for {config.idle} ms")
                return (atom.stop, atom.normal, state)

    def terminate(proc, reason, state):
        proc.inspect((reason, state), label=f"{proc.now_ms} ms: terminate")


def main(proc):
    _, session = yield GenServer.start(proc, Session, "Alice")
    ref = proc.monitor(session)
    proc.puts(f"{proc.now_ms} ms: started")
    for pause in (0, 400):
        yield proc.sleep(pause)
        if proc.alive(session):
            proc.inspect((yield proc.call(session, atom.get)), label=f"{proc.now_ms} ms: call")
    yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))

    _, session = yield GenServer.start(proc, Session, "Bob")
    ref = proc.monitor(session)
    yield proc.sleep(300)
    proc.exit(session, atom.kill)
    down = yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    proc.inspect(down[4], label=f"{proc.now_ms} ms: no terminate")
