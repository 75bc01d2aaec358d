# A process that wakes and sends at the very instant of the deadline is too late, too.
defmodule Main do
  def main do
    me = self()
    spawn(fn ->
      receive do :go -> :ok end
      receive do after 40 -> send(me, :late) end
    end)
    |> send_in_new_ms(:go)
    :erlang.yield()
    receive do :late -> IO.puts("message") after 40 -> IO.puts("timeout") end
    receive do :late -> IO.puts("message") after 40 -> IO.puts("timeout") end
  end

  def send_in_new_ms(pid, message, ms \\ System.monotonic_time(:millisecond)) do
    if System.monotonic_time(:millisecond) == ms, do: send_in_new_ms(pid, message, ms), else: send(pid, message)
  end
end

Main.main()
