"""The link graph: who spawned whom, who is linked to whom, who monitors whom, and who is dead.

:func:`links` makes it from a trace, as it is at the end or at a moment before. What is drawn of it, and how,
is decided in :mod:`simulator.diagrams.link_graphs.dot`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.diagrams.drawing.graphviz_render import render
from simulator.diagrams.link_graphs import alternative as links_alternative
from simulator.diagrams.link_graphs import dot as links_dot
from simulator.diagrams.link_graphs import graph_export as links_export
from simulator.diagrams.link_graphs import mermaid as links_mermaid
from simulator.diagrams.link_graphs.moments import circle_at
from simulator.diagrams.link_graphs.rows import WIDTH
from simulator.diagrams.selection import instant, select
from simulator.terms.durations import duration_text
from simulator.trace.records import Bond, Message, Process
from simulator.trace.telling import history
from simulator.trace.told import History

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx

    from simulator.trace.events import Event


@dataclass(frozen=True, slots=True)
class LinkGraph:
    """Processes and what ties them together, at one moment of a run.

    ``graph`` is a ``networkx.MultiDiGraph``. Its nodes are the processes, each keyed by the ``N`` of its
    ``#PID<0.N.0>``, in the order of their appearance. Times are integer nanoseconds of virtual time; what there is
    not is ``None``. A node has

    - ``name``, the name that it holds, or held last; ``function``, as ``name/arity``; ``pid``, as Elixir prints it;
      ``label``, the first of these that there is; ``stable_id``, the same in every run of one scenario;
    - ``state``: ``waiting``, ``running``, ``working`` (on a scheduler), ``runnable`` (has no scheduler, or not its
      turn yet), ``exited``, ``crashed`` (it raised or threw) or ``killed``; ``waits_for`` where it is waiting:
      ``receive``, ``sleep``, ``hibernate``, ``event`` or ``call``;
    - ``reason``, its exit reason, and ``how`` it ended, both as the trace's ``exit`` event says;
    - ``messages_in``, how many entered its mailbox, of every kind; ``messages_out``, how many it sent, by timers too;
    - ``role``: ``supervisor`` or ``worker`` where a supervisor is concerned, else ``None``;
    - ``spawned_at`` and ``ended_at``.

    An edge has ``kind``, ``since`` and ``removed``, and

    - ``spawned`` leads from parent to child;
    - ``linked``, one for the pair, leads from the process that made the link to the other one;
    - ``monitors`` leads from the monitoring process to the monitored one, and has ``ref`` and ``name``, the name that
      was monitored if it was one. A monitor of a name that nobody had has no edge;
    - ``supervises`` leads from a supervisor to a child, each restart to a child of its own; it has ``id``, the child's
      in its supervisor, and ``restarts``, how many there have been of that id with this one;
    - ``waits``, at the end of a run that nothing could continue or in a circle of calls at any moment, leads from a
      process that waits for another to that one; it has ``on``, ``call`` or ``receive``, and ``deadlock``, whether it
      is part of a circle of such;
    - ``messages``, where asked for, leads from sender to receiver, with their ``count`` and how many of them were
      ``lost`` because the receiver was dead. ``EXIT`` and ``DOWN`` messages are not among them.

    Links, monitors and children that are gone stay, ``removed``, with ``until`` and ``ended_by``: ``unlink``,
    ``demonitor``, ``exit`` (of one of the two) or ``down`` (the monitored one ended, and the monitor told).

    Semantics of links and monitors: the Erlang reference manual, "Processes".
    """

    graph: nx.MultiDiGraph
    width: float = WIDTH
    """Points that its picture has: of a tree that is wider children stand in rows below each other."""

    def dot(self) -> str:
        """Return the picture as Graphviz's DOT text, with what it leaves out and a legend in it."""
        return links_dot.dot(self.graph, self.width)

    def svg(self) -> str:
        """Return the picture as SVG; raises what :func:`~simulator.diagrams.drawing.graphviz_render.render` does."""
        return render(self.dot(), "svg").decode("utf-8")

    def png(self) -> bytes:
        """Return the picture as PNG; raises what :func:`~simulator.diagrams.drawing.graphviz_render.render` does."""
        return render(self.dot(), "png")

    def pdf(self) -> bytes:
        """Return the picture as PDF; raises what :func:`~simulator.diagrams.drawing.graphviz_render.render` does."""
        return render(self.dot(), "pdf")

    def mermaid(self) -> str:
        """Return what lives as the text of a Mermaid flowchart, for Markdown and wikis."""
        return links_mermaid.mermaid(self.graph)

    def alt(self) -> str:
        """Return the picture in words: its processes, and what ties them together."""
        return links_alternative.alternative(self.graph)

    def graphml(self) -> str:
        """Return the whole graph as GraphML, for networkx, Gephi, yEd; what is ``None`` is absent."""
        return links_export.graphml(self.graph)

    def json(self) -> str:
        """Return the whole graph as JSON for ``networkx.node_link_graph(json.loads(text))``."""
        return links_export.node_link_json(self.graph)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"image/svg+xml": self.svg(), "text/plain": repr(self)}

    def __repr__(self) -> str:
        nodes, edges = self.graph.number_of_nodes(), self.graph.number_of_edges()
        counts = f"{nodes} process{'es' * (nodes != 1)} and {edges} tie{'s' * (edges != 1)}"
        return f"<LinkGraph of {counts} at {duration_text(self.graph.graph['at'])}>"


