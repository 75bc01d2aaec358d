# The process dictionary, names, and what ends a process.
defmodule W do
  def t(f) do
    {p, r} = spawn_monitor(f)
    receive do {:DOWN, ^r, :process, ^p, {e, st}} when is_list(st) -> IO.inspect({e, hd(st) |> elem(0)}); {:DOWN, ^r, :process, ^p, o} -> IO.inspect(o) end
  end
end
IO.inspect(Process.put(:a, 1)); IO.inspect(Process.put(:a, 2)); IO.inspect(Process.get(:a)); IO.inspect(Process.get(:z, :d)); IO.inspect(Process.delete(:a)); IO.inspect(Process.get_keys() |> Enum.member?(:a))
Process.put({:k, 1}, 1)
t = Task.async(fn -> {Process.get({:k, 1}), Process.get(:"$callers") |> length(), Process.get(:"$ancestors") |> length()} end)
IO.inspect(Task.await(t))
IO.inspect(Process.get_keys({:k, 1}) |> is_list)
IO.inspect(try do Process.register(self(), :me2) rescue e -> Exception.message(e) |> String.replace(~r/#PID<[\d.]+>/, "PID") end)
IO.inspect(try do Process.register(spawn(fn -> 1 end), :me) rescue e -> Exception.message(e) |> String.replace(~r/#PID<[\d.]+>/, "PID") end)
send(:me, :hello); IO.inspect(receive do m -> m end)
Process.unregister(:me); IO.inspect(Process.info(self(), :registered_name))
IO.inspect(Process.info(self(), [:trap_exit, :links, :monitors, :monitored_by, :status, :priority]) |> Keyword.keys())
IO.inspect(Process.info(spawn(fn -> 1 end) |> tap(fn _ -> Process.sleep(2) end)))
IO.inspect(Process.alive?(self())); IO.inspect(Process.list() |> Enum.member?(self()))
IO.inspect(try do Process.alive?(:x) rescue e -> e.__struct__ end)
W.t(fn -> exit({:a, %{b: 1}}) end)
W.t(fn -> raise "oops" end)
W.t(fn -> throw(:ball) end)
W.t(fn -> :erlang.error(:custom) end)
W.t(fn -> apply(Nope, :f, [1]) end)
