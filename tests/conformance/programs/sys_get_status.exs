# :sys.get_status of GenServers, as their format_status has it, and of a supervisor.
defmodule Plain do
  use GenServer
  def init(x), do: {:ok, x}
end

defmodule Two do
  use GenServer
  def init(x), do: {:ok, x}

  def format_status(reason, [words, state]) do
    IO.inspect({reason, Keyword.keys(words)})
    [data: [{'State', {:secret, state}}]]
  end
end

defmodule TwoTerm do
  use GenServer
  def init(x), do: {:ok, x}
  def format_status(:normal, [_words, state]), do: {:other, state}
end

defmodule TwoThrows do
  use GenServer
  def init(x), do: {:ok, x}
  def format_status(_, [_, _]), do: throw(:ball)
end

defmodule TwoLacks do
  use GenServer
  def init(x), do: {:ok, x}
  def format_status(:terminate, _), do: :never
end

defmodule One do
  use GenServer
  def init(x), do: {:ok, x}
  def format_status(status), do: %{IO.inspect(status) | state: :hidden}
  def format_status(_, _), do: :never
end

defmodule OneRaises do
  use GenServer
  def init(x), do: {:ok, x}
  def format_status(_), do: raise("no")
end

defmodule OneLess do
  use GenServer
  def init(x), do: {:ok, x}
  def format_status(_), do: %{state: 1}
end

defmodule OneMore do
  use GenServer
  def init(x), do: {:ok, x}
  def format_status(status), do: Map.put(status, :more, 1)
end

defmodule OneNumber do
  use GenServer
  def init(x), do: {:ok, x}
  def format_status(_), do: 5
end

modules = [Plain, Two, TwoTerm, TwoThrows, TwoLacks, One, OneRaises, OneLess, OneMore, OneNumber]

for module <- modules do
  {:ok, pid} = GenServer.start_link(module, [1, 2], name: module)
  IO.inspect(:sys.get_status(pid))
  :sys.suspend(pid)
  {:status, ^pid, {:module, :gen_server}, [_, state, _, _, _]} = :sys.get_status(pid, 100)
  IO.inspect(state)
end

{:ok, pid} = GenServer.start(Plain, :unnamed)
{:status, _, _, [_, _, _, _, told]} = :sys.get_status(pid)
IO.inspect(told[:header] == 'Status for generic server ' ++ :erlang.pid_to_list(pid))

{:ok, _} = Registry.start_link(keys: :unique, name: Names)

for name <- [Local, {:global, :everywhere}, {:global, {:a, 1}}, {:via, Registry, {Names, "key"}}] do
  {:ok, _} = GenServer.start(Plain, %{a: 'text'}, name: name)
  IO.inspect(:sys.get_status(name))
end

{:ok, _} = Supervisor.start_link([{Task.Supervisor, name: Tasks}], strategy: :one_for_all, name: Top)
{:status, _, _, [words, :running, _, [], told]} = :sys.get_status(Top)
IO.inspect({words, told[:header], told[:supervisor]})

for {pid, limit} <- [{spawn(fn -> Process.sleep(:infinity) end), 10}, {Nobody, :infinity}, {self(), 1}] do
  try do
    :sys.get_status(pid, limit)
  catch
    kind, value -> IO.inspect({kind, value})
  end
end
