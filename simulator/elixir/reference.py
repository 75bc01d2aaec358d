"""What of Elixir's library there is, as Markdown: ``python -m simulator.elixir.reference`` prints it.

``docs/elixir.md`` holds it word for word, so the document cannot fall behind the code.
"""

from __future__ import annotations

from collections.abc import Iterable

from simulator.elixir.library.language.exception_modules import exception_module
from simulator.elixir.runtime import index

_FEW = 12  # of what is missing of a module so many are named


def reference() -> str:
    """Return a table of the modules that are supported, with their functions and what of them is missing."""
    modules = sorted(index.modules(), key=_order)
    exceptions = [module.removeprefix("Elixir.") for module in modules if exception_module(module) is not None]
    lines = ["| module | functions | not supported |", "|---|---|---|"]
    lines += [_row(module) for module in modules if exception_module(module) is None]
    named = ", ".join(f"`{name}`" for name in exceptions)
    return "\n".join([*lines, "", f"Exceptions, with their fields and messages: {named}."]) + "\n"


def supported(module: str) -> set[str]:
    """Return the functions and macros of *module* that there are, as ``name/arity``."""
    return {*index.functions(module), *index.blocking(module), *index.macros(module)}


def _order(module: str) -> tuple[bool, str]:
    return not module.startswith("Elixir."), module


def _row(module: str) -> str:
    here, known = supported(module), index.known(module) or {}
    missing = [key for key in known if key not in here and not key.startswith(("__", "behaviour_info", "module_info"))]
    shown = _grouped(missing) if len(missing) <= _FEW else f"{len(missing)} of {len(known)}"
    name = module.removeprefix("Elixir.") if module.startswith("Elixir.") else f":{module}"
    told = [key for key in here if not key.startswith("__")]
    return f"| `{name}` | {_grouped(told)} | {shown or '-'} |"


def _grouped(keys: Iterable[str]) -> str:
    """Return functions by name, with all their arities.

    >>> _grouped(["map/2", "sort/1", "sort/2"])
    '`map/2` `sort/1,2`'
    """
    arities: dict[str, list[int]] = {}
    for key in keys:
        name, _, arity = key.rpartition("/")
        arities.setdefault(name, []).append(int(arity))
    texts = [f"`{name}/{','.join(map(str, sorted(found)))}`" for name, found in sorted(arities.items())]
    return " ".join(texts).replace("|", "\\|")


if __name__ == "__main__":
    print(reference(), end="")
