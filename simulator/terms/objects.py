"""Python's own objects as Elixir would see them: modules, functions, structs and opaque values.

A class is a module; an instance of it is a struct where its fields are known:

* it has ``__inspect_fields__()``, which returns pairs of a field's name and value, in their order;
* it is a dataclass (a field with ``repr=False`` is hidden, as with ``@derive {Inspect, except: ...}``);
* it is an exception: its one field is ``message``;
* it has ``__slots__`` and no ``__repr__`` of its own: the public ones are its fields.

Anything else is opaque. A class that names a module as its ``__taught_by__`` is none of these: that module says how
its instances print and sort. A class is called by its qualified name, unless it has an ``__inspect_name__``.
Nothing that is returned here holds an address.
"""

from __future__ import annotations

import re
import sys
from importlib import import_module
from types import FunctionType
from typing import Any, Generic, TypeVar
from zlib import crc32

from simulator.terms.names import LITERALS, is_alias

_Handler = TypeVar("_Handler")


class _Sample:
    def method(self) -> None: ...


FUNCTION_TYPES: tuple[type, ...] = (type(_Sample.method), type(_Sample().method), type(len), type(str.join))
"""The types of functions and methods, Python's and built in."""

MODULE_TYPES: tuple[type, ...] = (type, type(sys))
"""The types of what Elixir calls a module: classes and Python's modules."""

MAX_REPR = 4096
"""How many characters of a Python ``repr`` are shown."""


class Handlers(dict[type, _Handler], Generic[_Handler]):
    """What is done with a term, by its type; finds the handler for the types it was not told of."""

    __slots__ = ("_opaque", "_struct")

    def __init__(self, known: dict[type, _Handler], *, struct: _Handler, opaque: _Handler) -> None:
        super().__init__(known)
        self._struct = struct
        self._opaque = opaque

    def __missing__(self, kind: type) -> _Handler:
        teacher = getattr(kind, "__taught_by__", None)
        if teacher is not None:
            # Imported once there is such a term: this room's own import stays light.
            import_module(teacher)
            for base in kind.__mro__:
                if base in self:
                    return self[base]
        # Not kept: a class that a scenario makes while it runs must be free to go.
        if hasattr(kind, "__inspect_fields__") or hasattr(kind, "__dataclass_fields__"):
            return self._struct
        for base in kind.__mro__:
            if base in self:
                return self[base]
        if issubclass(kind, BaseException):
            return self._struct
        # Empty slots do not count: whether typing.Generic has some depends on the version of Python.
        if kind.__repr__ is object.__repr__ and any(map(_slots, kind.__mro__)):
            return self._struct
        return self._opaque


def module_name(module: Any) -> str:
    """Return the name of the atom that a class or a Python module is.

    >>> module_name(ValueError), module_name(dict), module_name(sys)
    ('Elixir.ValueError', 'dict', 'sys')
    """
    given = module.__dict__.get("__inspect_name__")
    name = given if isinstance(given, str) else getattr(module, "__qualname__", None) or module.__name__
    name = name.rpartition("<locals>.")[2]
    return f"Elixir.{name}" if is_alias(f"Elixir.{name}") else name


def function_parts(function: Any) -> tuple[str, str, int]:
    """Return the module, the name and the arity of a function; the arity is -1 where Python does not tell.

    >>> function_parts(module_name)
    ('simulator.terms.objects', 'module_name', 1)
    """
    module = getattr(function, "__module__", None) or getattr(function, "__objclass__", object).__module__
    name = str(function.__qualname__).replace("<locals>.", "").replace("<lambda>", "lambda")
    code = getattr(function, "__code__", None)
    arity = -1 if code is None else code.co_argcount - hasattr(function, "__self__")
    return str(module), name, arity


def function_text(function: Any) -> str:
    """Return a function as it prints.

    >>> function_text(module_name)
    '#Function<module_name/1 in simulator.terms.objects>'
    """
    if function.__class__ is not FunctionType:
        return _function_text(function)
    code, name, module = function.__code__, function.__qualname__, function.__module__
    known = _known_texts.get(id(code))
    if known is not None and known[0] is code and known[1] == name and known[2] == module:
        return known[3]
    if len(_known_texts) >= _REMEMBERED:
        _known_texts.clear()
    text = _function_text(function)
    _known_texts[id(code)] = code, name, module, text
    return text


_REMEMBERED = 1_024
# By the identity of a function's code, which each entry keeps alive; names can be given to a function later.
_known_texts: dict[int, tuple[Any, str, str, str]] = {}


