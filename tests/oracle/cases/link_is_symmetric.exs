# A link works both ways, whoever made it: both show it, and the linker's end ends the other.
defmodule Main do
  def main do
    me = self()
    linked = spawn(fn -> Process.sleep(:infinity) end)
    linker = spawn(fn -> Process.link(linked); send(me, :linked); receive do :die -> exit(:boom) end end)
    Process.monitor(linked)
    receive do :linked -> :ok end
    IO.inspect({Process.info(linked, :links) == {:links, [linker]}, Process.info(linker, :links) == {:links, [linked]}})
    send(linker, :die)
    receive do {:DOWN, _, :process, _, reason} -> IO.inspect(reason) end
  end
end

Main.main()
