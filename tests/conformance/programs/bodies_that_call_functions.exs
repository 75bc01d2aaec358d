# Functions in variables of a module body make attributes and texts.
defmodule S do
  st = %{200 => "OK", 404 => "Not"}
  to_doc = fn m -> for {code, name} <- m, into: "" do "  * `#{inspect(name)}` - #{code}\n" end end
  @moduledoc """
  #{to_doc.(st)}
  """
  @d "#{for {k, v} <- st, do: "#{k}#{v}"}"
  l = fn m -> for {code, name} <- m do "#{inspect(name)} - #{code}\n" end end
  @e "x#{l.(st)}"
  def d, do: {@d, @e}
end
IO.inspect S.d
defmodule T do
  defmacro __using__(opts) do
    quote bind_quoted: [opts: opts] do
      def child_spec(arg), do: Map.merge(%{id: 1, arg: arg}, Map.new(unquote(opts)))
      @doc false
      def child_spec(a, b) do
        default = [a: a]
        unquote(Macro.escape(opts))
      end
    end
  end
end
defmodule U do
  use T, x: 1
end
IO.inspect U.child_spec(1)
IO.inspect U.child_spec(1, 2)
