# A call in tail position leaves no frame of its caller in a stack trace.
defmodule M do
  def boom(x), do: raise "boom #{x}"
  def a(x), do: boom(x)
  def b(x) do
    y = boom(x)
    y
  end
  def c(x) do
    y = boom(x)
    IO.inspect(y)
    y
  end
  def d(x), do: {boom(x)}
  def e(x), do: if(x > 0, do: boom(x), else: 1)
  def f(x) do
    case x do
      1 -> boom(x)
      2 -> 3
    end
  end
  def g(x) do
    try do
      boom(x)
    rescue
      ArgumentError -> 1
    end
  end
  def h(x) do
    try do
      raise "a"
    rescue
      _ -> boom(x)
    end
  end
  def i(x) do
    try do
      x
    after
      boom(x)
    end
  end
  def j(x) do
    with 1 <- x, do: boom(x)
  end
  def k(x), do: x |> boom()
  def l(x), do: x && boom(x)
  def m(x), do: x == 1 and boom(x)
  def n(x), do: apply(M, :boom, [x])
  def o(x), do: (&boom/1).(x)
  def p(x) do
    f = fn y -> boom(y) end
    f.(x)
  end
  def q(x), do: Enum.map([x], &boom/1)
  def r(x), do: Enum.map([x], fn y -> boom(y) end)
  def t(x), do: hd(Enum.map([x], fn y -> boom(y) end))
  def u(x), do: String.to_integer("a#{x}")
  def v(x), do: hd([]) + x
  def w(x), do: Enum.fetch!([], x)
  def x(x), do: M.boom(x)
  def y(x), do: __MODULE__.boom(x)
  def z(x), do: "#{boom(x)}"
  def aa(x), do: [1 | boom(x)]
  def ab(x), do: boom(x) + 1
  def ac(x), do: not boom(x)
  def ad(x) do
    receive do
      :a -> 1
    after
      0 -> boom(x)
    end
  end
  def ae(x) do
    send(self(), :a)
    receive do
      :a -> boom(x)
    end
  end
  def af(x), do: GenServer.call(:nope, x)
  def ag(x), do: ah(x, 2)
  def ah(x, 0), do: boom(x)
  def ah(x, n), do: ah(x, n - 1)
  def ai(x), do: aj(x, 2)
  def aj(x, 0), do: boom(x)
  def aj(x, n), do: 1 + aj(x, n - 1)
  def ak(x), do: Map.update!(%{a: 1}, :a, fn _ -> boom(x) end)
  def al(x), do: Process.sleep(x) |> boom()
  def am(x) do
    Process.sleep(x)
    boom(x)
  end
  def an(x) do
    cond do
      x == 1 -> boom(x)
      true -> 1
    end
  end
  def ao(x), do: unless(x == 2, do: boom(x))
  def ap(x), do: if(boom(x), do: 1, else: 2)
  def aq(x), do: boom(x) || 1
  def ar(x), do: 1 |> Kernel.+(boom(x))
  def as(x), do: tap(x, &boom/1)
  def at(x), do: then(x, &boom/1)
  def au(x) do
    _ = x
    v = case x do
      1 -> boom(x)
    end
    v
  end
  def av(x), do: raise(ArgumentError, "a#{x}")
  def aw(x), do: throw_it(x)
  defp throw_it(x), do: throw(x)
end
for f <- [:a, :b, :c, :d, :e, :f, :g, :h, :i, :j, :k, :l, :m, :n, :o, :p, :q, :r, :t, :u, :v, :w, :x, :y, :z, :aa, :ab, :ac, :ad, :ae, :af, :ag, :ai, :ak, :al, :am, :an, :ao, :ap, :aq, :ar, :as, :at, :au, :av, :aw] do
  s = try do
    {apply(M, f, [1])}
  rescue
    _ -> __STACKTRACE__
  catch _, _ -> __STACKTRACE__
  end
  s = for {m, f, a, l} <- s, m in [M] or f == :element or m == :erlang, do: {f, if(is_list(a), do: length(a), else: a), l[:line]}
  IO.inspect({f, s})
end