def links(
    trace: Iterable[Event],
    *,
    at: int | float | str | None = None,
    messages: bool = False,
    only: Iterable[str] = (),
    hide: Iterable[str] = (),
    width: float = WIDTH,
) -> LinkGraph:
    """Return the link graph of *trace* at its end, or *at* a time (milliseconds or ``"1.5s"``), its instant
    included.

    With *messages* there are edges for them too. The picture has about *width* points: a wider tree
    is folded. *only* and *hide* are described at
    :func:`~simulator.diagrams.selection.select`, which also says what is raised.

    >>> from simulator.trace.events import Exit, Spawn
    >>> picture = links([Spawn(seq=0, t=0, pid=100, id="0", function="main/0"),
    ...                  Exit(seq=1, t=5_000_000, pid=100, cause=0, reason=":normal", how="returned")])
    >>> picture
    <LinkGraph of 1 process and 0 ties at 5 ms>
    >>> picture.graph.nodes[100]["state"], picture.graph.nodes[100]["ended_at"]
    ('exited', 5000000)
    """
    import networkx as nx

    told = history(trace)
    pids = set(select(told, only, hide))
    wanted = instant(at)
    moment = told.last.t if wanted is None else min(wanted, told.last.t)
    graph = nx.MultiDiGraph(
        title=_title(trace),
        at=moment,
        last=told.last.t,
        ended=told.end_reason,
        hidden=sum(_born(process, moment) for process in told.processes.values() if process.pid not in pids),
    )
    counts, roles = _Counts(told, moment), _roles(told, moment)
    for pid, process in told.processes.items():
        if pid in pids and _born(process, moment):
            graph.add_node(pid, **_node(process, moment), role=roles.get(pid), **counts.of(pid))
    for source, target, key, edge in _edges(told, moment, counts if messages else None):
        if source in graph and target in graph:
            graph.add_edge(source, target, key, **edge)
    return LinkGraph(graph, width)


def _title(trace: Iterable[Event]) -> str:
    header = getattr(trace, "header", None)
    return (header.scenario.title or header.scenario.name) if header is not None else "Link graph"


def _born(process: Process, moment: int) -> bool:
    return process.start is None or process.start.t <= moment


def _node(process: Process, moment: int) -> dict[str, Any]:
    held = [name.name for name in process.names if name.start.t <= moment]
    name = held[-1] if held else None
    ended = process.end is not None and process.end.t <= moment
    state, waits_for = _ended(process) if ended else _alive(process, moment)
    return {
        "name": name,
        "function": process.function or None,
        "pid": process.pid_text,
        "label": process.own_label or name or process.function or process.pid_text,
        "stable_id": process.id or None,
        "state": state,
        "waits_for": waits_for,
        "reason": process.reason if ended else None,
        "how": process.how if ended else None,
        "spawned_at": process.start.t if process.start else None,
        "ended_at": process.end.t if ended and process.end else None,
    }


def _roles(told: History, moment: int) -> dict[int, str]:
    """What supervisors say of their children, and what they are thereby themselves."""
    roles: dict[int, str] = {}
    for child in told.children:
        if child.at.t <= moment:
            roles[child.pid] = child.role
            roles[child.supervisor] = "supervisor"
    return roles


def _ended(process: Process) -> tuple[str, None]:
    if process.how == "killed":
        return "killed", None
    return "crashed" if process.crashed else "exited", None


def _alive(process: Process, moment: int) -> tuple[str, str | None]:
    """Its state, and what it waits for."""
    last = None
    for stretch in process.stretches:
        if stretch.start.t > moment:
            break
        last = stretch
    if last is None or (last.end is not None and last.end.t <= moment) or last.kind == "queue":
        return "runnable", None
    if last.kind == "wait":
        return "waiting", last.on
    return ("working" if last.kind == "run" else "running"), None


