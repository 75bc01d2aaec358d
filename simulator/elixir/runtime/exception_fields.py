"""The exceptions of Elixir's library, and the fields of each.

Source: Elixir 1.14, the exceptions of its standard library.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.terms import Atom
from simulator.terms.structs import define

NIL: Final = Atom("nil")

NO_VALUE: Final = Atom("ex_unit_no_meaningful_value")
"""What the fields of an assertion's error hold that it has nothing to say in."""

FIELDS: Final[dict[str, dict[str, Any]]] = {
    "RuntimeError": {"message": "runtime error"},
    "ArgumentError": {"message": "argument error"},
    "ArithmeticError": {"message": "bad argument in arithmetic expression"},
    "SystemLimitError": {"message": "a system limit has been reached"},
    "SyntaxError": {"file": NIL, "line": NIL, "column": NIL, "description": NIL},
    "TokenMissingError": {"file": NIL, "line": NIL, "column": NIL, "description": NIL},
    "CompileError": {"file": NIL, "line": NIL, "description": NIL},
    "EEx.SyntaxError": {"message": NIL, "file": NIL, "line": NIL, "column": NIL},
    "MatchError": {"term": NIL},
    "CaseClauseError": {"term": NIL},
    "WithClauseError": {"term": NIL},
    "TryClauseError": {"term": NIL},
    "CondClauseError": {},
    "BadMapError": {"term": NIL},
    "BadStructError": {"struct": NIL, "term": NIL},
    "BadBooleanError": {"term": NIL, "operator": NIL},
    "BadFunctionError": {"term": NIL},
    "BadArityError": {"function": NIL, "args": NIL},
    "KeyError": {"key": NIL, "term": NIL, "message": NIL},
    "FunctionClauseError": {
        "module": NIL, "function": NIL, "arity": NIL, "kind": NIL, "args": NIL, "clauses": NIL,
    },
    "UndefinedFunctionError": {"module": NIL, "function": NIL, "arity": NIL, "reason": NIL, "message": NIL},
    "ErlangError": {"original": NIL, "reason": NIL},
    "Protocol.UndefinedError": {"protocol": NIL, "value": NIL, "description": ""},
    "Enum.EmptyError": {"message": "empty error"},
    "Enum.OutOfBoundsError": {"message": "out of bounds error"},
    "File.Error": {"reason": NIL, "path": "", "action": ""},
    "File.CopyError": {"reason": NIL, "source": "", "destination": "", "on": "", "action": ""},
    "IO.StreamError": {"reason": NIL, "message": NIL},
    "Regex.CompileError": {"message": "regex could not be compiled"},
    "Inspect.Error": {"message": NIL},
    "ExUnit.AssertionError": {
        "left": NO_VALUE, "right": NO_VALUE, "message": NO_VALUE, "expr": NO_VALUE, "args": NO_VALUE,
        "doctest": NO_VALUE, "context": Atom("=="),
    },
    "ExUnit.TimeoutError": {"timeout": NIL, "type": NIL},
    "UnicodeConversionError": {"encoded": NIL, "message": NIL},
    "Calendar.IncompatibleError": {"message": NIL},
    "Version.InvalidVersionError": {"version": NIL},
    "Version.InvalidRequirementError": {"requirement": NIL},
    "Mix.Error": {"mix": Atom("true"), "message": NIL},
    "Mix.NoProjectError": {"message": NIL},
    "URI.Error": {"action": NIL, "reason": NIL, "part": NIL},
    "System.EnvError": {"env": NIL},
    "Access.Error": {"message": NIL},
    "OptionParser.ParseError": {"message": NIL},
}  # fmt: skip
"""The exceptions of the library, and the fields that each has by default."""

for _name, _fields in FIELDS.items():
    define(_name, "__exception__", *_fields)


def defaults(name: str) -> dict[str, Any]:
    """Return the fields of a library's exception, named without ``Elixir.``."""
    return FIELDS.get(name, {})
