# A simulation with seeded results that do not depend on chance: queues at a bank.
defmodule Bank do
  def run(customers, tellers) do
    parent = self()
    queue = spawn_link(fn -> queue(customers) end)
    for t <- 1..tellers, do: spawn_link(fn -> teller(t, queue, parent) end)
    collect(length(customers), [])
  end

  defp queue([]) do
    receive do
      {:next, from} ->
        send(from, :closed)
        queue([])
    end
  end

  defp queue([c | rest]) do
    receive do
      {:next, from} ->
        send(from, {:customer, c})
        queue(rest)
    end
  end

  defp teller(t, queue, parent) do
    send(queue, {:next, self()})

    receive do
      {:customer, {name, ms}} ->
        Process.sleep(ms)
        send(parent, {:served, name, t})
        teller(t, queue, parent)

      :closed ->
        :ok
    end
  end

  defp collect(0, acc), do: Enum.reverse(acc)

  defp collect(n, acc) do
    receive do
      {:served, name, t} -> collect(n - 1, [{name, t} | acc])
    end
  end
end

IO.inspect(Bank.run([a: 80, b: 10, c: 20, d: 15], 2))
