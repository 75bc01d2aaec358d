# apply_after runs a function once, in a process of its own, even if its maker is dead.
defmodule Work do
  def tell(main, what), do: send(main, {what, self() != main})
end

main = self()
{:ok, {kind, _}} = :timer.apply_after(20, Work, :tell, [main, :later])
IO.inspect(kind)
{:ok, {kind, _}} = :timer.apply_after(0, Work, :tell, [main, :at_once])
IO.inspect(kind)
spawn(fn -> {:ok, _} = :timer.apply_after(40, Work, :tell, [main, :orphan]) end)
{:ok, tref} = :timer.apply_after(30, Work, :tell, [main, :cancelled])
IO.inspect(:timer.cancel(tref))
for _ <- 1..4 do
  receive do m -> IO.inspect(m) after 100 -> IO.puts("nothing") end
end
