"""Elixir's ``Supervisor.Spec``: children as tuples, as programs wrote them before Elixir 1.5; deprecated since.

Source of the semantics: ``Supervisor.Spec`` of Elixir 1.14.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.processes.servers import checked_options
from simulator.elixir.runtime.bridge import NIL
from simulator.elixir.runtime.errors import error
from simulator.terms import Atom, atom, inspect
from simulator.terms.lists import EMPTY, from_list, to_list


def _child(kind: Any, shutdown: Any, module: Any, args: Any, opts: Any) -> Any:
    given = checked_options(opts)
    function = given.get("function", atom.start_link)
    return (
        given.get("id", module), (module, function, args), given.get("restart", atom.permanent),
        given.get("shutdown", shutdown), kind, given.get("modules", from_list([module])),
    )  # fmt: skip


def worker(module: Any, args: Any, opts: Any = EMPTY) -> Any:
    """``Supervisor.Spec.worker/3``: shut down within five seconds."""
    return _child(atom.worker, 5_000, module, args, opts)


def supervisor(module: Any, args: Any, opts: Any = EMPTY) -> Any:
    """``Supervisor.Spec.supervisor/3``: shut down in whatever time it takes."""
    return _child(atom.supervisor, atom.infinity, module, args, opts)


def supervise(children: Any, opts: Any) -> Any:
    """``Supervisor.Spec.supervise/2``: what ``init/1`` returns."""
    given = checked_options(opts)
    strategy = given.get("strategy", NIL)
    if strategy is NIL:
        raise error("ArgumentError", message="expected :strategy option to be given")
    seen = []
    for each in to_list(children):
        if each.__class__ is not tuple or len(each) != 6:
            raise error("ArgumentError", message="invalid tuple specification given to supervise/2. If you are trying "
                        "to use the map child specification that is part of the Elixir v1.5, use Supervisor.init/2 "
                        "instead of Supervisor.Spec.supervise/2. See the Supervisor module for more information. "
                        f"Got: {inspect(each)}")  # fmt: skip
        if each[0] in seen:
            raise error("ArgumentError", message=f"duplicated ID {inspect(each[0])} found in the supervisor "
                        "specification, please explicitly pass the :id option when defining this worker/supervisor"
                        )  # fmt: skip
        seen.append(each[0])
    flags = (strategy, given.get("max_restarts", 3), given.get("max_seconds", 5))
    return (Atom("ok"), (flags, children))


FUNCTIONS = {
    "supervise/2": supervise,
    "supervisor/2": lambda module, args: supervisor(module, args),
    "supervisor/3": supervisor,
    "worker/2": lambda module, args: worker(module, args),
    "worker/3": worker,
}
