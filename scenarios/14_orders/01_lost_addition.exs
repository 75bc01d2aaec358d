# A lost addition: read, add one, write
#
# Two clients add one to a value that a server keeps: they ask for it, add one, and tell it the sum. In the ordinary
# order one of them is through before the other begins, and the value is 2. Where both ask before either has told,
# both tell the same sum, and one of the two is lost.
#
# explore finds that order and shrinks it to one hold. The cure is to ask the server for the addition itself, as one
# message: @at_once true does so, and explore finds nothing more.
#
# halt: false
#
# Try: simulator run lost_addition.exs
#      simulator explore lost_addition.exs --expect "the value is 2"

defmodule Addition do
  @at_once false

  def counter(value) do
    receive do
      {:read, client} ->
        send(client, value)
        counter(value)

      {:write, new} ->
        counter(new)

      :add ->
        counter(value + 1)
    end
  end

  def client(server, boss) do
    if @at_once do
      send(server, :add)
    else
      send(server, {:read, self()})

      receive do
        value -> send(server, {:write, value + 1})
      end
    end

    send(boss, {:done, self()})
  end
end

boss = self()
server = spawn(Addition, :counter, [0])
first = spawn(Addition, :client, [server, boss])

done =
  receive do
    {:done, ^first} -> true
  after
    1 -> false
  end

second = spawn(Addition, :client, [server, boss])

for pid <- if(done, do: [second], else: [first, second]) do
  receive do
    {:done, ^pid} -> :ok
  end
end

send(server, {:read, self()})

receive do
  value when value in 0..2 -> IO.puts("the value is #{value}")
end
