# A function that Elixir has of Erlang keeps its own name beside the other.
IO.inspect(&Map.new/0)
IO.inspect(&:maps.new/0)
{:ok, pid} = Agent.start(&Map.new/0)
IO.inspect(:proc_lib.translate_initial_call(pid))
IO.inspect(Function.info(&:maps.new/0))
IO.inspect(&:lists.reverse/1)
