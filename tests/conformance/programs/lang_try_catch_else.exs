# A try with catch, and an else that takes anything.
defmodule T do
  def run(fun) do
    try do
      fun.()
    catch
      kind, why -> {kind, why}
    else
      value -> value
    end
  end
end

IO.inspect(T.run(fn -> 5 end))
IO.inspect(T.run(fn -> throw(:x) end))
IO.inspect(T.run(fn -> exit(:y) end))
