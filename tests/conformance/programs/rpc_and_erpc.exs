# Calls by :rpc and :erpc where the only node is this one.
IO.inspect :rpc.call(node(), Kernel, :+, [1, 2])
IO.inspect :rpc.call(:nope@host, Kernel, :+, [1, 2])
{:badrpc, {:EXIT, {r, st}}} = :rpc.call(node(), :erlang, :error, [:oops])
IO.inspect {r, is_list(st)}
IO.inspect :rpc.call(node(), :erlang, :exit, [:bye])
IO.inspect :rpc.call(node(), :erlang, :throw, [:ball])
IO.inspect :rpc.call(node(), Process, :sleep, [1000], 50)
IO.inspect :rpc.call(node(), String, :upcase, ["x"], 50)
IO.inspect :rpc.call(node(), Kernel, :exit, [:bye], 50)
IO.inspect :rpc.multicall(String, :upcase, ["x"])
IO.inspect :rpc.multicall([node(), :a@b], String, :upcase, ["x"])
IO.inspect :rpc.block_call(node(), String, :upcase, ["y"])
IO.inspect :rpc.cast(node(), Kernel, :send, [self(), :hello])
receive do m -> IO.inspect m end
IO.inspect :rpc.eval_everywhere(Kernel, :send, [self(), :hello2])
receive do m -> IO.inspect m end
k = :rpc.async_call(node(), String, :length, ["abc"])
IO.inspect :rpc.yield(k)
IO.inspect :erpc.call(node(), fn -> 42 end)
IO.inspect :erpc.call(node(), String, :upcase, ["z"])
IO.inspect :erpc.call(node(), String, :upcase, ["z"], 100)
for f <- [fn -> raise "x" end, fn -> exit(:a) end, fn -> throw(:b) end] do
  try do
    :erpc.call(node(), f)
  catch
    k, v -> IO.inspect {k, (if is_tuple(v) and tuple_size(v) == 3, do: put_elem(v, 2, :st), else: v)}
  end
end
try do :erpc.call(:nope@host, fn -> 1 end) catch k, v -> IO.inspect {k, v} end
try do :erpc.call(node(), fn -> Process.sleep(500) end, 10) catch k, v -> IO.inspect {k, v} end
IO.inspect :erpc.multicall([node()], fn -> 1 end)
IO.inspect :erpc.multicall([node(), :x@y], String, :upcase, ["a"])
IO.inspect :net_kernel.monitor_nodes(true)
IO.inspect :net_kernel.monitor_nodes(true, node_type: :all)
IO.inspect Node.list
IO.inspect :net_kernel.connect_node(:a@b)
