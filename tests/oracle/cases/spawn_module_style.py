"""spawn/3 runs a function of a module with a list of arguments."""


class Greeter:
    def greet(proc, caller, name):
        proc.send(caller, "Hello, " + name)


def main(proc):
    proc.spawn(Greeter, "greet", [proc.pid, "Joe"])
    proc.puts((yield proc.receive()))
