from simulator import atom


def adder(proc):
    total = 0
    while True:
        match (yield proc.receive()):
            case atom.stop:
                proc.puts(total)
                return
            case number:
                total += number


def main(proc):
    pid = proc.spawn(adder)
    for number in range(1, 6):
        proc.send(pid, number)
    proc.send(pid, atom.stop)
