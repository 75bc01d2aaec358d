# A quote in the code of a macro: its variables are those of the functions that the same expansion defines.
defmodule Q do
  defmacro __using__(_) do
    quote bind_quoted: [a: 1] do
      spec = quote(do: [opts, a()])
      map = [one: 1, two: quote(do: {__MODULE__, [opts]})]
      def child(opts), do: unquote(spec)
      def other(opts), do: %{unquote_splicing(map)}
      defp a, do: 3
    end
  end
end

defmodule U do
  use Q
end

IO.inspect({U.child(5), U.other(6)})
