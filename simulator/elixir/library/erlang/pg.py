"""Erlang's ``:pg``: groups of processes by any name, kept for each scope by a server and read from its table.

A process may be in a group more than once; what it is in is left when it ends. There is one node, so all members are
local. Source of the semantics: OTP 25's ``pg``.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.library.erlang import ets, gen_server
from simulator.elixir.library.erlang.ets_matching import match, select
from simulator.elixir.runtime.bridge import FALSE, TRUE
from simulator.elixir.runtime.errors import erlang, function_clause
from simulator.elixir.runtime.world import current
from simulator.kernel import ANY, ArgumentError, Process
from simulator.otp.server.gen_server import GenServer
from simulator.terms import Atom, Pid, atom
from simulator.terms.lists import EMPTY, Cons, from_list, is_list, to_list
from simulator.terms.maps import delete, folded_pairs, from_pairs, get, has, put, strict_equal

PG: Final = Atom("pg")
_JOIN, _LEAVE = Atom("join"), Atom("leave")
_JOIN_LOCAL, _LEAVE_LOCAL = Atom("join_local"), Atom("leave_local")
_NODE_EVENTS: Final = (Atom("nodeup"), Atom("nodedown"))
_OPTIONS: Final = from_list([Atom("set"), Atom("protected"), Atom("named_table"), (Atom("read_concurrency"), TRUE)])
_ANY_ROW: Final = (Atom("$1"), Atom("$2"), Atom("_"))
_WITH_LOCAL: Final = (
    (Atom("$1"), Atom("_"), Atom("$2")),
    from_list([(Atom("=/="), Atom("$2"), EMPTY)]),
    from_list([Atom("$1")]),
)


class Scope(GenServer):
    """The server of a scope; its state is the record that OTP's has.

    That is ``{:state, scope, members, remote, scope_monitors, group_monitors, monitored_groups}``: of each member its
    monitor and its groups, the newest first; nothing of other nodes; who watches all groups by monitor; who watches
    which group by monitor; and of each watched group who watches it, the newest first.
    """

    __elixir__ = PG

    def init(proc: Process, arg: Any) -> Any:
        """Make the table that everybody reads."""
        (scope,) = to_list(arg)
        ets.new(scope, _OPTIONS)
        return (atom.ok, (atom.state, scope, *(from_pairs([]) for _ in range(5))))

    def handle_call(proc: Process, request: Any, client: Any, state: Any) -> Any:
        """Let processes join or leave, or one watch a group or all of them."""
        match request:
            case (tag, group, given) if tag is _JOIN_LOCAL:
                return (atom.reply, atom.ok, _joined(proc, state, group, given))
            case (tag, group, given) if tag is _LEAVE_LOCAL:
                left = _left(proc, state, group, given)
                return (atom.reply, Atom("not_joined") if left is state else atom.ok, left)
            case (atom.monitor, group):
                return _watched_group(proc, client[0], group, state)
            case (atom.demonitor, ref):
                known = has(state[4], ref) or has(state[5], ref)
                if known:
                    proc.demonitor(ref)
                return (atom.reply, atom.ok if known else FALSE, _unwatched(state, ref))
            case atom.monitor:
                return _watched_scope(proc, client[0], state)
        raise erlang(atom.badarg)

    def handle_cast(proc: Process, request: Any, state: Any) -> Any:
        """Fail, as for all that only servers on other nodes send."""
        raise erlang(atom.badarg)

    def handle_info(proc: Process, message: Any, state: Any) -> Any:
        """Forget a process that has ended, as a member or as one that watches."""
        match message:
            case (atom.DOWN, ref, atom.process, pid, _):
                if not has(state[2], pid):
                    return (atom.noreply, _unwatched(state, ref))
                for group in to_list(get(state[2], pid)[1]):
                    _take_out(proc, state, group, pid)
                return (atom.noreply, _with(state, 2, delete(state[2], pid)))
            case (event, _) if event in _NODE_EVENTS:
                return (atom.noreply, state)
        raise erlang(atom.badarg)

    def terminate(proc: Process, reason: Any, state: Any) -> Any:
        """Delete the table."""
        return ets.delete(state[1])


def _with(state: Any, place: int, value: Any) -> Any:
    return (*state[:place], value, *state[place + 1 :])


def _pids(given: Any) -> list[Any]:
    return [given] if given.__class__ is Pid else list(to_list(given))


# -- members --------------------------------------------------------------------------------------


def _joined(proc: Process, state: Any, group: Any, given: Any) -> Any:
    """Return the state with these members more, and put them in front of those in the table."""
    members, joining = state[2], _pids(given)
    for pid in joining:
        ref, groups = get(members, pid) if has(members, pid) else (proc.monitor(pid), EMPTY)
        members = put(members, pid, (ref, Cons(group, groups)))
    row = _row(state, group)
    everyone = from_list(joining + (list(to_list(row[1])) if row else []))
    ets.insert(state[1], (group, everyone, everyone))
    _tell(proc, state, _JOIN, group, from_list(joining))
    return _with(state, 2, members)


def _left(proc: Process, state: Any, group: Any, given: Any) -> Any:
    """Return the state with these members gone from the group, each as often as it is given; the same if none was."""
    members = state[2]
    for pid in _pids(given):
        if not has(members, pid):
            continue
        ref, groups = get(members, pid)
        joined = list(to_list(groups))
        kept = _without(joined, [group])
        if kept:
            members = members if len(kept) == len(joined) else put(members, pid, (ref, from_list(kept)))
        else:
            proc.demonitor(ref)
            members = delete(members, pid)
    if members is state[2]:
        return state
    _take_out(proc, state, group, given)
    return _with(state, 2, members)


def _without(terms: list[Any], gone: list[Any]) -> list[Any]:
    """Return *terms* without the first of each that is gone: ``terms -- gone``."""
    for each in gone:
        place = next((at for at, term in enumerate(terms) if strict_equal(term, each)), None)
        if place is not None:
            terms = terms[:place] + terms[place + 1 :]
    return terms


def _row(state: Any, group: Any) -> Any:
    """Return what the table has of a group, or None."""
    found = list(to_list(ets.lookup(state[1], group)))
    return found[0] if found else None


def _take_out(proc: Process, state: Any, group: Any, given: Any) -> None:
    """Take members out of the table, a group that is empty with them, and tell who watches."""
    row, leaving = _row(state, group), _pids(given)
    if row is None:
        return
    rest = from_list(_without(list(to_list(row[1])), leaving))
    if rest is EMPTY:
        ets.delete_key(state[1], group)
    else:
        ets.insert(state[1], (group, rest, rest))
    _tell(proc, state, _LEAVE, group, from_list(leaving))


# -- who watches ----------------------------------------------------------------------------------


def _watched_scope(proc: Process, pid: Any, state: Any) -> Any:
    """Reply with a monitor of all groups, and what they are."""
    ref = proc.monitor(pid)
    groups = from_pairs([tuple(to_list(row)) for row in to_list(match(state[1], _ANY_ROW))])
    return (atom.reply, (ref, groups), _with(state, 4, put(state[4], ref, pid)))


def _watched_group(proc: Process, pid: Any, group: Any, state: Any) -> Any:
    """Reply with a monitor of a group, and who is in it."""
    row, ref = _row(state, group), proc.monitor(pid)
    watching = Cons((pid, ref), get(state[6], group, EMPTY))
    state = _with(_with(state, 5, put(state[5], ref, (pid, group))), 6, put(state[6], group, watching))
    return (atom.reply, (ref, row[1] if row else EMPTY), state)


def _unwatched(state: Any, ref: Any) -> Any:
    """Return the state without a monitor of a group or of all; the same if it is neither."""
    if has(state[4], ref):
        return _with(state, 4, delete(state[4], ref))
    if not has(state[5], ref):
        return state
    pid, group = get(state[5], ref)
    rest = from_list([each for each in to_list(get(state[6], group)) if each != (pid, ref)])
    groups = delete(state[6], group) if rest is EMPTY else put(state[6], group, rest)
    return _with(_with(state, 5, delete(state[5], ref)), 6, groups)


def _tell(proc: Process, state: Any, what: Atom, group: Any, pids: Any) -> None:
    """Tell who watches all groups, then who watches this one."""
    for ref, pid in folded_pairs(state[4]):
        proc.send(pid, (ref, what, group, pids))
    for pid, ref in to_list(get(state[6], group, EMPTY)):
        proc.send(pid, (ref, what, group, pids))


# -- clients --------------------------------------------------------------------------------------


def start(scope: Any) -> Any:
    """``:pg.start/1``"""
    if scope.__class__ is not Atom:
        raise function_clause(PG, "start", 1, [scope])
    return (yield GenServer.start(current(), Scope, from_list([scope]), name=scope))


def start_link(scope: Any = PG) -> Any:
    """``:pg.start_link/0``, ``/1``"""
    if scope.__class__ is not Atom:
        raise function_clause(PG, "start_link", 1, [scope])
    return (yield GenServer.start_link(current(), Scope, from_list([scope]), name=scope))


def _checked(scope: Any, name: str, group: Any, given: Any) -> None:
    """Raise what OTP raises for what is no process and no list of them."""
    if given.__class__ is not Pid and not is_list(given):
        raise function_clause(PG, name, 3, [scope, group, given])
    for each in _pids(given):
        if each.__class__ is not Pid:
            raise erlang((Atom("nolocal"), each))


def join_in(scope: Any, group: Any, given: Any) -> Any:
    """``:pg.join/3``"""
    _checked(scope, "join", group, given)
    return (yield from gen_server.call(scope, (_JOIN_LOCAL, group, given), atom.infinity))


def join(group: Any, given: Any) -> Any:
    """``:pg.join/2``"""
    return (yield from join_in(PG, group, given))


def leave_in(scope: Any, group: Any, given: Any) -> Any:
    """``:pg.leave/3``"""
    _checked(scope, "leave", group, given)
    return (yield from gen_server.call(scope, (_LEAVE_LOCAL, group, given), atom.infinity))


def leave(group: Any, given: Any) -> Any:
    """``:pg.leave/2``"""
    return (yield from leave_in(PG, group, given))


def monitor_scope(scope: Any = PG) -> Any:
    """``:pg.monitor_scope/0``, ``/1``"""
    return (yield from gen_server.call(scope, atom.monitor, atom.infinity))


def monitor_in(scope: Any, group: Any) -> Any:
    """``:pg.monitor/2``"""
    return (yield from gen_server.call(scope, (atom.monitor, group), atom.infinity))


def monitor(group: Any) -> Any:
    """``:pg.monitor/1``"""
    return (yield from monitor_in(PG, group))


def demonitor_in(scope: Any, ref: Any) -> Any:
    """``:pg.demonitor/2``: what was told by then is taken out of the mailbox."""
    if (yield from gen_server.call(scope, (atom.demonitor, ref), atom.infinity)) is not atom.ok:
        return FALSE
    told = atom.ok
    while told is not None:
        told = yield current().receive((ref, _JOIN, ANY, ANY), (ref, _LEAVE, ANY, ANY), after=0)
    return atom.ok


def demonitor(ref: Any) -> Any:
    """``:pg.demonitor/1``"""
    return (yield from demonitor_in(PG, ref))


def members_in(scope: Any, group: Any) -> Any:
    """``:pg.get_members/2``, ``:pg.get_local_members/2``: none where there is no such scope."""
    try:
        return ets.lookup_element(scope, group, 2)
    except ArgumentError:
        return EMPTY


def members(group: Any) -> Any:
    """``:pg.get_members/1``, ``:pg.get_local_members/1``"""
    return members_in(PG, group)


def groups_in(scope: Any) -> Any:
    """``:pg.which_groups/1``"""
    if scope.__class__ is not Atom:
        raise function_clause(PG, "which_groups", 1, [scope])
    return from_list([next(iter(to_list(row))) for row in to_list(match(scope, _ANY_ROW))])


def groups() -> Any:
    """``:pg.which_groups/0``"""
    return groups_in(PG)


def local_groups_in(scope: Any) -> Any:
    """``:pg.which_local_groups/1``"""
    if scope.__class__ is not Atom:
        raise function_clause(PG, "which_local_groups", 1, [scope])
    return select(scope, from_list([_WITH_LOCAL]))


def local_groups() -> Any:
    """``:pg.which_local_groups/0``"""
    return local_groups_in(PG)


FUNCTIONS = {
    "get_members/1": members, "get_members/2": members_in, "get_local_members/1": members,
    "get_local_members/2": members_in, "which_groups/0": groups, "which_groups/1": groups_in,
    "which_local_groups/0": local_groups, "which_local_groups/1": local_groups_in,
}  # fmt: skip
BLOCKING = {
    "start/1": start, "start_link/0": start_link, "start_link/1": start_link, "join/2": join, "join/3": join_in,
    "leave/2": leave, "leave/3": leave_in, "monitor_scope/0": monitor_scope, "monitor_scope/1": monitor_scope,
    "monitor/1": monitor, "monitor/2": monitor_in, "demonitor/1": demonitor, "demonitor/2": demonitor_in,
}  # fmt: skip
