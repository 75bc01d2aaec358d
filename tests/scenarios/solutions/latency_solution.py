from simulator import ANY, atom


def server(proc):
    for _ in range(3):
        client, n = yield proc.receive((ANY, ANY))
        proc.send(client, (atom.answer, n))


def main(proc):
    pid = proc.spawn(server)
    for n in range(3):
        proc.send(pid, (proc.pid, n))
    answers = 0
    for _ in range(3):
        yield proc.receive((atom.answer, ANY))
        answers += 1
    proc.puts(f"{answers} answers")
