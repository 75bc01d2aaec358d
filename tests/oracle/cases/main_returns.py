"""The program ends when its main process does, well; what others would have said later is lost."""


def late(proc):
    yield proc.sleep(300)
    proc.puts("too late")


def main(proc):
    proc.spawn(late)
    proc.puts("done")
