# What inspect makes of everything: limits, widths, bases, structs, nested and odd terms.
defmodule T do
  defmacro t(expr) do
    quote do
      IO.inspect(try do
        unquote(expr)
      rescue
        e -> {e.__struct__, Exception.message(e)}
      catch
        k, v -> {k, v}
      end)
    end
  end
end

defmodule P do
  defstruct [:a, b: 1]
end
defmodule Q do
  @derive {Inspect, only: [:x]}
  defstruct [:x, :secret]
end
defmodule R do
  @derive {Inspect, except: [:secret], optional: [:y]}
  defstruct [:x, :secret, y: 1]
end
defmodule S do
  defstruct [:v]
  defimpl Inspect do
    import Inspect.Algebra
    def inspect(s, opts), do: concat(["#S<", to_doc(s.v, opts), ">"])
  end
end
defmodule Bad do
  defstruct [:v]
  defimpl Inspect do
    def inspect(_, _), do: raise "no"
  end
end
defmodule E do
  defexception [:message, :extra]
end

defmodule Main do
  import T

  def run do
    defp_list = Enum.to_list(1..60)
    t defp_list
    t inspect(defp_list, limit: 3)
    t inspect(defp_list, limit: 0)
    t inspect(%{a: 1, b: 2, c: 3}, limit: 2)
    t inspect({1, 2, 3}, limit: 2)
    t inspect("abcdefgh", printable_limit: 3)
    t inspect('abcdefgh', printable_limit: 3)
    t inspect([1, [2, [3, [4]]]], limit: 5)
    t IO.puts(inspect(Enum.map(1..20, &{&1, "v#{&1}"}), pretty: true, width: 40))
    t IO.puts(inspect(%{aaaa: [1, 2, 3], bbbb: %{cccc: "dddddddd", eeee: {1, 2, 3}}}, pretty: true, width: 20))
    t IO.puts(inspect(%P{a: %{x: 1}, b: [%P{}]}, pretty: true, width: 10))
    t IO.puts(inspect([aaa: 1, bbb: "two", ccc: [d: 1]], pretty: true, width: 15))
    t inspect(255, base: :hex)
    t inspect(-5, base: :binary)
    t inspect([8, 9], base: :octal)
    t inspect(<<1, 2>>, base: :hex)
    t inspect([97, 98], charlists: :as_lists)
    t inspect([1, 2], charlists: :as_charlists)
    t inspect('é')
    t inspect([7, 8, 9, 10])
    t inspect([0])
    t inspect("a", binaries: :as_binaries)
    t inspect(<<255, 1>>, binaries: :as_strings)
    t inspect(%P{a: 1}, structs: false)
    t %P{}
    t %Q{x: 1, secret: 2}
    t %R{x: 1, secret: 2}
    t %R{x: 1, secret: 2, y: 3}
    t %S{v: %S{v: [1]}}
    t inspect(%Bad{v: 1}) |> String.slice(0, 60)
    t %E{message: "m"}
    t %{__struct__: Nope, a: 1}
    t %{__struct__: 5}
    t %{P => 1, "k" => :v, {1} => []}
    t %{"b" => 2, a: 1}
    t [{:a, 1}, {:"b c", 2}, {nil, 3}, {true, 1}, {Foo, 2}]
    t [a: 1, b: 2] ++ [3]
    t [{"a", 1}]
    t [nil: 1, true: 2]
    t :"hello world"
    t :"é"
    t :"a-b"
    t :a?
    t :b!
    t :A
    t :"Elixir.Foo"
    t :"Elixir.foo"
    t :+
    t :<<>>
    t :{}
    t :%{}
    t :..//
    t :"&"
    t [:do, :end, :fn, :and, :when]
    t Foo.Bar
    t :"Elixir"
    t {}
    t {1}
    t [[]]
    t [1 | 2]
    t [1, 2 | :x]
    t 1.0
    t 1.0e20
    t 1.0e16
    t 123456789012345678.0
    t 0.1 + 0.2
    t 1.0e-10
    t -0.0
    t 100_000_000_000_000_000_000
    t <<>>
    t <<1::3>>
    t <<1, 2::4>>
    t <<0>>
    t "\0\n\t\"\\\#{"
    t 'it\'s "q"'
    t "日本"
    t "\u{10FFFF}"
    t MapSet.new([3, 1, 2])
    t MapSet.new()
    t 1..3
    t 1..3//2
    t 3..1
    t ~r/a/
    t ~w(a b)a
    t Date.range(~D[2020-01-01], ~D[2020-01-02])
    t &Enum.map/2
    t &is_nil/1
    t &P.__struct__/0
    t inspect(fn x -> x end) =~ ~r/^#Function<\d+\.\d+\/1 in /
    t inspect(self()) =~ ~r/^#PID</
    t inspect(make_ref()) =~ ~r/^#Reference</
    t Stream.map([1], & &1) |> inspect() |> String.replace(~r/#Function<[^>]*>/, "F")
    t quote(do: a + b)
    t Version.parse!("1.2.3-rc.1+b")
    t {:ok, %{list: [%{a: %{b: %{c: %{d: %{e: 1}}}}}]}}
    t inspect({:ok, 1}, custom_options: [a: 1])
    t inspect(%{a: 1}, sort_maps: true)
    t inspect([a: [b: [c: 1]]], pretty: true, width: 5) |> IO.puts()
    t inspect(1, limit: -1)
    t inspect(1, width: :infinity)
    t inspect("x" <> <<200>>)
    t inspect([?a, ?b, 200])
    t IO.inspect([1, 2], label: "lab", limit: 1)
    t IO.inspect(%{a: 1}, label: :x, charlists: :as_lists)
  end
end

Main.run()
