"""Circuit breaker."""

from simulator import Config, HTTPoison, HttpService, Route, StateMachine, atom

config = Config(seed=2)
api = HttpService("https://api.test", {"/x": Route("ok", latency="20ms..40ms", failures={atom.timeout: 0.6})})


class Breaker(StateMachine):
    def callback_mode(proc):
        return atom.state_functions

    def init(proc, limit):
        return (atom.ok, atom.closed, (0, limit))

    def closed(proc, kind, content, data):
        failed, limit = data
        match kind, content:
            case (atom.call, client), atom.fetch:
                result = yield HTTPoison.get(proc, "https://api.test/x")
                match result:
                    case (atom.ok, response):
                        return (atom.keep_state, (0, limit), [(atom.reply, client, (atom.ok, response.body))])
                    case (atom.error, error):
                        failed += 1
                        reply = (atom.reply, client, (atom.error, error.reason))
                        if failed >= limit:
                            return (
                                atom.next_state,
                                atom.open,
                                (0, limit),
                                [reply, (atom.state_timeout, "500ms", atom.try_again)],
                            )
                        return (atom.keep_state, (failed, limit), [reply])

    def open(proc, kind, content, data):
        match kind, content:
            case (atom.call, client), atom.fetch:
                return (atom.keep_state_and_data, [(atom.reply, client, (atom.error, atom.open))])
            case atom.state_timeout, atom.try_again:
                return (atom.next_state, atom.closed, data)


def main(proc):
    api.start(proc)
    _, breaker = yield Breaker.start_link(proc, 3)
    for _ in range(30):
        answer = yield StateMachine.call(proc, breaker, atom.fetch)
        proc.puts(f"{proc.now_ms:8.2f} {answer}")
        yield proc.sleep(50)
