"""Record where the functions of Elixir and OTP stand that may have no clause for a call, in ``lines.txt``.

Run it from the project's root, with Elixir 1.14 on OTP 25 installed: ``python tests/elixir/runtime/record_lines.py``.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from simulator.elixir.runtime import index

LINES = Path(index.__file__).with_name("lines.txt")

SCRIPT = r"""
variable? = fn
  {name, _, context} when is_atom(name) and is_atom(context) -> true
  {:var, _, _} -> true
  _ -> false
end

# A function takes every call if a clause has variables alone, each another one, and no guard.
all? = fn args, guards ->
  names =
    Enum.map(args, fn
      {:var, _, name} -> name
      {name, meta, at} when is_list(meta) -> {name, meta[:counter], at}
      other -> other
    end)

  guards == [] and Enum.all?(args, variable?) and (Enum.uniq(names) == names or Enum.all?(names, & &1 == :_))
end

standing = fn module ->
  with {:module, _} <- Code.ensure_loaded(module),
       path when is_list(path) <- :code.which(module),
       {:ok, {_, [debug_info: {:debug_info_v1, backend, data}]}} <- :beam_lib.chunks(path, [:debug_info]) do
    case {backend, data} do
      {:elixir_erl, {:elixir_v1, map, _}} ->
        found =
          for {{name, arity}, :def, _, [{meta, _, _, _} | _] = clauses} <- map.definitions,
              not Enum.any?(clauses, fn {_, args, guards, _} -> all?.(args, guards) end),
              do: {name, arity, meta[:line]}
        {map.relative_file, found}

      {_, {[_ | _] = forms, _}} ->
        exports = module.module_info(:exports)
        found =
          for {:function, at, name, arity, clauses} <- forms, {name, arity} in exports,
              not Enum.any?(clauses, fn {:clause, _, args, guards, _} -> all?.(args, guards) end),
              do: {name, arity, :erl_anno.line(at)}
        {"#{module}.erl", found}

      _ -> nil
    end
  else
    _ -> nil
  end
end

for module <- Enum.map(System.argv(), &String.to_atom/1), {file, [_ | _] = found} <- [standing.(module)] do
  told = for {name, arity, line} <- Enum.sort(found), do: "#{name}/#{arity}:#{line}"
  IO.puts(Enum.join([module, file | told], " "))
end
"""


def main() -> None:
    """Write the file."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "lines.exs")
        script.write_text(SCRIPT, encoding="utf-8")
        command = ["elixir", "--erl", "+S 1:1", str(script), *index.modules()]
        printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=sys.stderr, text=True).stdout
    LINES.write_text(printed, encoding="utf-8")


if __name__ == "__main__":
    main()
