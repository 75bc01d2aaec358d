# Branches whose value nobody wants and that do nothing.
f = fn x ->
  send(self(), x)
  receive do _ -> 1 after 0 -> 0 end
  send(self(), x)
  receive do _ -> 1 end
  send(self(), x)
  receive do 1 -> 1; _ -> 2 end
  receive do 1 -> 1 after 0 -> 0 end
  receive do after 0 -> 0 end
  if x, do: 1, else: 2
  unless x, do: 1
  case x do _ -> 1 end
  case x do 1 -> 1; _ -> 2 end
  case x do y when y > 1 -> 1; _ -> 2 end
  cond do x > 1 -> 1; true -> 2 end
  cond do true -> 2 end
  try do 1 rescue _ -> 2 catch _ -> 3 after 4 end
  try do 1 rescue _ -> 2 else _ -> 3 end
  try do x rescue _ -> 2 else 1 -> 3; _ -> 4 end
  try do 1 after 2 end
  with 1 <- x, do: 1
  with 1 <- x do 1 else _ -> 2 end
  with y = x do y end
  for _ <- [x], do: 1
  for _ <- [x], x > 7, do: 1
  for <<c <- "ab">>, do: c
  for _ <- [x], reduce: 0 do _ -> 1 end
  fn _ -> 1 end
  (fn _ -> 1 end).(x)
  %{a: 1}
  {1, 2}
  x
  _ = x
  1
  :ok
end

IO.inspect f.(1)
defmodule A do
  def f(x) do
    receive do _ -> 1 after 0 -> 0 end
    case x do _ -> 1 end
    if x, do: 1
    try do 1 rescue _ -> 2 end
    with _ <- x, do: 1
    nil
  end
  def g(_), do: nil
  def h(x) do
    receive do after x -> 1 end
    receive do y when y > 1 -> 1; _ -> 2 after x -> 3 end
    :done
  end
end
IO.inspect {A.f(1), A.g(1), A.h(0)}
