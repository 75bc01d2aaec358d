# A child that raises: a report; the parent goes on.
defmodule Watch do
  def run(fun) do
    {pid, ref} = spawn_monitor(fun)

    receive do
      {:DOWN, ^ref, :process, ^pid, {%RuntimeError{message: m}, stack}} when is_list(stack) -> {:raised, m}
      {:DOWN, ^ref, :process, ^pid, {reason, stack}} when is_list(stack) -> {:failed, reason}
      {:DOWN, ^ref, :process, ^pid, reason} -> {:ended, reason}
    end
  end
end

IO.inspect(Watch.run(fn -> raise "child failed" end))
IO.inspect(Watch.run(fn -> raise ArgumentError end))
IO.inspect(Watch.run(fn -> 1 / 0 end))
IO.inspect(Watch.run(fn -> throw(:ball) end))
IO.inspect(Watch.run(fn -> exit(:leaving) end))
IO.inspect(Watch.run(fn -> {:ok, _} = :error end))
IO.inspect(Watch.run(fn -> :fine end))
Process.sleep(10)
IO.puts("parent goes on")
