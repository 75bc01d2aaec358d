# The frames of servers, tasks and waiting functions that fail: no caller that had nothing left to do, equal ones once.
defmodule S do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_call(:a, _, s), do: helper(s)
  def handle_call(:b, _, s), do: {:reply, helper(s), s}
  def handle_call(:c, _, s) do
    x = helper(s)
    {:reply, x, s}
  end
  def handle_call({:d, f}, _, s), do: {:reply, f.(s), s}
  def handle_cast(:a, s), do: helper(s)
  def handle_info(:a, s), do: {:noreply, helper(s)}
  defp helper(s), do: raise("no #{s}")
end
defmodule W do
  def go(x), do: deep(x, 3)
  def deep(x, 0), do: Process.sleep(1) && raise("deep #{x}")
  def deep(x, n), do: deep(x, n - 1)
  def rec(0), do: raise("rec")
  def rec(n), do: 1 + rec(n - 1)
  def srec(0) do
    Process.sleep(1)
    raise("rec")
  end
  def srec(n), do: 1 + srec(n - 1)
  def even(0), do: raise("zero")
  def even(n), do: odd(n - 1)
  def odd(n), do: even(n - 1)
  def wait(x) do
    receive do
      :go -> work(x)
    end
  end
  def work(x), do: {:ok, sub(x)}
  defp sub(x), do: x + 1
  def loop(s) do
    receive do
      {:add, n} -> loop(s + n)
      :stop -> exit(:stopped)
    end
  end
end
Process.flag(:trap_exit, true)
for m <- [:a, :b, :c, {:d, fn s -> s <> 1 end}, {:d, fn s -> W.go(s) end}, {:d, fn s -> String.to_atom(s + 0) end}] do
  {:ok, p} = GenServer.start_link(S, 1)
  try do
    GenServer.call(p, m)
  catch :exit, {{e, st}, _} -> IO.inspect({e, for({m, f, a, l} <- st, m in [S, W, :erlang, :elixir_compiler_0], do: {m, f, a, l[:line]})})
  end
end
for m <- [:a, :b] do
  {:ok, p} = GenServer.start_link(S, 1)
  if m == :a, do: GenServer.cast(p, :a), else: send(p, :a)
  receive do
    {:EXIT, ^p, {e, st}} -> IO.inspect({e, for({m, f, a, l} <- st, m in [S, W], do: {m, f, a, l[:line]})})
  end
end
for {f, a} <- [go: [1], rec: [4], srec: [4], even: [4], work: [:a], even: [5], deep: [1, 0]] do
  {p, r} = spawn_monitor(W, f, a)
  receive do
    {:DOWN, ^r, _, ^p, {e, st}} -> IO.inspect({e, for({m, f, a, l} <- st, do: {m, f, a, l[:line]})})
  end
end
p = spawn_link(W, :wait, ["x"])
send(p, :go)
receive do
  {:EXIT, ^p, {e, st}} -> IO.inspect({e, for({m, f, a, l} <- st, do: {m, f, a, l[:line]})})
end
p = spawn_link(W, :loop, [1])
send(p, {:add, :x})
receive do
  {:EXIT, ^p, {e, st}} -> IO.inspect({e, for({m, f, a, l} <- st, do: {m, f, a, l[:line]})})
end
t = Task.async(fn -> W.work(:b) end)
receive do
  {:EXIT, _, {e, st}} -> IO.inspect({e, for({m, f, a, l} <- st, m in [W, :erlang, :elixir_compiler_0], do: {m, f, a, l[:line]})})
end
IO.inspect(is_struct(t, Task))
try do
 Agent.get(elem(Agent.start_link(fn -> 1 end), 1), fn s -> W.work(s <> "") end)
catch :exit, {{e, st}, _} -> IO.inspect({e, for({m, f, a, l} <- st, m in [W, :erlang, :elixir_compiler_0], do: {m, f, a, l[:line]})})
end
try do
  W.rec(2)
rescue e -> IO.puts(Exception.format(:error, e, __STACKTRACE__) |> String.split("\n") |> Enum.reject(& &1 =~ "(elixir") |> Enum.join("\n"))
end
f = fn x -> W.rec(x) end
try do
  f.(2)
rescue e -> IO.puts(Exception.format(:error, e, __STACKTRACE__) |> String.split("\n") |> Enum.reject(& &1 =~ "(elixir") |> Enum.join("\n"))
end
