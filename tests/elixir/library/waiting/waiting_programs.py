"""Programs in which functions wait, made of lines of ``functions.txt`` and ``values.txt``."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent
MODULES: dict[str, str] = {
    found[1]: found[0]
    for found in re.finditer(
        r"^defmodule (\w+) do\n.*?^end\n", (HERE / "modules.exs").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
}
"""The modules of the program's own that expressions use, by name."""

_HEAD = """\
Process.flag(:trap_exit, true)
Logger.configure(level: :emergency)
defmodule Pause do
  def now, do: Process.sleep(0)
  def on(x) do
    now()
    x
  end
end
{:ok, tasks} = Task.Supervisor.start_link()
waits = fn f ->
  case Function.info(f, :arity) do
    {_, 0} -> fn -> Pause.now(); f.() end
    {_, 1} -> fn a -> Pause.now(); f.(a) end
    {_, 2} -> fn a, b -> Pause.now(); f.(a, b) end
    {_, 3} -> fn a, b, c -> Pause.now(); f.(a, b, c) end
  end
end
plain = fn x -> x end
stream = fn e -> Stream.map(e, fn x -> Pause.now(); x end) end
tried = fn f ->
  try do
    f.()
  rescue
    e -> {:raised, e}
  catch
    k, v -> {k, v}
  end
end
"""


def functions() -> dict[str, str]:
    """Return the expressions of ``functions.txt`` by their names."""
    return _pairs("functions.txt")


def values() -> dict[str, str]:
    """Return the expressions of ``values.txt`` by their names."""
    return _pairs("values.txt")


def _pairs(file: str) -> dict[str, str]:
    lines = (HERE / file).read_text(encoding="utf-8").splitlines()
    pairs = [line.partition(": ") for line in lines if line and not line.startswith("#")]
    return {name: expression for name, _, expression in pairs}


def ways(expression: str) -> dict[str, str]:
    """Return an expression in which nothing waits, and the ways in which something does, by name."""
    found = {"plain": _filled(expression, "plain", "plain")}
    if "F.(" in expression:
        found["wrapped"] = _filled(expression, "waits", "plain")
        literal = expression.replace("F.(", "(").replace("P.(", "Pause.on(")
        found["literal"] = re.sub(r"\bS\.\(", "plain.(", literal)
    if "S.(" in expression:
        found["stream"] = _filled(expression, "plain", "stream")
        found["both"] = _filled(expression, "waits", "stream")
    return found


def _filled(expression: str, function: str, source: str) -> str:
    filled = re.sub(r"\bF\.\(", f"{function}.(", re.sub(r"\bP\.\(", "plain.(", expression))
    return re.sub(r"\bS\.\(", f"{source}.(", filled)


def all_functions() -> str:
    """Return the program that prints what each way of each expression of ``functions.txt`` gives, a line each."""
    lines = [
        f'IO.puts("{number} {way} " <> inspect(tried.(fn -> {filled} end)))'
        for number, expression in enumerate(functions().values())
        for way, filled in ways(expression).items()
    ]
    return _HEAD + "\n".join(lines) + "\n"


def program(modules: dict[str, str], expression: str) -> str:
    """Return the program that prints one expression, with those modules of the program's own that it needs.

    No more than those: what stands elsewhere in a program changes how its calls are compiled.
    """
    needed = ["Pause"]
    for name in needed:
        text = expression if name == "Pause" else modules[name]
        needed += [other for other in modules if other not in needed and re.search(rf"\b{other}\b", text)]
    made = "".join(modules[name] for name in modules if name in needed)
    return f"{made}x = {expression}\nIO.puts(inspect(x))\n"
