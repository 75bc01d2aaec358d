# Which calls let others go on: those of the process that keeps an environment, of a StringIO, of persistent terms.
me = self()
{:ok, io} = StringIO.open("a\nb\nc\nd")

operations = [
  put_env: fn -> Application.put_env(:app, :k, 1) end,
  put_env_persistent: fn -> Application.put_env(:app, :k, 1, persistent: true) end,
  get_env: fn -> Application.get_env(:app, :k) end,
  fetch_env: fn -> Application.fetch_env(:app, :k) end,
  put_all_env: fn -> Application.put_all_env(app: [k: 2]) end,
  delete_env: fn -> Application.delete_env(:app, :k) end,
  get_all_env: fn -> Application.get_all_env(:app) end,
  write: fn -> IO.write(io, "x") end,
  gets: fn -> IO.gets(io, "") end,
  contents: fn -> StringIO.contents(io) end,
  flush: fn -> StringIO.flush(io) end,
  open: fn -> StringIO.open("abc") end,
  put_term: fn -> :persistent_term.put(:a, System.unique_integer()) end,
  put_same_term: fn -> :persistent_term.put(:b, 1) end,
  get_term: fn -> :persistent_term.get(:a) end,
  erase_term: fn -> :persistent_term.erase(:a) end,
  table: fn -> :ets.delete(:ets.new(:t, [])) end,
  processes: fn -> Process.list() end,
  names: fn -> Process.registered() end,
  yield: fn -> :erlang.yield() end
]

taken = fn taken ->
  receive do
    _ -> 1 + taken.(taken)
  after
    0 -> 0
  end
end

nested = fn
  _, [] -> :ok
  nested, [name | rest] ->
    spawn(fn ->
      send(me, name)
      nested.(nested, rest)
    end)
end

turns = fn operation ->
  nested.(nested, [:a, :b, :c, :d])
  operation.()
  found = taken.(taken)
  Process.sleep(3)
  taken.(taken)
  found
end

for {_, operation} <- operations, do: turns.(operation)
for {name, operation} <- operations, do: IO.inspect({name, turns.(operation)})
