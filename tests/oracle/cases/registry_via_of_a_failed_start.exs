# A server that does not start leaves no name behind in a registry.
defmodule Fails do
  use GenServer
  def init(reason), do: {:stop, reason}
end

defmodule Main do
  def main do
    {:ok, _} = Registry.start_link(keys: :unique, name: Names)
    Process.flag(:trap_exit, true)
    name = {:via, Registry, {Names, :n}}
    IO.inspect(GenServer.start_link(Fails, :no, name: name))
    IO.inspect(Registry.lookup(Names, :n))
    IO.inspect(Registry.count(Names))
  end
end

Main.main()
