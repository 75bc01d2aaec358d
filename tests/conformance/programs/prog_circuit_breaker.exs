# A circuit breaker: closed, open, half open.
defmodule Breaker do
  use GenServer
  def start_link(opts), do: GenServer.start_link(__MODULE__, opts, name: __MODULE__)

  def call(fun) do
    case GenServer.call(__MODULE__, :allow?) do
      true ->
        try do
          result = fun.()
          GenServer.cast(__MODULE__, :ok)
          {:ok, result}
        rescue
          e ->
            GenServer.cast(__MODULE__, :failed)
            {:error, Exception.message(e)}
        end

      false ->
        {:error, :open}
    end
  end

  def init(opts), do: {:ok, %{state: :closed, failures: 0, max: opts[:max], cool: opts[:cool]}}
  def handle_call(:allow?, _, s), do: {:reply, s.state != :open, s}
  def handle_cast(:ok, s), do: {:noreply, %{s | state: :closed, failures: 0}}

  def handle_cast(:failed, %{failures: f, max: max} = s) when f + 1 >= max or s.state == :half_open do
    Process.send_after(self(), :half_open, s.cool)
    IO.puts("opens")
    {:noreply, %{s | state: :open, failures: 0}}
  end

  def handle_cast(:failed, s), do: {:noreply, %{s | failures: s.failures + 1}}
  def handle_info(:half_open, s), do: {:noreply, %{s | state: :half_open}}
end

Breaker.start_link(max: 2, cool: 20)
bad = fn -> raise "no service" end
for _ <- 1..3, do: IO.inspect(Breaker.call(bad))
Process.sleep(40)
IO.inspect(Breaker.call(bad))
IO.inspect(Breaker.call(fn -> 1 end))
Process.sleep(40)
IO.inspect(Breaker.call(fn -> 1 end))
IO.inspect(Breaker.call(bad))
