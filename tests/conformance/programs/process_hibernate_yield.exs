# yield lets others run; who was made first runs first.
me = self()

for name <- [:a, :b] do
  spawn(fn ->
    for n <- 1..2 do
      send(me, {name, n})
      :erlang.yield()
    end
  end)
end

for _ <- 1..4 do
  receive do
    m -> IO.inspect(m)
  end
end
