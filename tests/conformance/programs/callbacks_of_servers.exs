# Callbacks of GenServer: continue, timeout, hibernate, ignored init, late replies, format_status, bad returns.
defmodule G do
  use GenServer
  def init(:ignore), do: :ignore
  def init(:stop), do: {:stop, :refused}
  def init(:raise), do: raise("init")
  def init(:exit), do: exit(:init_exit)
  def init(:bad), do: :bad
  def init(:slow) do
    Process.sleep(50)
    {:ok, 1}
  end
  def init(:cont), do: {:ok, [], {:continue, :first}}
  def init(:time), do: {:ok, [], 10}
  def handle_continue(:first, s), do: {:noreply, [:first | s], {:continue, :second}}
  def handle_continue(:second, s), do: {:noreply, [:second | s]}
  def handle_continue(x, s), do: {:noreply, [x | s]}
  def handle_call(:get, _, s), do: {:reply, Enum.reverse(s), s}
  def handle_call(:cont, from, s) do
    GenServer.reply(from, :early)
    {:noreply, s, {:continue, :after_reply}}
  end
  def handle_call(:reply_cont, _, s), do: {:reply, :r, s, {:continue, :c}}
  def handle_call(:time, _, s), do: {:reply, :t, s, 5}
  def handle_call(:hib, _, s), do: {:reply, :h, s, :hibernate}
  def handle_call(:twice, from, s) do
    GenServer.reply(from, 1)
    {:reply, 2, s}
  end
  def handle_info(:timeout, s), do: {:noreply, [:timeout | s]}
  def handle_info(m, s), do: {:noreply, [m | s]}
end
Process.flag(:trap_exit, true)
short = fn {:error, {%{__struct__: e}, _}} -> {:error, e}; o -> o end
for a <- [:ignore, :stop, :raise, :exit, :bad], do: IO.inspect({a, short.(GenServer.start_link(G, a))})
IO.inspect(GenServer.start_link(G, :slow, timeout: 10))
flush = fn flush -> receive do {:EXIT, _, {%{__struct__: e}, _}} -> [e | flush.(flush)]; {:EXIT, _, r} -> [r | flush.(flush)]; m -> [m | flush.(flush)] after 0 -> [] end end
IO.inspect(flush.(flush))
{:ok, p} = GenServer.start_link(G, :cont)
IO.inspect(GenServer.call(p, :get))
IO.inspect(GenServer.call(p, :cont))
IO.inspect(GenServer.call(p, :reply_cont))
IO.inspect(GenServer.call(p, :time))
Process.sleep(20)
IO.inspect(GenServer.call(p, :time))
send(p, :other)
Process.sleep(20)
IO.inspect(GenServer.call(p, :hib))
IO.inspect(Process.info(p, :current_function))
IO.inspect(GenServer.call(p, :get))
IO.inspect(GenServer.call(p, :twice))
IO.inspect(length(flush.(flush)))
{:ok, q} = GenServer.start_link(G, :time)
Process.sleep(30)
IO.inspect(GenServer.call(q, :get))
IO.inspect(GenServer.stop(q, :shutdown))
IO.inspect(flush.(flush))
