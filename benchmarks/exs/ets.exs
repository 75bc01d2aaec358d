defmodule Cache do
  @table :cache

  def start, do: :ets.new(@table, [:named_table, :set, :public])

  def put(key, value), do: :ets.insert(@table, {key, value})

  def get(key) do
    case :ets.lookup(@table, key) do
      [{^key, value}] -> {:ok, value}
      [] -> :error
    end
  end

  def hit, do: :ets.update_counter(@table, :hits, 1, {:hits, 0})

  def run(0), do: :ok

  def run(n) do
    key = rem(n, 1000)
    put(key, n)
    {:ok, ^n} = get(key)
    hit()
    run(n - 1)
  end

  def main(count) do
    start()
    run(div(count, 3))
  end
end

[count] = System.argv()
{before, _} = :erlang.statistics(:runtime)
Cache.main(String.to_integer(count))
{taken, _} = :erlang.statistics(:runtime)
IO.puts((taken - before) * 1000)
