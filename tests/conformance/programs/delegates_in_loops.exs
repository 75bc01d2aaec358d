# Delegates in a loop of the body, and in a condition.
defmodule Del do
  for f <- [:upcase, :downcase] do
    defdelegate unquote(f)(s), to: String
  end

  for {f, a, m} <- [{:size, :map_size, Kernel}, {:len, :length, Enum}], a != :length do
    defdelegate unquote(f)(s), to: m, as: a
  end

  for n <- 2..2 do
    args = Macro.generate_arguments(n, __MODULE__)
    defdelegate max(unquote_splicing(args)), to: Kernel
  end

  if true do
    defdelegate trim(s, t \\ "x"), to: String
  end

  Enum.each([reverse: 1], fn {f, _} ->
    @doc "It is #{f}."
    defdelegate unquote(f)(s), to: String
  end)
end

IO.inspect({Del.upcase("a"), Del.downcase("B"), Del.trim(" c "), Del.reverse("abc"), Del.size(%{a: 1}), Del.max(1, 2)})
IO.inspect(Del.__info__(:functions))
