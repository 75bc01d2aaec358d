# apply_interval runs a function again and again, while its maker lives.
defmodule Work do
  def tell(main), do: send(main, :done)
end

main = self()
pid = spawn(fn ->
  {:ok, _} = :timer.apply_interval(40, Work, :tell, [main])
  Process.sleep(140)
end)
Process.sleep(250)
for _ <- 1..4 do
  receive do m -> IO.inspect(m) after 0 -> IO.puts("nothing") end
end
IO.inspect(Process.alive?(pid))
