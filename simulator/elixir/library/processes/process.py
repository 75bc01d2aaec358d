"""Elixir's ``Process``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from simulator.elixir.library.language import spawning
from simulator.elixir.library.processes.servers import LONGEST, timeout_of
from simulator.elixir.runtime.bridge import FALSE, NIL, TRUE, boolean, from_python, nilled, truth
from simulator.elixir.runtime.errors import function_clause
from simulator.elixir.runtime.failures.resting import resting_in
from simulator.elixir.runtime.failures.stack import current_stack, entry
from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.values.kept import check_kept
from simulator.elixir.runtime.world import current, world
from simulator.kernel import Exit
from simulator.otp.server.gen import alive_steps
from simulator.terms import Atom, Pid, Reference, atom
from simulator.terms.lists import EMPTY, from_list, is_list, to_list
from simulator.terms.maps import from_pairs, key_of, term_of

LABEL = Atom("$process_label")
"""The key of a process's dictionary under which OTP 27 keeps its label."""
_OK = atom.ok
_USUAL = (
    "registered_name", "current_function", "initial_call", "status", "message_queue_len", "links", "dictionary",
    "trap_exit", "error_handler", "priority", "group_leader", "total_heap_size", "heap_size", "stack_size",
    "reductions", "garbage_collection", "suspending",
)  # fmt: skip
_FIXED: dict[str, Any] = {
    "error_handler": Atom("error_handler"), "priority": Atom("normal"), "total_heap_size": 233, "heap_size": 233,
    "stack_size": 9, "reductions": 0, "suspending": EMPTY, "memory": 2688,
    "catchlevel": 0, "binary": EMPTY,
    "min_heap_size": 233, "fullsweep_after": 65535, "message_queue_data": Atom("on_heap"),
    "min_bin_vheap_size": 46422, "sequential_trace_token": EMPTY, "trace": 0, "last_calls": FALSE,
}  # fmt: skip
_UNTOLD = frozenset(["backtrace", "garbage_collection_info", "magic_ref"])
"""What only a BEAM knows of a process."""
_KNOWN = frozenset(
    {
        "registered_name", "current_function", "current_location", "current_stacktrace", "initial_call", "status",
        "message_queue_len", "messages", "links", "monitors", "monitored_by", "dictionary", "trap_exit", "group_leader",
        "parent", "label",
    }
)  # fmt: skip
_IN_TURN = frozenset(
    {
        "current_function", "current_location", "current_stacktrace", "messages", "links", "monitors", "monitored_by",
        "dictionary", "memory", "binary", "total_heap_size", "suspending",
    }
)  # fmt: skip
"""What another process tells in a turn of its own, whether it has signals to handle or not: ``erl_bif_info.c``."""
_NO_LIMIT = from_pairs([(Atom("error_logger"), TRUE), (Atom("kill"), TRUE), (Atom("size"), 0)])
"""The limit of a heap, as it is told: no other is taken."""
_FIXED["garbage_collection"] = from_list([
    (Atom("max_heap_size"), _NO_LIMIT), (Atom("min_bin_vheap_size"), 46422), (Atom("min_heap_size"), 233),
    (Atom("fullsweep_after"), 65535), (Atom("minor_gcs"), 0),
])  # fmt: skip
_ASKING = (Atom("Elixir.Process"), Atom("info"), 2, from_list([
    (Atom("file"), from_list([ord(char) for char in "lib/process.ex"])), (Atom("line"), 773)
]))  # fmt: skip
"""The call by which a process asks for its own stack."""


# -- life -----------------------------------------------------------------------------------------


def sleep(time: Any) -> Any:
    """``Process.sleep/1``"""
    proc = current()
    if time.__class__ is not int or not 0 <= time <= LONGEST:
        time = timeout_of(time, "Process", "sleep", [time])
    yield proc.sleep(time)
    return _OK


