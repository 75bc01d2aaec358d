defmodule Memo do
  defmacro defmemo({name, _, args} = head, do: body) do
    quote do
      def unquote(head) do
        key = {unquote(name), unquote(args)}
        case Process.get(key) do
          nil ->
            v = unquote(body)
            Process.put(key, v)
            v
          v -> v
        end
      end
    end
  end
end
defmodule Fib do
  import Memo
  defmemo fib(n) do
    if n < 2, do: n, else: fib(n - 1) + fib(n - 2)
  end
end
IO.inspect(Fib.fib(60))
