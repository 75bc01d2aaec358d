defmodule Ring do
  def member(following) do
    receive do
      token -> send(following, token)
    end
  end

  def main(count) do
    main = self()
    first = Enum.reduce(1..count, main, fn _, following -> spawn(fn -> member(following) end) end)
    send(first, {:token, count})

    receive do
      {:token, ^count} -> :ok
    end
  end
end

[count] = System.argv()
{microseconds, _} = :timer.tc(Ring, :main, [String.to_integer(count)])
status = File.read("/proc/self/status")

peak =
  case status do
    {:ok, text} -> Regex.run(~r/VmHWM:\s+(\d+)/, text) |> List.last()
    _ -> "0"
  end

IO.puts("#{microseconds} #{peak}")