def hibernate(module: Any, name: Any, args: Any) -> Any:
    """``Process.hibernate/3``"""
    from simulator.elixir.library.language.kernel import apply_module

    yield current().hibernate()
    yield from apply_module(module, name, args)
    raise Exit(atom.normal)


def exit_(pid: Any, reason: Any) -> Atom:
    """``Process.exit/2``"""
    return boolean(current().exit(pid, reason))


def is_alive(pid: Any) -> Any:
    """``Process.alive?/1``: a process that has signals to handle answers when it has its turn."""
    return boolean((yield from alive_steps(current(), pid)))


def list_() -> Any:
    """``Process.list/0``: on the BEAM others go on before it returns."""
    proc = current()
    found = from_list(list(proc.list()))
    yield proc.yield_()
    yield proc.yield_()
    return found


def flag(name: Any, value: Any) -> Any:
    """``Process.flag/2``: sizes and the like, which do not matter here, are remembered, and do nothing."""
    proc = current()
    if name is atom.trap_exit:
        return boolean(proc.flag(name, truth(value)))
    defaults = {"priority": atom.normal, "min_heap_size": 233, "min_bin_vheap_size": 46422, "max_heap_size": 0,
                "message_queue_data": atom.on_heap, "save_calls": 0, "sensitive": FALSE,
                "fullsweep_after": 65535, "error_handler": atom.error_handler, "monitor_nodes": FALSE}  # fmt: skip
    if name.__class__ is not Atom or name.name not in defaults:
        raise badarg(1, "invalid process flag")
    if name.name == "priority" and (value.__class__ is not Atom or value.name not in spawning.PRIORITIES):
        raise badarg(2, "invalid value for this process flag")
    spawning.refuse_setting(name.name, value)
    key = ("flag", name)
    old = proc.get(key, defaults[name.name])
    proc.put(key, value)
    return _NO_LIMIT if name.name == "max_heap_size" else old


def group_leader() -> Pid:
    """``Process.group_leader/0``: the process that prints; it has no part in the run but to print."""
    return leader()


def leader() -> Pid:
    """Return the pid by which the group leader is known."""
    return Pid(65)


def set_group_leader(pid: Any, group_leader: Any) -> Atom:
    """``Process.group_leader/2``: everything is printed at one place, another leader is refused."""
    if group_leader != leader():
        refuse("Process.group_leader/2 with another leader")
    return TRUE


# -- messages and timers --------------------------------------------------------------------------


def send(dest: Any, message: Any, opts: Any) -> Any:
    """``Process.send/3``"""
    current().send(dest, message)
    return _OK


def send_after(dest: Any, message: Any, time: Any) -> Any:
    """``Process.send_after/3``"""
    return send_after_with(dest, message, time, EMPTY)


