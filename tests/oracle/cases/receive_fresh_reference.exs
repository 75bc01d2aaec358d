# A reply is told from everything else by the reference of its request.
defmodule Main do
  def main do
    server = spawn(fn -> for _ <- 1..2, do: (receive do {caller, ref, n} -> send(caller, {ref, n * 2}) end) end)
    first = make_ref()
    second = make_ref()
    send(self(), {make_ref(), :noise})
    send(server, {self(), first, 1})
    send(server, {self(), second, 2})
    receive do {^second, answer} -> IO.inspect(answer) end
    receive do {^first, answer} -> IO.inspect(answer) end
    IO.inspect(Process.info(self(), :message_queue_len))
  end
end

Main.main()