class _Counts:
    """Messages up to a moment, by process and by pair."""

    def __init__(self, told: History, moment: int) -> None:
        self._into: dict[int | None, int] = {}
        self._out_of: dict[int | None, int] = {}
        self.pairs: dict[tuple[int, int], tuple[int, dict[str, Any]]] = {}
        for message in told.messages:
            if message.enqueued is not None and message.enqueued.t <= moment:
                self._into[message.receiver] = self._into.get(message.receiver, 0) + 1
            if message.kind not in ("exit", "down") and message.sent.t <= moment:
                self._out_of[message.sender] = self._out_of.get(message.sender, 0) + 1
                self._add(message, moment)

    def _add(self, message: Message, moment: int) -> None:
        if message.sender is None or message.receiver is None:
            return
        start = {"kind": "messages", "removed": False, "since": message.sent.t, "count": 0, "lost": 0}
        _, pair = self.pairs.setdefault((message.sender, message.receiver), (message.sent.seq, start))
        pair["count"] += 1
        pair["lost"] += message.dropped is not None and message.dropped.t <= moment

    def of(self, pid: int) -> dict[str, int]:
        """The counts of one process."""
        return {"messages_in": self._into.get(pid, 0), "messages_out": self._out_of.get(pid, 0)}


def _edges(
    told: History, moment: int, counts: _Counts | None
) -> Iterator[tuple[int | None, int | None, str, dict[str, Any]]]:
    """Source, target, key and attributes: first the trees, then links and monitors, who waits, then messages."""
    for process in told.processes.values():
        if process.start is not None:
            since = {"kind": "spawned", "removed": False, "since": process.start.t}
            yield process.parent, process.pid, f"spawned:{process.start.seq}", since
    yield from _children(told, moment)
    for bond in told.bonds:
        if bond.start.t <= moment and not bond.for_call:
            edge = _bond(bond, moment)
            yield bond.owner, bond.other, f"{edge['kind']}:{bond.start.seq}", edge
    yield from _waits(told, moment)
    for (sender, receiver), (seq, pair) in (counts.pairs if counts else {}).items():
        yield sender, receiver, f"messages:{seq}", pair


def _waits(told: History, moment: int) -> Iterator[tuple[int, int, str, dict[str, Any]]]:
    """Who waits for whom when nothing more can happen, and who does in a circle of calls before."""
    circles = {pair for circle in told.deadlocks for pair in zip(circle, (*circle[1:], circle[0]), strict=True)}
    for blocked in told.blocked:
        if blocked.at.t > moment:
            break
        for awaited in blocked.awaits:
            edge = {"kind": "waits", "removed": False, "since": blocked.since.t, "on": blocked.on}
            edge["deadlock"] = (blocked.pid, awaited) in circles
            yield blocked.pid, awaited, f"waits:{blocked.at.seq}", edge
    if told.deadlocks:
        return
    for pid, (server, stretch) in circle_at(told, moment).items():
        edge = {"kind": "waits", "removed": False, "since": stretch.start.t, "on": "call", "deadlock": True}
        yield pid, server, f"waits:{stretch.start.seq}", edge


def _children(told: History, moment: int) -> Iterator[tuple[int, int, str, dict[str, Any]]]:
    restarts: dict[tuple[int, str], int] = {}
    for child in told.children:
        if child.at.t > moment:
            break
        place = child.supervisor, child.id
        restarts[place] = restarts.get(place, 0) + (child.replaces is not None)
        ends = (told.processes[pid].end for pid in (child.supervisor, child.pid) if pid in told.processes)
        over = min((end.t for end in ends if end is not None and end.t <= moment), default=None)
        edge = {
            "kind": "supervises",
            "id": child.id,
            "restarts": restarts[place],
            "removed": over is not None,
            "since": child.at.t,
            "until": over,
            "ended_by": None if over is None else "exit",
        }
        yield child.supervisor, child.pid, f"supervises:{child.at.seq}", edge


def _bond(bond: Bond, moment: int) -> dict[str, Any]:
    removed = bond.end is not None and bond.end.t <= moment
    edge: dict[str, Any] = {
        "kind": "linked" if bond.kind == "link" else "monitors",
        "removed": removed,
        "since": bond.start.t,
        "until": bond.end.t if removed and bond.end else None,
        "ended_by": bond.ended_by if removed else None,
    }
    if bond.kind == "monitor":
        edge |= {"ref": bond.ref, "name": bond.name}
    return edge
