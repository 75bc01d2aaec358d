# A task knows who called for it, and whose child it is.
show = fn -> {Process.get(:"$callers"), Process.get(:"$ancestors")} end
outer = fn -> {show.(), Task.await(Task.async(show))} end
IO.inspect(Task.await(Task.async(outer)))
Process.register(self(), :main)
IO.inspect(Task.await(Task.async(outer)))
IO.inspect(Enum.to_list(Task.async_stream([1], fn _ -> Process.get(:"$callers") end)))
