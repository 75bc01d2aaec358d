# A module around an Agent.
defmodule Bucket do
  use Agent
  def start_link(opts), do: Agent.start_link(fn -> %{} end, opts)
  def get(bucket, key), do: Agent.get(bucket, &Map.get(&1, key))
  def put(bucket, key, value), do: Agent.update(bucket, &Map.put(&1, key, value))
  def delete(bucket, key), do: Agent.get_and_update(bucket, &Map.pop(&1, key))
end

{:ok, b} = Bucket.start_link([])
Bucket.put(b, "milk", 3)
IO.inspect({Bucket.get(b, "milk"), Bucket.get(b, "eggs")})
IO.inspect(Bucket.delete(b, "milk"))
IO.inspect(Bucket.get(b, "milk"))
IO.inspect(Bucket.child_spec([]))
{:ok, sup} = Supervisor.start_link([{Bucket, name: :shared}], strategy: :one_for_one)
Bucket.put(:shared, :k, 1)
Agent.stop(:shared, :normal)
Process.sleep(5)
IO.inspect(Bucket.get(:shared, :k))
IO.inspect(Supervisor.count_children(sup).active)
