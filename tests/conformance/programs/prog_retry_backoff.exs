# Retrying with growing delays.
defmodule Retry do
  def run(fun, opts \\ []) do
    attempts = Keyword.get(opts, :attempts, 3)
    delay = Keyword.get(opts, :delay, 2)
    try_run(fun, 1, attempts, delay)
  end

  defp try_run(fun, n, max, delay) do
    {:ok, fun.(n)}
  rescue
    e in RuntimeError ->
      IO.puts("attempt #{n}: #{e.message}")

      if n < max do
        Process.sleep(delay)
        try_run(fun, n + 1, max, delay * 2)
      else
        {:error, e}
      end
  end
end

IO.inspect(Retry.run(fn n -> if n < 3, do: raise("not yet"), else: n end))
IO.inspect(Retry.run(fn _ -> raise "never" end, attempts: 2))