def send_after_with(dest: Any, message: Any, time: Any, opts: Any) -> Any:
    """``Process.send_after/4``; with ``abs: true`` the time is that of the monotonic clock."""
    proc = current()
    if time.__class__ is not int:
        raise badarg(1, "not an integer")
    if _told(opts, 3, "abs").get("abs") is TRUE:
        time = max(0, time - proc.now // 1_000_000)
    return proc.send_after(dest, message, time)


def cancel_timer(ref: Any) -> Any:
    """``Process.cancel_timer/1``"""
    return _left(current().cancel_timer(ref))


def cancel_timer_with(ref: Any, opts: Any) -> Any:
    """``Process.cancel_timer/2``"""
    proc = current()
    given = _told(opts, 2, "info", "async")
    left = _left(proc.cancel_timer(ref))
    if given.get("info") is FALSE:
        return _OK
    if given.get("async") is TRUE:
        proc.send(proc.pid, (atom.cancel_timer, ref, left))
        return _OK
    return left


def _told(opts: Any, position: int, *names: str) -> dict[str, Any]:
    """Return options that are true or false, by name; raises ``ArgumentError`` for what is none of *names*."""
    if not is_list(opts):
        raise badarg(position, "not a list")
    given = {}
    for each in to_list(opts):
        name, value = each if each.__class__ is tuple and len(each) == 2 else (None, None)
        if name.__class__ is not Atom or name.name not in names or (value is not TRUE and value is not FALSE):
            raise badarg(position, "invalid option in list")
        given[name.name] = value
    return given


def read_timer(ref: Any) -> Any:
    """``Process.read_timer/1``"""
    return _left(current().read_timer(ref))


def _left(milliseconds: Any) -> Any:
    """Return the whole milliseconds that are left, or ``false``."""
    return FALSE if milliseconds is False else int(-(-milliseconds // 1))


# -- bonds ----------------------------------------------------------------------------------------


def link(pid: Any) -> Atom:
    """``Process.link/1``"""
    return boolean(current().link(pid))


def unlink(pid: Any) -> Atom:
    """``Process.unlink/1``"""
    return boolean(current().unlink(pid))


def monitor(item: Any) -> Any:
    """``Process.monitor/1``"""
    return watch(item, EMPTY)


def watch(item: Any, opts: Any) -> Any:
    """Watch a process, a name or a name on this node; of the options ``alias`` and ``tag``."""
    if item.__class__ is tuple and len(item) == 2 and item[1] is Atom("nonode@nohost"):
        item = item[0]
    if item.__class__ is not Pid and item.__class__ is not Atom:
        raise badarg(2, "not a pid")
    how: Any = False
    tag: Any = atom.DOWN
    if not is_list(opts):
        raise badarg(3, "not a list")
    for each in to_list(opts):
        key, value = each if each.__class__ is tuple and len(each) == 2 else (None, None)
        if key is atom.alias and value in _ALIASES:
            how = value
        elif key is atom.tag:
            tag = value
        else:
            raise badarg(3, "invalid option in list")
    return current().monitor(item, alias=how, tag=tag)


def demonitor(ref: Any) -> Atom:
    """``Process.demonitor/1``"""
    return boolean(current().demonitor(ref))


def demonitor_with(ref: Any, opts: Any) -> Any:
    """``Process.demonitor/2``: who flushes where the monitor has ended by itself gives way to others."""
    named = {each.name for each in to_list(opts) if each.__class__ is Atom}
    proc = current()
    flush = "flush" in named
    if flush and ref.__class__ is Reference and not proc.watches(ref):
        yield proc.yield_()
    return boolean(proc.demonitor(ref, flush, info=True) or "info" not in named)


_ALIASES = (atom.explicit_unalias, atom.demonitor, atom.reply_demonitor)


def alias() -> Any:
    """``:erlang.alias/0``"""
    return current().alias()


def alias_with(opts: Any) -> Any:
    """``:erlang.alias/1``"""
    if not is_list(opts):
        raise badarg(1, "not a list")
    how = atom.explicit_unalias
    for how in to_list(opts):
        if how is not atom.reply and how is not atom.explicit_unalias:
            raise badarg(1, "invalid option in list")
    return current().alias(how)


def unalias(ref: Any) -> Atom:
    """``:erlang.unalias/1``"""
    return boolean(current().unalias(ref))


# -- names ----------------------------------------------------------------------------------------


def register(pid: Any, name: Any) -> Atom:
    """``Process.register/2``"""
    if name.__class__ is not Atom or name.name in ("nil", "true", "false", "undefined"):
        raise function_clause("Process", "register", 2, [pid, name])
    return boolean(current().register(pid, name))


def set_label(label: Any) -> Atom:
    """``Process.set_label/1``, of Elixir 1.17: kept where OTP 27 keeps it, and what pictures call the process."""
    proc = current()
    proc.put(LABEL, label)
    return proc.label(label)


def unregister(name: Any) -> Atom:
    """``Process.unregister/1``"""
    return boolean(current().unregister(name))


def whereis(name: Any) -> Any:
    """``Process.whereis/1``"""
    return nilled(current().whereis(name))


def registered() -> Any:
    """``Process.registered/0``"""
    return from_list(list(current().registered()))


# -- what is known of a process -------------------------------------------------------------------


def info(pid: Any) -> Any:
    """``Process.info/1``"""
    found = yield from _asked(pid, _USUAL)
    if found is NIL:
        return NIL
    return from_list([(name, value) for name, value in found if name is not atom.registered_name or value != EMPTY])


def info_of(pid: Any, item: Any) -> Any:
    """``Process.info/2``"""
    if is_list(item):
        found = yield from _asked(pid, [each.name if each.__class__ is Atom else "" for each in to_list(item)])
        return NIL if found is NIL else from_list(found)
    if item.__class__ is not Atom:
        raise badarg(2, "invalid item or item list")
    found = yield from _asked(pid, [item.name])
    return NIL if found is NIL else found[0]


def _asked(pid: Any, names: Sequence[str]) -> Any:
    """Return what is known of a process, NIL if it is dead; some of it each process tells only in a turn of its own."""
    proc = current()
    if not all(name in _FIXED or name in _KNOWN or name in _UNTOLD for name in names):
        raise badarg(2, "invalid item or item list")
    if pid.__class__ is not Pid:
        raise badarg(1, "not a pid")

    def known() -> Any:
        return [(Atom(name), _item(proc, pid, name)) for name in names]

    if proc.unsettled(pid, True) or (pid is not proc.pid and any(name in _IN_TURN for name in names)):
        found = yield proc.inquire(pid, known, True)
        return NIL if found is None else found
    told = NIL if proc.info(pid) is None else known()
    if proc.unheard and pid is not proc.pid:
        yield proc.yield_()
    return told


def _item(proc: Any, pid: Any, name: str) -> Any:
    if name == "priority":
        kept = dict(proc.known(pid, Atom("dictionary"))[1])
        return kept.get(spawning.PRIORITY, atom.normal)
    if name in _FIXED:
        return _FIXED[name]
    if name in _UNTOLD:
        refuse(f"Process.info/2 with :{name}")
    if name == "group_leader":
        return leader()
    if name in ("current_function", "current_location", "current_stacktrace"):
        return _calls(proc, pid, name)
    if name == "initial_call":
        if _is_of_otp(proc, pid):
            return _BEGINS
        return function_of(proc.known(pid, Atom("initial_call"))[1])
    if name == "label":
        return plain(dict(proc.known(pid, Atom("dictionary"))[1]).get(LABEL, atom.undefined))
    if name == "parent":
        ancestors = proc.known(pid, Atom("dictionary"))[1]
        ancestors = dict(ancestors).get(Atom("$ancestors"))
        first = ancestors[0] if ancestors else Atom("undefined")
        return proc.whereis(first) or first if first.__class__ is Atom else first
    value = proc.known(pid, Atom(name))[1]
    if name in _OF_SCRIPTS and pid == world().script:
        value = [Pid(_OF_SCRIPTS[name]), *value]
    if name == "dictionary":
        return from_list([(key, plain(kept)) for key, kept in value if not _is_flag(key)])
    return from_python(value)


_OF_SCRIPTS = {"links": 97, "monitored_by": 94}
"""The numbers of who is linked with the process that runs a file, and of who waits for it."""


def _calls(proc: Any, pid: Any, name: str) -> Any:
    """Return where a process is: all the calls that it is in the middle of, or the innermost one."""
    found = [entry(frame) for frame in current_stack(pid)]
    if pid == proc.pid:
        found.insert(0, _ASKING)
    elif name == "current_function":
        resting = resting_in(pid)
        if resting is not None:
            return resting
    if name == "current_stacktrace":
        return from_list(found)
    if proc.hibernates(pid):
        found = [(Atom("erlang"), Atom("hibernate"), 3, EMPTY)]
    if not found:
        found = [(*function_of(proc.known(pid, Atom("initial_call"))[1]), EMPTY)]
    return found[0] if name == "current_location" else found[0][:3]


_BEGINS = (Atom("proc_lib"), Atom("init_p"), 5)
"""What OTP begins its processes with."""


def _is_of_otp(proc: Any, pid: Any) -> bool:
    return "$ancestors" in {getattr(key, "name", key) for key, _ in proc.known(pid, Atom("dictionary"))[1]}


def _is_flag(key: Any) -> bool:
    return key.__class__ is tuple and len(key) == 2 and key[0] == "flag"


def dictionary(pid: Any) -> dict[Any, Any]:
    """Return the dictionary of a process that lives."""
    return dict(current().info(pid, Atom("dictionary"))[1])


def plain(value: Any) -> Any:
    """Return what OTP keeps in a process's dictionary, which may be a Python list, as a term."""
    return from_python(value) if value.__class__ in (list, tuple, bool) or value is None else value


def function_of(label: str) -> Any:
    """Return ``{module, function, arity}`` of a process's label.

    >>> function_of("Stack.init/1")
    (Stack, :init, 1)
    """
    name, _, arity = label.rpartition("/")
    module, dot, function = name.rpartition(".")
    if not dot or not arity.isdigit():
        return (Atom("erlang"), Atom("apply"), 2)
    called = Atom(module[1:]) if module.startswith(":") else Atom(f"Elixir.{module}")
    return (called, Atom(function), int(arity))


# -- the process dictionary -----------------------------------------------------------------------


def put(key: Any, value: Any) -> Any:
    """``Process.put/2``"""
    proc = current()
    before = proc.put(_key(key), value)
    check_kept(proc.dictionary_size, f"the dictionary of {proc.pid}")
    return plain(nilled(before))


def get(key: Any) -> Any:
    """``Process.get/1``"""
    return plain(current().get(_key(key), NIL))


def get_or(key: Any, default: Any) -> Any:
    """``Process.get/2``"""
    return plain(current().get(_key(key), default))


def get_all() -> Any:
    """``Process.get/0``"""
    proc = current()
    return from_list([(_term(key), plain(proc.get(key))) for key in proc.get_keys() if not _is_flag(key)])


def delete(key: Any) -> Any:
    """``Process.delete/1``"""
    return plain(nilled(current().delete(_key(key))))


def get_keys() -> Any:
    """``Process.get_keys/0``"""
    return from_list([_term(key) for key in current().get_keys() if not _is_flag(key)])


def get_keys_of(value: Any) -> Any:
    """``Process.get_keys/1``"""
    proc = current()
    return from_list([_term(key) for key in proc.get_keys() if not _is_flag(key) and plain(proc.get(key)) == value])


def _key(term: Any) -> Any:
    return key_of(term)


def _term(key: Any) -> Any:
    return term_of(key)


FUNCTIONS = {
    "flag/2": flag, "exit/2": exit_, "group_leader/0": group_leader,
    "group_leader/2": set_group_leader, "send/3": send, "send_after/3": send_after, "send_after/4": send_after_with,
    "cancel_timer/1": cancel_timer, "cancel_timer/2": cancel_timer_with, "read_timer/1": read_timer,
    "link/1": link, "unlink/1": unlink, "monitor/1": monitor, "demonitor/1": demonitor,
    "register/2": register, "unregister/1": unregister, "whereis/1": whereis, "registered/0": registered,
    "set_label/1": set_label,
    "put/2": put, "get/0": get_all, "get/1": get, "get/2": get_or,
    "delete/1": delete, "get_keys/0": get_keys, "get_keys/1": get_keys_of,
    "spawn/2": spawning.spawn_opt, "spawn/4": spawning.spawn_opt_module,
}  # fmt: skip
BLOCKING = {
    "sleep/1": sleep, "hibernate/3": hibernate, "alive?/1": is_alive, "list/0": list_, "info/1": info,
    "info/2": info_of, "demonitor/2": demonitor_with,
}  # fmt: skip