def _function_text(function: Any) -> str:
    module, name, arity = function_parts(function)
    if "/" in name:
        code = getattr(function, "__code__", None)
        return _named_by_elixir(name, arity, "" if code is None else code.co_filename)
    return f"#Function<{name}{f'/{arity}' if arity >= 0 else ''} in {module}>"


def _named_by_elixir(name: str, arity: int, file: str = "") -> str:
    """Return how a function of an Elixir front end prints: ``Mod.fun/1``, or ``Mod.-fun/1-fun-0-`` if it has no name.

    >>> _named_by_elixir("Enum.map/2", 2), _named_by_elixir("Stack.-push/2-fun-0-", 1)
    ('&Enum.map/2', '#Function<0.57674825/1 in Stack.push/2>')
    """
    found = _ANONYMOUS.fullmatch(name)
    if found is None:
        named = _NAMED.fullmatch(name)
        return f"&{name}" if named is None else f"&{named[1]}{_quoted(named[2])}/{named[3]}"
    module, outer, count, number = found.groups()
    if not module and file.endswith((".exs", ".ex")):  # of a file's top level
        return f"#Function<{number}.{crc32(file.encode()) % 100_000_000} in file:{file}>"
    module = module or ":elixir_compiler_0."
    crc = crc32(module.encode()) % 100_000_000
    return f"#Function<{number}.{crc}/{arity} in {module}{_quoted(outer)}/{count}>"


_ANONYMOUS = re.compile(r"(.*?\.)?-(.*)/(\d+)-fun-(\d+)-", re.DOTALL)
_NAMED = re.compile(r"((?:(?:[A-Z]\w*\.)*[A-Z]\w*|:\w+)\.)(.*)/(\d+)", re.DOTALL)


def _quoted(name: str) -> str:
    """Return the name of a function as it is written after a dot."""
    return LITERALS[name][1:] if LITERALS[name].startswith(':"') else name


def struct_fields(term: Any) -> tuple[list[tuple[str, Any]], bool]:
    """Return the fields of a struct by name, and whether it has hidden ones beside these."""
    kind = type(term)
    if hasattr(kind, "__inspect_fields__"):
        return _declared_fields(term)
    if hasattr(kind, "__dataclass_fields__"):
        return _dataclass_fields(term)
    if isinstance(term, BaseException):
        return [("message", exception_message(term))], False
    names = [name for base in reversed(kind.__mro__) for name in _slots(base) if not name.startswith("_")]
    return [(name, getattr(term, name)) for name in names if hasattr(term, name)], False


def _declared_fields(term: Any) -> tuple[list[tuple[str, Any]], bool]:
    try:
        return [(str(name), value) for name, value in term.__inspect_fields__()], False
    except Exception:  # whatever the user's own code raises: printing a term never does
        return [], True


def _dataclass_fields(term: Any) -> tuple[list[tuple[str, Any]], bool]:
    fields = [field for name, field in term.__dataclass_fields__.items() if hasattr(term, name)]
    own = [field for field in fields if field._field_type.name == "_FIELD"]
    shown = [field.name for field in own if field.repr]
    return [(name, getattr(term, name)) for name in shown], len(shown) < len(own)


def _slots(kind: type) -> tuple[str, ...]:
    slots = kind.__dict__.get("__slots__", ())
    return (slots,) if isinstance(slots, str) else tuple(slots)


def exception_message(error: BaseException) -> str:
    """Return the text that *error* was raised with.

    >>> exception_message(KeyError("a")), exception_message(ValueError())
    ('a', '')
    """
    if len(error.args) == 1 and isinstance(error.args[0], str) and type(error).__str__ in _PLAIN_STR:
        return error.args[0]
    try:
        return without_addresses(str(error))
    except Exception:
        return ""


_PLAIN_STR = (BaseException.__str__, KeyError.__str__)


def opaque_text(term: object) -> str:
    """Return an object of which nothing but its ``repr`` is known as it prints, on one line.

    >>> opaque_text(range(3))
    '#range<range(0, 3)>'
    """
    kind = type(term)
    text = ""
    if kind.__repr__ is not object.__repr__:
        try:
            text = without_addresses(repr(term))
        except Exception:
            text = "..."
    if text.startswith("<") and text.endswith(">"):
        text = text[1:-1]
    if len(text) > MAX_REPR:
        text = text[:MAX_REPR] + "..."
    return f"#{kind.__name__}<{' '.join(text.splitlines())}>"


def without_addresses(text: str) -> str:
    """Return *text* without the ``at 0x7f...`` of a Python ``repr``, which differs from run to run.

    >>> without_addresses("<object at 0x7f0a1b>")
    '<object>'
    """
    parts = text.split(" at 0x")
    return parts[0] + "".join([part.lstrip("0123456789abcdefABCDEF") for part in parts[1:]])
