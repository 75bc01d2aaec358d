from simulator import GenServer, atom


class Server(GenServer):
    def init(proc, done):
        return (atom.ok, done)

    def handle_call(proc, request, client, done):
        yield proc.work(100)
        return (atom.reply, done + 1, done + 1)


def main(proc):
    _, server = yield GenServer.start_link(proc, Server, 0)
    done = 0
    for _ in range(10):
        done = yield proc.call(server, atom.job)
    proc.puts(f"{done} done")
