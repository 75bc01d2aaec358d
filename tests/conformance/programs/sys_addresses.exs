# Whom :sys asks, and how it complains: of nobody, of itself, of one that does not answer or ends before.
tried = fn f ->
  try do
    f.()
  catch
    kind, value -> {kind, value}
  end
end

for name <- [:nobody, {:global, :nobody}, {:nobody, node()}, {:nobody, :far@away}, {:via, :global, :nobody}, nil] do
  IO.inspect(tried.(fn -> :sys.get_state(name) end))
  IO.inspect(tried.(fn -> :sys.get_state(name, 20) end))
  IO.inspect(tried.(fn -> :sys.suspend(name) end))
  IO.inspect(tried.(fn -> :sys.resume(name, 20) end))
  IO.inspect(tried.(fn -> :sys.terminate(name, :normal) end))
  IO.inspect(tried.(fn -> :sys.terminate(name, :normal, 20) end))
end

Process.register(self(), :me)
:global.register_name(:me, self())

for name <- [self(), :me, {:global, :me}, {:me, node()}] do
  IO.inspect(tried.(fn -> :sys.get_state(name) end))
  IO.inspect(tried.(fn -> :sys.terminate(name, :boom, 5) end))
  IO.inspect(tried.(fn -> :sys.suspend(name) end))
end

deaf = spawn(fn -> Process.sleep(:infinity) end)
IO.inspect(tried.(fn -> :sys.get_state(deaf, 10) end))
IO.inspect(tried.(fn -> :sys.terminate(deaf, :boom, 10) end))
IO.inspect(tried.(fn -> :sys.resume(deaf, 0) end))
IO.inspect(Process.info(self(), :message_queue_len))

ending = spawn(fn -> Process.sleep(10) end)
IO.inspect(tried.(fn -> :sys.get_state(ending) end))
killed = spawn(fn -> Process.sleep(:infinity) end)
spawn(fn -> Process.sleep(5) && Process.exit(killed, :kill) end)
IO.inspect(tried.(fn -> :sys.get_state(killed) end))
IO.inspect(tried.(fn -> :sys.suspend(killed) end))
