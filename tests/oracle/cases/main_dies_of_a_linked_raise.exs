# When what ends the main process is an exception, it is told as one, besides the crash report of who raised.
defmodule Main do
  def main do
    spawn_link(fn ->
      Process.flag(:trap_exit, true)
      spawn_link(fn -> raise "oops" end)
      receive do {:EXIT, _, reason} -> Process.sleep(100); exit(reason) end
    end)
    Process.sleep(1_000)
    IO.puts("not reached")
  end
end

Main.main()
