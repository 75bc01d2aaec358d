# Deadlock: two servers that call each other
#
# Orders calls Stock to reserve an article. Before Stock answers, it calls Orders to ask who the customer is; but
# Orders is in the middle of its own call. At 1000 ms Stock gives up and dies, so Orders dies, and with it the call
# of the main process. The cause stands innermost in the reason.
#
# Try: simulator diagram deadlock.exs -o deadlock.png

defmodule Orders do
  use GenServer

  @impl true
  def init(customers), do: {:ok, customers}

  @impl true
  def handle_call({:order, number, article}, _from, customers) do
    answer = GenServer.call(Stock, {:reserve, number, article, nil})
    {:reply, answer, customers}
  end

  def handle_call({:customer_of, number}, _from, customers), do: {:reply, customers[number], customers}
end

defmodule Stock do
  use GenServer

  @impl true
  def init(reserved), do: {:ok, reserved}

  @impl true
  def handle_call({:reserve, number, article, customer}, _from, reserved) do
    customer = customer || GenServer.call(Orders, {:customer_of, number}, 1000)
    {:reply, {:reserved, article, customer}, Map.put(reserved, article, customer)}
  end
end

defmodule Reason do
  def show({reason, {GenServer, :call, [server | _]}}) do
    IO.inspect(server, label: "  because of the call to")
    show(reason)
  end

  def show(reason), do: IO.inspect(reason, label: "  which came to its end by")
end

now = fn -> System.monotonic_time(:millisecond) end

GenServer.start(Orders, %{7 => "Alice"}, name: Orders)
GenServer.start(Stock, %{}, name: Stock)

try do
  answer = GenServer.call(Orders, {:order, 7, "a hat"})
  IO.inspect(answer, label: "#{now.()} ms")
catch
  :exit, reason ->
    IO.puts("#{now.()} ms: the order failed")
    Reason.show(reason)
end
