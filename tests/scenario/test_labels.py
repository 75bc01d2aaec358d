"""Labels of one's own: what the trace, the pictures, the figures and the exports call a process."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from simulator import run
from simulator.diagrams.exports.formats import FORMATS
from simulator.scenario import LoadError, load, start
from simulator.trace import history

PROGRAM = """\
# Labels
#
# label: Worker.init/1 = worker {n}
# label: :db = the database

defmodule Worker do
  use GenServer
  def init(n), do: {:ok, n}
end

for n <- 1..2, do: {:ok, _} = GenServer.start(Worker, n)
pid = spawn(fn -> Process.sleep(:infinity) end)
Process.register(pid, :db)
:ok = Process.set_label({:main, 1})
IO.inspect(:proc_lib.get_label(self()))
IO.inspect(:proc_lib.get_label(pid))
"""


@pytest.fixture
def program(tmp_path: Path) -> Any:
    file = tmp_path / "labels.exs"
    file.write_text(PROGRAM)
    return start(load(str(file)))


def test_a_process_labels_itself() -> None:
    def cook(proc: Any) -> Any:
        proc.label("the cook")
        yield proc.sleep(1)

    def main(proc: Any) -> Any:
        proc.spawn(cook)
        proc.label(("main", 1))
        yield proc.sleep(2)

    result = run(main)
    assert [process.label for process in history(result.trace).processes.values()] == ['{"main", 1}', "the cook"]
    assert "the cook" in result.sequence().svg()
    assert "the cook" in result.timeline().svg()
    assert [figures.label for figures in result.stats().processes] == ['{"main", 1}', "the cook"]
    assert history(result.trace).find("the cook")[0].pid == 101


def test_labels_of_a_program(program: Any) -> None:
    told = history(program.trace)
    called = ["{:main, 1}", "worker 1", "worker 2", "the database"]
    assert [process.label for process in told.processes.values()] == called
    assert told.processes[101].known_by == "Worker.init/1"
    assert program.output == "{:main, 1}\n:undefined\n"
    for name in ("mermaid", "plantuml", "csv", "perfetto"):
        assert "worker 2" in FORMATS[name].write(program.trace)
    assert "worker_2<0.102.0>" in FORMATS["shiviz"].write(program.trace)


def test_a_label_without_a_name_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "wrong.exs"
    file.write_text("# label: worker\nIO.puts(1)\n")
    with pytest.raises(LoadError, match="a label is written `# label: Worker.init/1 = worker"):
        load(str(file))
