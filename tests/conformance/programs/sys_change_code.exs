# :sys.change_code of servers that are suspended, and of one that is not.
defmodule Plain do
  use GenServer
  def init(x), do: {:ok, x}
end

defmodule Bare do
  @behaviour GenServer
  def init(x), do: {:ok, x}
end

defmodule Counter do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_call(:get, _, x), do: {:reply, x, x}

  def code_change(version, state, extra) do
    IO.inspect({version, state, extra})

    case extra do
      :refused -> {:error, :bad}
      :raised -> raise "no"
      :exited -> exit(:no)
      :thrown -> throw({:ok, :thrown})
      :other -> :what
      :slow -> Process.sleep(50) && {:ok, :slow}
      extra -> {:ok, %{state: state, extra: extra}}
    end
  end
end

defmodule Machine do
  @behaviour :gen_statem
  def callback_mode, do: :handle_event_function
  def init(x), do: {:ok, :idle, x}
  def handle_event(_, _, _, _), do: :keep_state_and_data

  def code_change(version, state, data, extra) do
    IO.inspect({version, state, data, extra})

    case extra do
      :refused -> {:error, :bad}
      :exited -> exit(:no)
      :thrown -> throw({:ok, :thrown, 1})
      :short -> {:ok, 1}
      extra -> {:ok, :up, {data, extra}}
    end
  end
end

change = fn pid, extra ->
  case :sys.change_code(pid, Counter, "1.0", extra) do
    {:error, {:EXIT, {reason, stack}}} when is_list(stack) -> IO.inspect({:raised, reason})
    other -> IO.inspect(other)
  end
end

extras = [:refused, :raised, :exited, :other, :slow, [1, 2], :thrown]

for module <- [Plain, Bare, Counter] do
  {:ok, pid} = GenServer.start(module, 5)
  change.(pid, :early)
  :sys.suspend(pid)
  Enum.each(extras, &change.(pid, &1))
  IO.inspect(:sys.change_code(pid, module, :undefined, [], 100) == :ok)
  :sys.resume(pid)
  IO.inspect(:sys.get_state(pid))
end

{:ok, pid} = :gen_statem.start(Machine, 5, [])
change.(pid, :early)
:sys.suspend(pid)
Enum.each([:refused, :exited, :short, :x, :thrown], &change.(pid, &1))
:sys.resume(pid)
IO.inspect(:sys.get_state(pid))

{:ok, pid} = GenServer.start(Counter, 1, name: Counter)
:sys.suspend(Counter)

for {server, limit} <- [{Counter, 10}, {Nobody, 10}, {self(), 10}] do
  try do
    :sys.change_code(server, Counter, "2", :slow, limit)
  catch
    kind, value -> IO.inspect({kind, value})
  end
end

:sys.resume(pid)
IO.inspect(GenServer.call(Counter, :get))
