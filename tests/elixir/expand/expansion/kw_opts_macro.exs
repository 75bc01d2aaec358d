defmodule Om do
  defmacro defserver(name, opts, do: body) do
    init = opts[:init]
    quote do
      defmodule unquote(name) do
        use GenServer
        def start, do: GenServer.start_link(__MODULE__, unquote(init))
        def init(s), do: {:ok, s}
        unquote(body)
      end
    end
  end
end
defmodule Servers do
  import Om
  defserver Counter, init: 10 do
    def handle_call(:get, _from, s), do: {:reply, s, s + 1}
  end
end
{:ok, p} = Servers.Counter.start()
IO.inspect({GenServer.call(p, :get), GenServer.call(p, :get)})
