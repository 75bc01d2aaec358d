# try inside try; what a rescue raises; after runs from inside out.
try do
  try do
    raise "first"
  rescue
    e -> raise ArgumentError, "second, after #{e.message}"
  after
    IO.puts("inner after")
  end
rescue
  e in [ArgumentError, KeyError] -> IO.puts("outer: #{Exception.message(e)}")
after
  IO.puts("outer after")
end

f = fn ->
  try do
    :value
  after
    :ignored
  end
end

IO.inspect(f.())

g = fn x ->
  try do
    if x, do: throw(:out)
    :in
  catch
    v -> {:caught, v}
  else
    v -> {:else, v}
  end
end

IO.inspect({g.(true), g.(false)})

try do
  try do
    exit(:gone)
  rescue
    _ -> IO.puts("not here: an exit is no error")
  end
catch
  :exit, reason -> IO.inspect(reason)
end
