# A pool of workers takes jobs in turn.
defmodule Worker do
  def loop(id, pool) do
    send(pool, {:ready, self()})

    receive do
      {:job, n, from} ->
        Process.sleep(n)
        send(from, {:result, id, n * n})
        loop(id, pool)
    end
  end
end

defmodule Pool do
  def run(jobs, size) do
    me = self()
    for id <- 1..size, do: spawn_link(Worker, :loop, [id, me])
    dispatch(jobs, length(jobs), [])
  end

  defp dispatch(_, 0, results), do: Enum.reverse(results)

  defp dispatch(jobs, left, results) do
    receive do
      {:ready, worker} when jobs != [] ->
        [job | rest] = jobs
        send(worker, {:job, job, self()})
        dispatch(rest, left, results)

      {:result, id, value} ->
        IO.puts("worker #{id}: #{value}")
        dispatch(jobs, left - 1, [value | results])
    end
  end
end

IO.inspect(Pool.run([90, 10, 20, 15, 10], 2))
