# A small publish and subscribe by hand.
defmodule PubSub do
  def start, do: spawn(fn -> loop(%{}) end)

  defp loop(topics) do
    receive do
      {:subscribe, topic, pid} ->
        Process.monitor(pid)
        loop(Map.update(topics, topic, [pid], &[pid | &1]))

      {:publish, topic, message} ->
        topics |> Map.get(topic, []) |> Enum.reverse() |> Enum.each(&send(&1, {topic, message}))
        loop(topics)

      {:DOWN, _, :process, pid, _} ->
        loop(Map.new(topics, fn {topic, pids} -> {topic, List.delete(pids, pid)} end))

      {:count, from} ->
        send(from, {:count, Map.new(topics, fn {k, v} -> {k, length(v)} end)})
        loop(topics)
    end
  end
end

bus = PubSub.start()

subscriber = fn name, topics ->
  spawn(fn ->
    for topic <- topics, do: send(bus, {:subscribe, topic, self()})

    receive do
      {topic, message} -> IO.puts("#{name} got #{message} on #{topic}")
    end
  end)
end

subscriber.("ann", ["news", "sport"])
subscriber.("bob", ["news"])
subscriber.("eve", ["sport"])
Process.sleep(5)
send(bus, {:count, self()})
receive do: ({:count, c} -> IO.inspect(c))
send(bus, {:publish, "news", "hello"})
Process.sleep(5)
send(bus, {:count, self()})
receive do: ({:count, c} -> IO.inspect(c))
send(bus, {:publish, "sport", "goal"})
Process.sleep(5)
