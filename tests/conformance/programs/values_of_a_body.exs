# Variables of a module body that hold functions, definitions and modules in its loops.
defmodule G do
  f = fn x -> x * 2 end
  pid = self()
  @pid_ok is_pid(pid)
  def a, do: unquote(f.(4))
  def b, do: @pid_ok
  for {n, v} <- [a: 1, b: 2] do
    @doc "doc #{n}"
    @spec unquote(:"get_#{n}")() :: integer
    def unquote(:"get_#{n}")(), do: unquote(v)
    @last n
    defmodule Module.concat(__MODULE__, Macro.camelize(to_string(n))) do
      @v v
      def v, do: {@v, unquote(n)}
    end
  end
  def last, do: @last
  Enum.each([:z], fn n ->
    def unquote(n)(), do: 1
    defoverridable [{n, 0}]
    def unquote(n)(), do: super() + 1
  end)
  IO.puts inspect(f.(1))
end
IO.inspect {G.a, G.b, G.get_a, G.get_b, G.last, G.A.v, G.B.v, G.z}
