# Runs many programs one after the other, each in a process of its own: what it leaves behind is killed.
defmodule Batch do
  def run(program) do
    IO.puts("=== #{program}")
    alone(fn -> Code.require_file(program) end)
  end

  def alone(f) do
    before = Process.list()
    spawn_monitor(f)
    wait()
    for pid <- Process.list() -- before, do: Process.exit(pid, :kill)
    Process.sleep(20)
  end

  defp wait do
    receive do
      {:DOWN, _, _, _, :normal} -> :ok
      {:DOWN, _, _, _, reason} -> IO.puts("*** #{inspect(reason)}")
    end
  end
end

[prelude | programs] = System.argv()
Code.require_file(prelude)
Batch.alone(fn -> apply(Fuzz, :warm, []) end)
Enum.each(programs, &Batch.run/1)
