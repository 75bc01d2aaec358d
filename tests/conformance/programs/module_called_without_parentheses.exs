# A module in a variable, whose function is called without parentheses and waits.
defmodule Server do
  def start do
    Process.sleep(5)
    Agent.start(fn -> 1 end)
  end

  def name, do: :server
  def pair, do: %{left: %{right: Server}}
end

defmodule Caller do
  def go(module) do
    {:ok, pid} = module.start
    {Process.alive?(pid), module.name, module.pair.left.right.name}
  end

  def each(modules), do: Enum.map(modules, fn module -> module.start |> elem(0) end)
  def guarded(map) when map.a == 1 or hd(map.list) == 2, do: :yes
  def guarded(_), do: :no

  def waits(map) when map.a == 1 or hd(map.list) == 2 do
    receive do
      x -> x
    after
      1 -> map.a
    end
  end

  def waits(_), do: :no
end

IO.inspect(Caller.go(Server))
IO.inspect(Caller.each([Server, Server]))
IO.inspect(Enum.map([%{a: 1}, %{a: 2, list: [2]}, %{a: 3, list: []}, %{b: 1}, :a, Server], &Caller.guarded/1))
IO.inspect(Enum.map([%{a: 1}, %{a: 2, list: [2]}, %{a: 3, list: []}, %{b: 1}, :a, Server], &Caller.waits/1))

for term <- [%{a: 1}, nil, :no_such_module, 7] do
  try do
    term.start
  rescue
    e -> IO.puts(Exception.message(e))
  end
end
