# Debugging functions of :sys: statistics, log, trace, install, and the option debug of a start.
defmodule S do
  use GenServer
  def init(a), do: {:ok, a}
  def handle_call(:get, _, s), do: {:reply, s, s}
  def handle_call(:later, from, s), do: {:noreply, [from | s]}
  def handle_call(:stop, _, s), do: {:stop, :normal, :bye, s}
  def handle_call(:cont, _, s), do: {:reply, :ok, s, {:continue, :go}}
  def handle_continue(:go, s), do: {:noreply, [:went | s]}
  def handle_cast({:reply, x}, [from | s]), do: (GenServer.reply(from, x); {:noreply, s})
  def handle_cast({:add, x}, s), do: {:noreply, [x | s]}
  def handle_info(m, s), do: {:noreply, [m | s]}
end
{:ok, p} = GenServer.start_link(S, [], name: Srv)
IO.inspect(:sys.statistics(p, :get))
IO.inspect(:sys.statistics(p, true))
GenServer.call(p, :get); GenServer.cast(p, {:add, 1}); send(p, :info)
{:ok, stats} = :sys.statistics(p, :get)
IO.inspect(Keyword.take(stats, [:messages_in, :messages_out]))
IO.inspect(Keyword.keys(stats))
IO.inspect(:sys.statistics(p, false))
IO.inspect(:sys.statistics(p, :get))
IO.inspect(:sys.log(p, :get))
IO.inspect(:sys.log(p, true))
GenServer.call(p, :get); GenServer.cast(p, {:add, 2}); send(p, :info2); GenServer.call(p, :cont)
clean = fn x -> x |> inspect() |> String.replace(~r/#(PID|Reference)<[^>]*>/, "\\1") |> IO.puts() end
{:ok, events} = :sys.log(p, :get)
Enum.each(events, clean)
IO.inspect(:sys.log(p, {true, 3}))
for i <- 1..5, do: GenServer.cast(p, {:add, i})
{:ok, events} = :sys.log(p, :get)
Enum.each(events, clean)
IO.inspect(:sys.log(p, :print))
IO.inspect(:sys.log(p, false))
IO.inspect(:sys.log(p, :get))
IO.puts "--- trace"
IO.inspect(:sys.trace(p, true))
GenServer.cast(p, {:add, :t}); send(p, :info3)
IO.inspect(:sys.trace(p, false))
GenServer.call(p, :get)
IO.puts "--- install"
fun = fn st, event, who -> clean.({:dbg, st, event, who}); if st == 5, do: :done, else: st + 1 end
IO.inspect(:sys.install(p, {fun, 0}))
IO.inspect(:sys.install(p, {:my_id, fn st, e, _ -> clean.({:second, st, elem(e, 0)}); [e | st] |> length() end, []}))
GenServer.call(p, :get); GenServer.cast(p, {:add, 9})
{:status, _, _, [_, _, _, dbg, _]} = :sys.get_status(p)
clean.(dbg)
IO.inspect(:sys.remove(p, :my_id))
IO.inspect(:sys.remove(p, fun))
GenServer.call(p, :get)
{:ok, t} = Task.start(fn -> GenServer.call(p, :later) |> IO.inspect() end)
_ = t
Process.sleep(10)
:sys.trace(p, true)
GenServer.cast(p, {:reply, 7})
Process.sleep(10)
IO.inspect(:sys.no_debug(p))
{:ok, q} = GenServer.start(S, [], name: Traced, debug: [:trace, :statistics, {:log, 2}, {:install, {fun, 3}}])
GenServer.cast(q, {:add, 1})
IO.inspect(length(elem(:sys.log(q, :get), 1)))
{:ok, st} = :sys.statistics(q, :get)
IO.inspect st[:messages_in]
IO.inspect(:sys.trace(q, false))
IO.inspect(GenServer.call(q, :stop))
{:ok, agent} = Agent.start_link(fn -> 0 end)
:sys.log(agent, true)
Agent.get(agent, & &1)
{:ok, events} = :sys.log(agent, :get)
IO.inspect(Enum.map(events, &elem(&1, 0)))
{:ok, sup} = Supervisor.start_link([], strategy: :one_for_one)
:sys.statistics(sup, true)
Supervisor.count_children(sup)
{:ok, stats} = :sys.statistics(sup, :get)
IO.inspect({stats[:messages_in], stats[:messages_out]})
IO.inspect(try do :sys.trace(:nobody, true) catch :exit, r -> r end)
IO.inspect(try do :sys.no_debug(:nobody, 10) catch :exit, r -> r end)
