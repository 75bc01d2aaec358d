"""A raise in the main process ends the program with status 1."""


def main(proc):
    proc.puts("before")
    raise RuntimeError("oops")
