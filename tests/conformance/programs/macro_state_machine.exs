# States and events as macros: definitions in blocks of keyword lists, quotes that bind nothing.
defmodule F do
  defmacro __using__(opts) do
    quote do
      import F
      defstruct [:state]
      @initial unquote(opts[:initial])
      @declared MapSet.new()
      @cur nil
      def new, do: %__MODULE__{state: @initial}
      def change(f, v), do: %{f | state: v}
    end
  end
  defmacro state(name, do: block) do
    n = elem(name, 0)
    quote do
      @cur unquote(n)
      unquote(block)
      @cur nil
    end
  end
  defmacro event(name, do: block) do
    n = elem(name, 0)
    quote do
      event_name = unquote(n)
      body0 = unquote(Macro.escape(block, unquote: true))
      guard = nil
      unquote(iface())
      unquote(trans())
    end
  end
  defp iface do
    quote bind_quoted: [] do
      unless MapSet.member?(@declared, {event_name, 0}) do
        body = quote do
          transition(fsm, unquote(event_name))
        end
        args = [quote(do: fsm)]
        if false do
          defp unquote(event_name)(unquote_splicing(args)), do: unquote(body)
        else
          def unquote(event_name)(unquote_splicing(args)), do: unquote(body)
        end
        @declared MapSet.put(@declared, {event_name, 0})
      end
    end
  end
  defp trans do
    quote bind_quoted: [] do
      targs = [
        if @cur do
          quote(do: %__MODULE__{state: unquote(@cur)} = fsm)
        else
          quote(do: fsm)
        end,
        quote do
          unquote(if event_name == :_, do: quote(do: _), else: event_name)
        end
      ]
      body = quote(do: change(fsm, unquote(body0)))
      if guard do
        def transition(unquote_splicing(targs)) when unquote(guard), do: unquote(body)
      else
        def transition(unquote_splicing(targs)), do: unquote(body)
      end
    end
  end
end
defmodule B do
  use F, initial: :stopped
  state stopped do
    event run do
      :running
    end
  end
  state running do
    event stop do
      :stopped
    end
    event run do
      :twice
    end
  end
end
b = B.new()
IO.inspect({b, B.run(b), B.stop(B.run(b)), B.run(B.run(b))})

defmodule Listed do
  defmacro listed(name, options) do
    quote do
      @listed unquote(name)
      unquote(options)
    end
  end
end

defmodule UsesList do
  require Listed

  Listed.listed :a do
    for n <- [:x, :y], do: (def unquote(n)(), do: unquote(n))
  end

  def listed, do: @listed
end

IO.inspect({UsesList.x(), UsesList.y(), UsesList.listed()})
