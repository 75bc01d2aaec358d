"""The normal end of a linked process has no effect where exits are not trapped."""


def main(proc):
    proc.spawn_link(lambda child: None)
    message = yield proc.receive(after=20)
    if message is None:
        proc.puts("nothing")
    else:
        proc.inspect(message)
