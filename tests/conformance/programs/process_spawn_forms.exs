# All ways of making a process.
defmodule Spawned do
  def run(parent, tag), do: send(parent, {tag, self()})
end

me = self()
told = fn tag, pid, text ->
  receive do
    {^tag, ^pid} -> IO.puts(text)
  end
end

down = fn ref -> receive do: ({:DOWN, ^ref, :process, _, reason} -> IO.inspect(reason)) end
told.(:module, spawn(Spawned, :run, [me, :module]), "spawn/3")
told.(:fun, spawn(fn -> Spawned.run(me, :fun) end), "spawn/1")
told.(:link, spawn_link(Spawned, :run, [me, :link]), "spawn_link/3")
{pid, ref} = spawn_monitor(Spawned, :run, [me, :monitor])
told.(:monitor, pid, "spawn_monitor/3")
down.(ref)
told.(:opt, Process.spawn(fn -> Spawned.run(me, :opt) end, [:link]), "Process.spawn/2")
{pid, ref} = Process.spawn(Spawned, :run, [me, :mfa], [:monitor])
told.(:mfa, pid, "Process.spawn/4")
down.(ref)
pid = :erlang.spawn(fn -> Spawned.run(me, :erl) end)
told.(:erl, pid, ":erlang.spawn/1")
IO.inspect({is_pid(pid), is_pid(self()), is_reference(make_ref()), self() == me})
