defmodule A do
  @moduledoc "doc"
  @timeout 5 * 1000
  @list [1, 2, 3]
  @map %{a: 1}
  @sum Enum.sum(@list)
  @fun &String.upcase/1
  Module.register_attribute(__MODULE__, :acc, accumulate: true)
  @acc 1
  @acc 2
  @re ~r/a+/
  @timeout_s div(@timeout, 1000)
  def f, do: {@timeout, @list, @map, @sum, @acc, @timeout_s}
  @timeout 1
  def g, do: @timeout
  def h(x) when x in @list, do: :in
  def h(_), do: :out
  def m(@timeout), do: :one
  def m(_), do: :no
  def up(s), do: @fun.(s)
  def re(s), do: s =~ @re
end
IO.inspect({A.f(), A.g(), A.h(2), A.h(9), A.m(1), A.up("x"), A.re("caat")})
