from simulator import ANY


def server(proc):
    while True:
        client, ref, text = yield proc.receive((ANY, ANY, ANY))
        if text == "first":
            yield proc.sleep(100)
        proc.send(client, (ref, text))


def main(proc):
    pid = proc.spawn(server)
    for text, patience in (("first", 50), ("second", 1000)):
        ref = proc.make_ref()
        proc.send(pid, (proc.pid, ref, text))
        answer = yield proc.receive((ref, ANY), after=patience)
        if answer is not None:
            proc.puts(answer[1])
