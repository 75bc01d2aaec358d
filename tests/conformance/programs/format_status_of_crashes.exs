# How format_status words the report of a crash.
defmodule F1 do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_cast(:die, _), do: exit(:boom)
  def format_status(s), do: %{s | state: {:hidden1, s.state}, message: :secret}
end
defmodule F2 do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_cast(:die, _), do: exit(:boom)
  def format_status(r, [_, s]), do: {r, :hidden, s}
end
defmodule F3 do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_cast(:die, _), do: exit(:boom)
  def format_status(_, _), do: raise("no")
end
defmodule F4 do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_cast(:die, _), do: exit(:boom)
  def format_status(_), do: raise("no")
end
defmodule F5 do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_cast(:die, _), do: exit(:boom)
  def format_status(_), do: :what
end
defmodule F6 do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_cast(:die, _), do: exit(:boom)
  def format_status(:terminate, [_, s]), do: [data: [{'State', s}]]
  def format_status(:normal, [_, s]), do: s
end
for m <- [F1, F2, F3, F4, F5, F6] do
  IO.inspect(m)
  {:ok, p} = GenServer.start(m, 1)
  IO.inspect(:sys.get_status(p) |> elem(3) |> List.last() |> Enum.drop(2))
  GenServer.cast(p, :die)
  Process.sleep(30)
end
{:ok, d} = DynamicSupervisor.start_link(strategy: :one_for_one)
Process.unlink(d)
send(d, :what)
Process.sleep(10)
