"""Record what the tests of functions that wait are held to: ``python tests/elixir/library/waiting/record.py``.

Needs ``elixir`` on PATH. ``takers.txt`` lists the functions of real Elixir whose types take a function;
``values.json`` holds what real Elixir prints for each expression of ``values.txt``.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from waiting_programs import HERE, MODULES, program, values

TAKERS = HERE / "takers.txt"
_SPECS = r"""
takes = fn takes, type, types, seen ->
  case type do
    {:type, _, :fun, _} -> true
    {:user_type, _, name, _} -> name not in seen and takes.(takes, types[name], types, [name | seen])
    type when is_tuple(type) -> Enum.any?(Tuple.to_list(type), &takes.(takes, &1, types, seen))
    type when is_list(type) -> Enum.any?(type, &takes.(takes, &1, types, seen))
    _ -> false
  end
end

arguments = fn
  {:type, _, :fun, [{:type, _, :product, arguments}, _]} -> arguments
  {:type, _, :bounded_fun, [{:type, _, :fun, [{:type, _, :product, arguments}, _]}, limits]} -> [arguments, limits]
end

for module <- System.argv() |> Enum.map(&String.to_atom/1), {:ok, specs} <- [Code.Typespec.fetch_specs(module)] do
  types =
    case Code.Typespec.fetch_types(module) do
      {:ok, types} -> for {_, {name, type, _}} <- types, into: %{}, do: {name, type}
      :error -> %{}
    end

  for {{name, arity}, specs} <- specs, Enum.any?(specs, &takes.(takes, arguments.(&1), types, [])) do
    IO.puts("#{inspect(module)}.#{name}/#{arity}")
  end
end
"""


def main() -> None:
    """Record both."""
    from simulator.elixir.runtime import index

    with TemporaryDirectory() as folder:
        path = Path(folder, "specs.exs")
        path.write_text(_SPECS, encoding="utf-8")
        TAKERS.write_text("".join(sorted(_ask(path, *index.modules()).splitlines(keepends=True))), encoding="utf-8")
        found = {}
        for name, expression in values().items():
            path.write_text(program(MODULES, expression), encoding="utf-8")
            found[name] = _ask(path)
    told = json.dumps(found, indent=1, ensure_ascii=False)
    (HERE / "values.json").write_text(told + "\n", encoding="utf-8")


def _ask(path: Path, *arguments: str) -> str:
    command = ["elixir", "--erl", "+S 1:1", str(path), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    main()
