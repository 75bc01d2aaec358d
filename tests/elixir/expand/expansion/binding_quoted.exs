defmodule Bq do
  defmacro make(pairs) do
    quote bind_quoted: [pairs: pairs] do
      for {k, v} <- pairs do
        def unquote(k)(), do: unquote(v)
      end
    end
  end
end
defmodule UseBq do
  require Bq
  Bq.make(a: 1, b: 2)
end
IO.inspect({UseBq.a(), UseBq.b()})
