# registered/0 lists the names in use.
defmodule Main do
  def main do
    before = Process.registered()
    Process.register(self(), :a_name)
    pid = spawn(fn -> Process.sleep(:infinity) end)
    Process.register(pid, :b_name)
    IO.inspect(Enum.sort(Process.registered() -- before))
    Process.unregister(:a_name)
    IO.inspect(Process.registered() -- before)
  end
end

Main.main()
