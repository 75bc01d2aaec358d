defmodule U do
  def up(x), do: String.upcase(x)
end
defmodule S do
  def a do
    import U
    up("a")
  end
  def b do
    import String, only: [downcase: 1]
    downcase("B")
  end
  def c do
    require Integer
    Integer.is_odd(3)
  end
end
IO.inspect({S.a(), S.b(), S.c()})
