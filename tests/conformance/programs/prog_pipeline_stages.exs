# A pipeline of processes: producer, transformer, consumer, with demand.
defmodule Stage do
  def producer(list) do
    receive do
      {:demand, from} ->
        case list do
          [] ->
            send(from, :eof)

          [h | t] ->
            send(from, {:item, h})
            producer(t)
        end
    end
  end

  def transformer(source, f) do
    receive do
      {:demand, from} ->
        send(source, {:demand, self()})

        receive do
          {:item, x} ->
            send(from, {:item, f.(x)})
            transformer(source, f)

          :eof ->
            send(from, :eof)
        end
    end
  end

  def consume(source, acc \\ []) do
    send(source, {:demand, self()})

    receive do
      {:item, x} -> consume(source, [x | acc])
      :eof -> Enum.reverse(acc)
    end
  end
end

p = spawn_link(Stage, :producer, [Enum.to_list(1..5)])
t1 = spawn_link(Stage, :transformer, [p, &(&1 * &1)])
t2 = spawn_link(Stage, :transformer, [t1, &"<#{&1}>"])
IO.inspect(Stage.consume(t2))
