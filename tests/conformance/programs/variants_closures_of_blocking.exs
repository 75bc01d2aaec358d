# Closures of blocking, in many forms.
defmodule F do
  def make(n) do
    v = receive do {:v, x} -> x after 0 -> n end
    fn x -> x + v end
  end
  def chain(fs), do: Enum.reduce(fs, 0, fn f, acc -> f.(acc) end)
  def pick(true), do: &slow/1
  def pick(false), do: &fast/1
  def slow(x), do: (IO.puts("s"); Process.sleep(1); x)
  def fast(x), do: x
  def compose(f, g), do: fn x -> g.(f.(x)) end
end
send(self(), {:v, 10})
IO.inspect(F.make(1).(1))
IO.inspect(F.make(1).(1))
IO.inspect(F.chain([F.make(1), F.pick(true), F.pick(false), &F.slow/1]))
IO.inspect(F.compose(F.pick(true), &(&1 * 2)).(4))
m = %{f: &F.slow/1, g: fn x -> receive do after 1 -> x end end}
IO.inspect(m.f.(1) + m.g.(2) + m[:g].(3))
t = {fn -> Process.sleep(1); :done end}
IO.inspect(elem(t, 0).())
[h | _] = [fn x, y -> Process.sleep(1); x <> y end]
IO.inspect(h.("a", "b"))
IO.inspect(Enum.map([&F.slow/1, &F.fast/1], & &1.(3)))
IO.inspect(Enum.map([1, 2], F.pick(true)))
f = fn f, n -> if n == 0, do: :end, else: (Process.sleep(1); f.(f, n - 1)) end
IO.inspect(f.(f, 3))
IO.inspect(apply(F, :slow, [3]))
IO.inspect(apply(F.pick(true), [3]))
mod = F
IO.inspect(mod.slow(4))
fun = :slow
IO.inspect(apply(mod, fun, [4]))
IO.inspect(is_function(F.make(2), 1))
IO.inspect(:erlang.apply(F, :slow, [1]))
IO.inspect(:erlang.make_fun(F, :slow, 1).(2))
IO.inspect(Code.eval_string("F.slow(2) + f.(1)", f: &F.slow/1) |> elem(0))
