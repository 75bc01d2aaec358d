# A GenServer with every callback.
defmodule Full do
  use GenServer
  def start_link(arg), do: GenServer.start_link(__MODULE__, arg, name: __MODULE__)
  @impl true
  def init(arg), do: {:ok, %{arg: arg, log: []}, {:continue, :more}}
  @impl true
  def handle_continue(:more, state), do: {:noreply, log(state, :continued)}
  @impl true
  def handle_call(:get, _from, state), do: {:reply, Enum.reverse(state.log), state}
  def handle_call({:later, ms}, from, state) do
    Process.send_after(self(), {:answer, from}, ms)
    {:noreply, log(state, :later)}
  end
  def handle_call(:stop, _from, state), do: {:stop, :normal, :bye, state}
  @impl true
  def handle_cast({:add, x}, state), do: {:noreply, log(state, x)}
  @impl true
  def handle_info({:answer, from}, state) do
    GenServer.reply(from, :answered)
    {:noreply, log(state, :answer)}
  end
  def handle_info(msg, state), do: {:noreply, log(state, {:info, msg})}
  @impl true
  def terminate(reason, _state), do: IO.inspect({:terminate, reason})
  defp log(state, x), do: %{state | log: [x | state.log]}
end
{:ok, pid} = Full.start_link(:x)
GenServer.cast(Full, {:add, 1})
send(pid, :plain)
IO.inspect(GenServer.call(Full, {:later, 20}))
IO.inspect(GenServer.call(Full, :get))
IO.inspect(GenServer.call(pid, :stop))
IO.inspect(GenServer.whereis(Full))
