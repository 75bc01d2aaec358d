from simulator import ANY, atom


def adder(proc):
    total = 0
    while True:
        match (yield proc.receive()):
            case (atom.get, client):
                proc.send(client, (atom.sum, total))
            case atom.stop:
                return
            case number:
                total += number


def main(proc):
    proc.register(proc.spawn(adder), atom.adder)
    for message in (3, 4, (atom.get, proc.pid)):
        proc.send(atom.adder, message)
    _, total = yield proc.receive((atom.sum, ANY))
    proc.puts(total)
    proc.send(atom.adder, atom.stop)
