# An owner that traps exits gets the reason in place of a value.
Process.flag(:trap_exit, true)
f = fn n -> if n == 2, do: exit(:two), else: n end
IO.inspect(Enum.to_list(Task.async_stream([1, 2, 3], f, max_concurrency: 2)))
IO.inspect(Enum.to_list(Task.async_stream([1, 2, 3], f, max_concurrency: 1, zip_input_on_exit: true)))
IO.inspect(Process.info(self(), :messages))
