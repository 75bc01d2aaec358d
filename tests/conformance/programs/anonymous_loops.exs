# An anonymous function that is handed itself and calls it last goes on without an end of its stack.
count = fn f, n, acc -> if n == 0, do: acc, else: f.(f, n - 1, acc + 1) end
IO.inspect(count.(count, 150_000, 0))

made = fn f, n, acc -> if n == 0, do: acc, else: f.(f, n - 1, [fn -> n end | acc]) end
IO.inspect(Enum.map(made.(made, 4, []), & &1.()))

server = fn f, state ->
  receive do
    {:add, n} ->
      f.(f, state + n)

    {:get, from, tag} when tag == state ->
      send(from, {:state, state})
      f.(f, state)

    {:same, ^state, from} ->
      send(from, :same)
      f.(f, state)

    {:stop, ^state} ->
      :ok
  end
end

pid = spawn(fn -> server.(server, 0) end)
ref = Process.monitor(pid)
send(pid, {:stop, :never})
for _ <- 1..5_000, do: send(pid, {:add, 1})
send(pid, {:same, 5_000, self()})
send(pid, {:get, self(), 5_000})

receive do
  {:state, n} -> IO.inspect(n)
end

receive do
  :same -> IO.puts("same")
end

send(pid, {:stop, 5_000})

receive do
  {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason)
end

one = fn f, g, n -> if n == 0, do: :one, else: g.(g, f, n - 1) end
two = fn f, g, n -> if n == 0, do: :two, else: g.(g, f, n - 1) end
IO.inspect({one.(one, two, 4), one.(one, two, 5)})

wrong = fn f, n -> if n == 0, do: f.(f), else: f.(f, n - 1) end

try do
  wrong.(wrong, 3)
rescue
  error in BadArityError -> IO.puts(error.__struct__)
end

wrong = fn f, n -> if n == 0, do: f, else: n.(f, n - 1) end

try do
  wrong.(wrong, 3)
rescue
  error in BadFunctionError -> IO.puts(Exception.message(error))
end

later = fn f, n ->
  if n == 0 do
    :later
  else
    Process.sleep(1)
    f.(f, n - 1)
  end
end

IO.inspect(later.(later, 20))

deep = fn f, n -> if n == 0, do: raise("deep"), else: f.(f, n - 1) end

waiting = fn f, n ->
  Process.sleep(0)
  if n == 0, do: raise("deep"), else: f.(f, n - 1)
end

for fun <- [deep, waiting] do
  depths =
    for n <- [1, 50] do
      try do
        fun.(fun, n)
      rescue
        _ -> length(__STACKTRACE__)
      end
    end

  IO.inspect(Enum.dedup(depths) |> length())
end
