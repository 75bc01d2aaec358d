"""The call of a built-in function that failed: the BEAM has it with its arguments at the top of a stack trace.

Nothing is noted while code runs. What failed is found in the traceback: the function of the library, or the one that
stands for an operator, that the innermost code of the program called by its name.
"""

from __future__ import annotations

from types import CodeType, FrameType, FunctionType
from typing import Any, Final

from simulator.elixir.runtime.errors import BADARG, BADARITH, Raised, information
from simulator.elixir.runtime.inlined import Inlined, inlined
from simulator.terms import Atom
from simulator.terms.lists import from_list
from simulator.terms.places import OURS

_CAUSES: Final = {
    "the table identifier does not refer to an existing ETS table": "id", "not an atom or a table identifier": "type",
    "not a valid table identifier": "type", "table name already exists": "already_exists",
    "insufficient access rights": "access", "invalid process flag": "badopt", "invalid priority level": "none",
    "the process is already the owner of the table": "owner",
    "position is greater than the size of the object": "position",
}  # fmt: skip
"""What is told beside, by the words that it is said in."""
_TIMERS: Final = frozenset(["send_after", "start_timer"])
_OPERATORS: Final = {
    "absolute": "abs", "append": "++", "binary_part": "binary_part", "bit_size": "bit_size", "byte_size": "byte_size",
    "ceil_number": "ceil", "cell_head": "hd", "cell_tail": "tl", "erlang_element": "element",
    "floor_number": "floor", "list_length": "length", "map_get": "map_get", "map_size": "map_size",
    "round_number": "round", "size": "size", "subtract": "--", "truncate": "trunc", "tuple_size": "tuple_size",
    "apply_remote": "apply",
}  # fmt: skip
"""Functions of Erlang's for which those stand that generated code calls."""
_MOVED: Final = {"element": "Kernel.elem/2", "put_elem": "Kernel.put_elem/3", "is_map_key": "Kernel.is_map_key/2"}
_WITHIN: Final[dict[str, Inlined]] = {
    ":ets.delete_all_objects/1": ("ets", "internal_delete_all", ("1", "undefined")),
    ":ets.foldl/3": ("ets", "safe_fixtable", ("3", "true")),
    ":ets.foldr/3": ("ets", "safe_fixtable", ("3", "true")),
    ":ets.tab2list/1": ("ets", "match_object", ("1", "_")),
    ":lists.append/2": ("erlang", "++", None),
    "Integer.floor_div/2": ("erlang", "div", None),
    "Integer.mod/2": ("erlang", "rem", None),
    "List.keyfind/3": ("lists", "keyfind", ("2", "3+1", "1")),
    "Map.merge/3": ("erlang", "map_size", ("1",)),
    "Map.pop/2": ("maps", "take", ("2", "1")),
    "Map.pop/3": ("maps", "take", ("2", "1")),
    "Map.update!/3": ("erlang", "map_get", ("2", "1")),
    "Process.info/1": ("erlang", "process_info", None),
    "Process.info/2": ("erlang", "process_info", None),
    "Process.whereis/1": ("erlang", "whereis", None),
}
"""What functions of Elixir and of Erlang that are none of the built-in ones call within them, and fail there."""
_AS_GIVEN: Final = frozenset([":maps.put/3", "Map.put/3"])
"""What has an instruction of the BEAM: it fails without a call."""


def failed_call(failure: Any) -> Any:
    """Return the entry of a stack trace for the built-in function that failed; None if it is none, or not known."""
    reason = failure.original if failure.__class__ is Raised else None
    if reason is not BADARG and reason is not BADARITH and not _of_map(reason):
        return None
    inner = _inner(failure)
    if inner is None:
        return None
    caller, callees = inner
    for frame in reversed(callees):
        called = _called(caller, frame)
        if called is not None:
            module, name, args = called
            cause = _cause(name, failure)
            told = information(module, Atom(cause) if cause else None)
            return (Atom(module), Atom(name), from_list(args), told)
    return None


def _of_map(reason: Any) -> bool:
    return reason.__class__ is tuple and bool(reason) and reason[0] in (Atom("badmap"), Atom("badkey"))


def is_of_library(caller: FrameType, callees: list[FrameType]) -> bool:
    """Return whether what *caller* called is a function of Elixir's library, and none of the built-in ones."""
    names = [caller.f_globals.get(name) for name in caller.f_code.co_names]
    called = [each for each in names if each.__class__ is FunctionType and each.__code__ is callees[0].f_code]
    shown = called[0].__qualname__ if called else ":"
    if shown.startswith((":", "ExUnit.Assertions.")) or "." not in shown:  # an assertion stands in place of its call
        return False
    return inlined(shown) is None and shown not in _WITHIN


def _cause(name: str, failure: Raised) -> str:
    said = str(failure.told.d.get(Atom("message"))) if failure.told is not None else ""
    if name in _TIMERS and "1st argument" in said:
        return "time"
    if name in ("send", "lookup_element", "update_counter"):
        cause = {"invalid option in list": "badopt", "not a key that exists in the table": "badkey"}
        found = [each for words, each in cause.items() if words in said]
        if found:
            return found[0]
    return next((cause for words, cause in _CAUSES.items() if words in said), "")


def _inner(failure: BaseException) -> tuple[FrameType, list[FrameType]] | None:
    """Return the innermost frame of the program, and those of ours that are within; None if there are none."""
    caller = None
    callees: list[FrameType] = []
    step = failure.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename.startswith(OURS):
            callees.append(step.tb_frame)
        else:
            caller, callees = step.tb_frame, []
        step = step.tb_next
    return (caller, callees) if callees and caller is not None else None


def _called(caller: FrameType, frame: FrameType) -> tuple[str, str, list[Any]] | None:
    """Return module, name and arguments of the built-in function that *caller* called as *frame*, or None."""
    code = frame.f_code
    if code.co_name == "send" and "send" in caller.f_code.co_names and code.co_varnames[:1] == ("self",):
        return "erlang", "send", _arguments(frame)[1:]
    for name in caller.f_code.co_names:
        function = caller.f_globals.get(name)
        if function.__class__ is FunctionType and function.__code__ is code:
            return _built_in(name, function, _arguments(frame))
    return None


def _built_in(name: str, function: FunctionType, args: list[Any]) -> tuple[str, str, list[Any]] | None:
    if name in _OPERATORS:
        return "erlang", _OPERATORS[name], args
    shown = _MOVED.get(name) or function.__qualname__
    if shown in _AS_GIVEN:
        return None
    target = inlined(shown) or _WITHIN.get(shown)
    if target is not None:
        module, called, places = target
        return module, called, args if places is None else [_at(place, args) for place in places]
    if not shown.startswith(":"):
        return None
    module, _, rest = shown[1:].partition(".")
    return module, rest.rpartition("/")[0], args


def _at(place: str, args: list[Any]) -> Any:
    if not place[0].isdigit():
        return Atom(place)
    number, more, _ = place.partition("+")
    value = args[int(number) - 1]
    return value + 1 if more and value.__class__ is int else value


def _arguments(frame: FrameType) -> list[Any]:
    code: CodeType = frame.f_code
    return [frame.f_locals[name] for name in code.co_varnames[: code.co_argcount]]
