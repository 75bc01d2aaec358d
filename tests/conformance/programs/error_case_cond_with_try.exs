# CaseClauseError, CondClauseError, WithClauseError and TryClauseError, rescued.
defmodule E do
  def c(x) do
    case x do
      1 -> :one
    end
  end

  def k(x) do
    cond do
      x > 1 -> :big
    end
  end

  def w(x) do
    with {:ok, v} <- x do
      v
    else
      :error -> :none
    end
  end

  def t(x) do
    try do
      x
    rescue
      _ -> :rescued
    else
      1 -> :one
    end
  end
end

for f <- [&E.c/1, &E.k/1, &E.w/1, &E.t/1], x <- [1, 0] do
  try do
    IO.inspect(f.(x))
  rescue
    e -> IO.inspect({e.__struct__, Exception.message(e)})
  end
end
