"""Running small pieces of Elixir: by the real one, to record what they give, and by this project."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Generator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CASES = HERE / "compile_cases.txt"
RECORDED = HERE / "compile_recorded.json"
_FUNCTION = re.compile(r"#Function<[^>]*>(?: in [^>]*>)?|&[\w.:]+/\d+")
_FILE = re.compile(r":elixir_compiler_\d+")

_SCRIPT = """
Code.compiler_options(ignore_module_conflict: true)
{:ok, null} = File.open("/dev/null", [:write])
for {code, index} <- Enum.with_index(CASES) do
  Task.async(fn ->
    Process.group_leader(self(), null)
    result =
      try do
        Code.compile_string("Process.put(:result, (\n" <> code <> "\n))", "case.exs")
        inspect(Process.get(:result), limit: :infinity, printable_limit: :infinity)
      rescue
        e -> "** (" <> inspect(e.__struct__) <> ") " <> Exception.message(e)
      catch
        :throw, value -> "** (throw) " <> inspect(value)
        :exit, reason -> "** (exit) " <> inspect(reason)
      end
    {index, result}
  end)
  |> Task.await(:infinity)
end
|> Enum.each(fn {index, result} -> IO.puts("#{index}\\t#{Base.encode64(result)}") end)
"""


def cases() -> list[str]:
    """Return the pieces of Elixir."""
    text = CASES.read_text(encoding="utf-8").partition("\n")[2]
    return [case.strip("\n") for case in text.split("\n---\n")]


def told(text: str) -> str:
    """Return a result without what differs from run to run: how functions print."""
    return _FUNCTION.sub("#Function<>", _FILE.sub(":elixir_compiler_0", text))


def by_elixir(pieces: list[str]) -> list[str]:
    """Return what real Elixir gives for each piece."""
    import base64

    listed = "[" + ",\n".join("~S" + _quoted(piece) for piece in pieces) + "]"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.exs"
        path.write_text(_SCRIPT.replace("CASES", listed), encoding="utf-8")
        command = ["elixir", "--erl", "+S 1:1", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    found = dict(line.split("\t") for line in done.stdout.splitlines() if "\t" in line)
    if len(found) != len(pieces):
        raise SystemExit(done.stderr)
    return [base64.b64decode(found[str(index)]).decode() for index in range(len(pieces))]


def _quoted(piece: str) -> str:
    assert '"""' not in piece
    return '"""\n' + piece + '\n"""'


def by_simulator(piece: str) -> str:
    """Return what this project gives for a piece."""
    from simulator.elixir.runtime.values.deep import with_deep_stack

    return with_deep_stack(_run, piece)


def _run(piece: str) -> str:
    from simulator.elixir.compile.program import compile_program
    from simulator.elixir.expand.program import expand
    from simulator.elixir.runtime.failures.converting import caught
    from simulator.elixir.runtime.failures.front import ELIXIR
    from simulator.elixir.runtime.loaded import unload
    from simulator.elixir.runtime.running.image import dumps, load_program, loads
    from simulator.elixir.runtime.world import World, enter, world
    from simulator.elixir.syntax.read import parse
    from simulator.kernel import Kernel
    from simulator.terms import inspect

    unload()
    program = expand(parse(piece, "case.exs"), "case.exs")
    main = load_program(loads(dumps(compile_program(program))))
    results: list[str] = []

    def run(proc: Any) -> Generator[Any, Any, None]:
        try:
            results.append(inspect((yield from main())))
        except BaseException as failure:
            results.append(_failure(caught(failure)))

    before = world()
    enter(World())
    kernel = world().kernel = Kernel(front=ELIXIR)
    try:
        kernel.start(run, halt=True)
        kernel.run()
    finally:
        kernel.close()
        enter(before)
    return results[0]


def _failure(failure: Any) -> str:
    from simulator.elixir.runtime.errors import Raised
    from simulator.elixir.runtime.failures.exceptions import message_of
    from simulator.kernel import Exit
    from simulator.terms import inspect
    from simulator.terms.maps import STRUCT

    if isinstance(failure, Raised):
        return f"** ({inspect(failure.struct.d[STRUCT])}) {message_of(failure.struct)}"
    if isinstance(failure, Exit):
        return f"** (exit) {inspect(failure.reason)}"
    return f"** (throw) {inspect(failure.value)}"


def main() -> None:
    """Record anew what real Elixir gives for all pieces."""
    pieces = cases()
    recorded = dict(zip(pieces, by_elixir(pieces), strict=True))
    RECORDED.write_text(json.dumps(recorded, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(recorded)} recorded", file=sys.stderr)


if __name__ == "__main__":
    main()
