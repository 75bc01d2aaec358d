# After unlink the other's end is not heard of, and does not spread.
defmodule Main do
  def main do
    pid = spawn_link(fn -> receive do :die -> exit(:boom) end end)
    IO.inspect(Process.unlink(pid))
    send(pid, :die)
    receive do message -> IO.inspect(message) after 20 -> IO.puts("nothing") end
    IO.inspect(Process.alive?(pid))
  end
end

Main.main()
