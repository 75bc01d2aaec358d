# A grandchild has its turn after everybody who was there before it.
defmodule Main do
  def main do
    me = self()
    for name <- [:a, :b] do
      spawn(fn ->
        send(me, {name, 1})
        spawn(fn -> send(me, {name, 2}) end)
        send(me, {name, 3})
      end)
    end
    for _ <- 1..6, do: (receive do message -> IO.inspect(message) end)
  end
end

Main.main()
