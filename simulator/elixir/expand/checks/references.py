"""Calls of other modules: what is undefined, what is not supported here; aliases and imports that nothing uses."""

from __future__ import annotations

from simulator.elixir.expand.scope.known import deprecated, exported, supported
from simulator.elixir.expand.scope.unit import RemoteCall, Unit
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term

_MODULE, _REQUIRE, _FUNCTION = range(3)
_GIVEN = frozenset({("__info__", 1), ("module_info", 0), ("module_info", 1)})
_PROTOCOL = frozenset({("impl_for", 1), ("impl_for!", 1), ("__protocol__", 1)})
_MAX_HINTS = 5
_ALIKE = 0.77

Name = tuple[str, int]


def warn_lexical(unit: Unit) -> None:
    """Warn of aliases and imports that nothing uses."""
    for kind, name, meta, used, left in sorted(unit.lexical, key=lambda each: each[0]):
        shown = name.name if kind == "alias" else inspect_term(name)
        if not used:
            unit.warn(f"warning: unused {kind} {shown}\n  {unit.file}:{meta.line}\n")
            continue
        for function, arity in left:
            unit.warn(f"warning: unused {kind} {shown}.{function}/{arity}\n  {unit.file}:{meta.line}\n")


def check_calls(unit: Unit) -> None:
    """Warn of calls that reach nothing; note those of what is not supported."""
    found: dict[tuple[Atom | None, int, str], list[str]] = {}
    for call in unit.calls:
        kind, text = _problem(unit, call)
        if not text and call.module not in unit.modules:
            told = deprecated().get(f"{call.module.name}.{call.name}/{call.arity}")
            if told is not None:
                kind = _FUNCTION
                text = f"{inspect_term(call.module)}.{call.name}/{call.arity} is deprecated. {told}"
        if text:
            found.setdefault((call.caller, kind, text), []).append(f"{unit.file}:{call.line}{call.place}")
    callers = list(dict.fromkeys(caller for caller, _, _ in found))
    for caller in callers:
        for (who, kind, text), places in sorted(found.items(), key=lambda each: each[0][1:]):
            if who is caller and kind != _FUNCTION:
                _warn(unit, text, places)
    for (_, kind, text), places in sorted(found.items(), key=lambda each: (callers.index(each[0][0]), each[0][2])):
        if kind == _FUNCTION:
            _warn(unit, text, places)


def _warn(unit: Unit, text: str, places: list[str]) -> None:
    if len(places) == 1:
        unit.warn(f"warning: {text}\n  {places[0]}\n")
        return
    lines = "".join(f"  {place}\n" for place in places)
    unit.warn(f"warning: {text}\nInvalid call found at {len(places)} locations:\n{lines}")


def _problem(unit: Unit, call: RemoteCall) -> tuple[int, str]:
    """Return what is wrong with a call, as text; an empty one for nothing."""
    key = call.name, call.arity
    shown = f"{inspect_term(call.module)}.{call.name}/{call.arity}"
    if call.macro:
        return _REQUIRE, f"you must require {inspect_term(call.module)} before invoking the macro {shown}"
    if call.module in unit.modules:
        own = _own(unit, call.module)
        if not call.inside or key in own:
            return 0, ""
        return _FUNCTION, f"{shown} is undefined or private{_similar(call.name, own)}"
    if key in supported(call.module):
        return 0, ""
    known = exported(call.module)
    if known is not None and key in _GIVEN:
        return 0, ""
    if known is not None and (key in known[0] or key in known[1]):
        unit.lacks(shown, call.line, call.column)
        return 0, ""
    if not call.inside:
        return 0, ""
    if known is None:
        name = inspect_term(call.module)
        return _MODULE, f"{shown} is undefined (module {name} is not available or is yet to be defined)"
    return _FUNCTION, f"{shown} is undefined or private{_similar(call.name, set(known[0]))}"


def _own(unit: Unit, module: Atom) -> set[Name]:
    """Return the public functions and macros of a module of the source."""
    state = unit.modules[module]
    names = {key for key, found in state.definitions.items() if not found.private} | _GIVEN
    if state.protocol is not None:
        names |= {*state.protocol.functions, *_PROTOCOL}
    return names | state.spare


def _similar(name: str, names: set[Name]) -> str:
    """Return Elixir's hint of what may have been meant."""
    from simulator.elixir.runtime.failures.similar import jaro

    alike = sorted(((jaro(name, known), known, arity) for known, arity in names), key=lambda each: (-each[0], each[1:]))
    close = [each for each in alike if each[0] > _ALIKE][:_MAX_HINTS]
    if any(known == name for _, known, _ in close):
        close = [each for each in close if each[1] == name]
    lines = "".join(f"      * {known}/{arity}\n" for _, known, arity in sorted(close, key=lambda each: each[1:]))
    return f". Did you mean:\n\n{lines}" if close else ""
