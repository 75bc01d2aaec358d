# A process whose function returns ends with reason :normal, whatever it returned.
defmodule Main do
  def main do
    {_pid, _ref} = spawn_monitor(fn -> :anything end)
    receive do {:DOWN, _, :process, _, reason} -> IO.inspect(reason) end
  end
end

Main.main()
