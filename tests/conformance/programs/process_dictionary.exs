# The process dictionary.
IO.inspect(Process.put(:a, 1))
IO.inspect(Process.put(:a, 2))
IO.inspect({Process.get(:a), Process.get(:b), Process.get(:b, :default)})
IO.inspect(Process.get_keys() |> Enum.filter(&(&1 in [:a, :b])))
IO.inspect(Process.delete(:a))
IO.inspect(Process.get(:a))
