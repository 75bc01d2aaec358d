# :shutdown and {:shutdown, term} spread through links like any reason but :normal.
defmodule Main do
  def main do
    for reason <- [:shutdown, {:shutdown, :done}, :noproc] do
      spawn_monitor(fn -> spawn_link(fn -> exit(reason) end); Process.sleep(:infinity) end)
      receive do {:DOWN, _, :process, _, reason} -> IO.inspect(reason) end
    end
  end
end

Main.main()
