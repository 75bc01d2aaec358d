"""Calls of other modules: what is undefined, what is not supported here; aliases and imports that nothing uses."""

from __future__ import annotations

from simulator.elixir.expand.errors import NotSupported
from simulator.elixir.expand.known import exported, supported
from simulator.elixir.expand.unit import RemoteCall, Unit
from simulator.terms import inspect as inspect_term


def warn_lexical(unit: Unit) -> None:
    """Warn of aliases and imports that nothing uses."""
    for kind, name, meta, used in unit.lexical:
        if not used:
            shown = name.name if kind == "alias" else inspect_term(name)
            unit.warn(f"warning: unused {kind} {shown}\n  {unit.file}:{meta.line}\n")


def check_calls(unit: Unit) -> None:
    """Warn of calls that reach nothing; refuse those of what is not supported."""
    unit.program.warnings += unit.late
    for call in unit.calls:
        _check(unit, call)


def _check(unit: Unit, call: RemoteCall) -> None:
    key = call.name, call.arity
    if call.module in unit.modules:
        if call.inside:
            _check_own(unit, call)
        return
    if key in supported(call.module):
        return
    known = exported(call.module)
    if known is not None and (key in known[0] or key in known[1]):
        shown = f"{inspect_term(call.module)}.{call.name}/{call.arity}"
        raise NotSupported(shown, unit.file, call.line, call.column)
    if call.inside:
        _warn_undefined(unit, call, known is not None)


def _check_own(unit: Unit, call: RemoteCall) -> None:
    state = unit.modules[call.module]
    found = state.definitions.get((call.name, call.arity))
    if found is None or found.private:
        _warn_undefined(unit, call, True)


def _warn_undefined(unit: Unit, call: RemoteCall, module_exists: bool) -> None:
    shown = f"{inspect_term(call.module)}.{call.name}/{call.arity} is undefined"
    why = "or private" if module_exists else (
        f"(module {inspect_term(call.module)} is not available or is yet to be defined)")  # fmt: skip
    unit.warn(f"warning: {shown} {why}\n  {unit.file}:{call.line}{call.place}\n")
