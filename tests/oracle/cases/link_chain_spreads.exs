# A crash runs along a chain of links; everyone ends with the first one's reason.
defmodule Main do
  def main do
    {_, ref} = spawn_monitor(fn ->
      spawn_link(fn ->
        spawn_link(fn -> exit(:at_the_end) end)
        Process.sleep(:infinity)
      end)
      Process.sleep(:infinity)
    end)
    receive do {:DOWN, ^ref, :process, _, reason} -> IO.inspect(reason) end
  end
end

Main.main()
