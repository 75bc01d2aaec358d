# PubSub: the subscriber that never subscribed
#
# subscribe enters the pid of whoever calls it. The first attempt subscribes in the main process and spawns a
# process that waits for the news: it waits for ever. A reader that subscribes itself may still come too late, as
# the sport shows. With the weather the reader says that it has subscribed, and only then is published.
#
# halt: false
#
# Try: simulator diagram pubsub.exs -o pubsub.png

defmodule PubSub do
  use GenServer

  def start_link(_options \\ []), do: GenServer.start_link(__MODULE__, %{}, name: __MODULE__)
  def subscribe(topic), do: GenServer.cast(__MODULE__, {:subscribe, topic, self()})
  def publish(topic, message), do: GenServer.cast(__MODULE__, {:publish, topic, message})

  @impl true
  def init(topics), do: {:ok, topics}

  @impl true
  def handle_cast({:subscribe, topic, pid}, topics) do
    {:noreply, Map.update(topics, topic, [pid], &[pid | &1])}
  end

  def handle_cast({:publish, topic, message}, topics) do
    for pid <- Map.get(topics, topic, []), do: send(pid, {:message, topic, message})
    {:noreply, topics}
  end
end

defmodule Reader do
  def wait_for_news(topic) do
    receive do
      {:message, ^topic, text} -> IO.puts("#{inspect(self())} received on #{topic}: #{text}")
    end
  end

  def subscribe_and_wait(topic, main) do
    PubSub.subscribe(topic)
    send(main, {:subscribed, topic})
    wait_for_news(topic)
  end
end

main = self()
PubSub.start_link()

PubSub.subscribe(:news)
spawn(fn -> Reader.wait_for_news(:news) end)
PubSub.publish(:news, "Breaking news!")
Process.sleep(100)

receive do
  message -> IO.inspect(message, label: "the main process has")
end

spawn(fn -> Reader.subscribe_and_wait(:sport, main) end)
PubSub.publish(:sport, "One nil!")
Process.sleep(100)

spawn(fn -> Reader.subscribe_and_wait(:weather, main) end)

receive do
  {:subscribed, :weather} -> PubSub.publish(:weather, "It rains!")
end

Process.sleep(100)
