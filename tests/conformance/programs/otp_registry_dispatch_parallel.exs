# Registry.dispatch with parallel: true hands out the entries of each partition in a task of its own.
{:ok, _} = Registry.start_link(keys: :duplicate, name: Many, partitions: 4)
{:ok, _} = Registry.start_link(keys: :duplicate, name: One)
{:ok, _} = Registry.start_link(keys: :unique, name: Unique, partitions: 4)
parent = self()

for name <- [Many, One, Unique], key <- ["hello", "world"] do
  Registry.register(name, key, {name, key})
end

Agent.start_link(fn -> Registry.register(Many, "hello", :agent) end)
never = fn _ -> raise "nobody is registered" end
IO.inspect(Registry.dispatch(Many, "nobody", never, parallel: true))

for name <- [Many, One, Unique], parallel <- [true, false] do
  tell = fn entries ->
    links = self() |> Process.info(:links) |> elem(1)
    values = entries |> Enum.map(&elem(&1, 1)) |> Enum.sort()
    send(parent, {self() == parent, values, parent in links, Process.get(:"$callers") == [parent]})
  end

  IO.inspect(Registry.dispatch(name, "hello", tell, parallel: parallel))
  {:messages, messages} = Process.info(self(), :messages)
  for _ <- messages, do: receive(do: (_ -> :ok))
  told = for {here, values, linked, caller} <- messages, do: {here, linked, caller, values}
  values = Enum.sort(Enum.flat_map(told, &elem(&1, 3)))
  IO.inspect({name, parallel, values, Enum.uniq(Enum.map(told, &Tuple.delete_at(&1, 3)))})
end

defmodule Told do
  def told(entries, to, extra), do: send(to, {length(entries), extra, self() == to})
end

IO.inspect(Registry.dispatch(Many, "world", {Told, :told, [parent, :extra]}, parallel: true))
receive do: (message -> IO.inspect(message))

Process.flag(:trap_exit, true)
Logger.configure(level: :emergency)

for reason <- [:raise, :exit, :throw] do
  fail = fn _ ->
    case reason do
      :raise -> raise "oops"
      :exit -> exit(:away)
      :throw -> throw(:ball)
    end
  end

  try do
    Registry.dispatch(Many, "world", fail, parallel: true)
  catch
    kind, {{%RuntimeError{}, _}, {Task, :await, [_, timeout]}} -> IO.inspect({kind, :raised, timeout})
    kind, {{{:nocatch, what}, _}, {Task, :await, [_, timeout]}} -> IO.inspect({kind, what, timeout})
    kind, {what, {Task, :await, [_, timeout]}} -> IO.inspect({kind, what, timeout})
  end

  receive do: ({:EXIT, _, _} -> IO.puts("the task was linked"))
end
