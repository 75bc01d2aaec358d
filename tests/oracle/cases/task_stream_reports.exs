# The report of a task in a stream shows how it was called.
defmodule Work do
  def fails(n, why), do: raise "#{why} #{n}"
end

Process.flag(:trap_exit, true)
for {:exit, {error, _}} <- Task.async_stream([1], Work, :fails, [:mfa]), do: IO.inspect(error)
for {:exit, {error, _}} <- Task.async_stream([2], fn n -> raise "fun #{n}" end), do: IO.inspect(error)
