"""A child specification in all its forms, and with overrides."""

from simulator import ArgumentError, GenServer, Supervisor, atom


class Stack(GenServer):
    pass


class App(Supervisor):
    pass


class Plain:
    pass


def main(proc):
    def shown(spec):
        module, function, args = spec[atom.start]
        return {**spec, atom.start: (module, atom(str(function)), args)}

    proc.inspect(shown(Supervisor.child_spec(Stack)))
    proc.inspect(shown(Supervisor.child_spec((Stack, [1]), id=atom.stack, restart=atom.transient)))
    plain = {atom.id: 1, atom.start: (Stack, "start_link", [])}
    overrides = {"shutdown": atom.brutal_kill, "type": atom.supervisor, "modules": atom.dynamic}
    proc.inspect(shown(Supervisor.child_spec(plain, **overrides)))
    proc.inspect(shown(App.child_spec(1)))
    old = (atom.id, (Stack, atom.start_link, []), atom.permanent, 5, atom.worker, [])
    for given, overrides in ((Stack, {"name": atom.s}), (old, {}), ("stack", {}), (Plain, {})):
        try:
            Supervisor.child_spec(given, **overrides)
        except ArgumentError as error:
            proc.puts(str(error).split("\n")[0])
