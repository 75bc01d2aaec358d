# A supervisor module with a start_link of its own of two arguments.
defmodule MySup do
  use Supervisor
  def start_link(args), do: start_link(args, name: __MODULE__)
  defp start_link(args, opts), do: Supervisor.start_link(__MODULE__, args, opts)
  @impl true
  def init(_), do: Supervisor.init([], strategy: :one_for_one)
end
{:ok, pid} = MySup.start_link([])
IO.inspect(Process.whereis(MySup) == pid)
defmodule G do
  use GenServer
  import Kernel, except: [send: 2]
  def start_link(x), do: GenServer.start_link(__MODULE__, x)
  def init(x), do: {:ok, x}
  def call(p, m), do: GenServer.call(p, m)
  def handle_call(m, _, s), do: {:reply, m, s}
  def send(a, b), do: {a, b}
  def t, do: send(1, 2)
end
{:ok, g} = G.start_link(1)
IO.inspect({G.call(g, :x), G.t()})
