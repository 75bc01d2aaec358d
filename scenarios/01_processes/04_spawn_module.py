"""spawn/3: a function given by module, name and arguments

spawn(Math, "add", [2, 3]) is spawn(Math, :add, [2, 3]) in Elixir: the module, the name of one of its
functions, and the list of its arguments. In the picture the process is headed Math.add/2. The 2 is
the number of arguments; proc, which comes first in every function here, does not count, as Elixir
does not write it.

The second process is to add 2 and "three". spawn gives a pid all the same. Only when the process runs
does it crash: a report of it appears on standard error, and the main process does not even notice.
What happens to a process is its own affair, unless another is linked to it or monitors it.

Try: simulator diagram spawn_module -o spawn_module.png
"""


class Math:
    def add(proc, a, b):
        proc.puts(f"{a} + {b} = {a + b}")


def main(proc):
    proc.spawn(Math, "add", [2, 3])
    proc.spawn(Math, "add", [2, "three"])
    yield proc.sleep(1000)
    proc.puts("The main process is fine")
