# :gen_event whole: handlers supervised, swapped, hibernating, with ids, continuing; starts, stops and what goes wrong.
defmodule H do
  @behaviour :gen_event
  def init({:swap, args, term}), do: (IO.inspect({:init_swap, args, term}); {:ok, {args, term}})
  def init({args, term}) when is_atom(args) and args in [:new_args, :more], do: (IO.inspect({:init_of_swap, args, term}); {:ok, {args, term}})
  def init(:fails), do: {:error, :no}
  def init(:odd), do: :odd
  def init(:raises), do: raise("init")
  def init({:hib, x}), do: {:ok, x, :hibernate}
  def init(x), do: {:ok, x}
  def handle_event({:set, x}, _), do: {:ok, x}
  def handle_event(:remove, _), do: :remove_handler
  def handle_event(:raise, _), do: raise("event")
  def handle_event(:throw, s), do: throw({:ok, {:thrown, s}})
  def handle_event(:odd, _), do: :odd
  def handle_event(:swap, s), do: {:swap_handler, :out_args, s, H2, :more}
  def handle_event(:hibernate, s), do: {:ok, s, :hibernate}
  def handle_event(_, s), do: {:ok, s}
  def handle_call(:state, s), do: {:ok, s, s}
  def handle_call({:remove, x}, _), do: {:remove_handler, x}
  def handle_call(:swap, s), do: {:swap_handler, :reply, :out, s, H2, :more}
  def handle_call(:raise, _), do: raise("call")
  def handle_call(:odd, _), do: :odd
  def handle_call(:hib, s), do: {:ok, :hibernated, s, :hibernate}
  def handle_info(:odd, _), do: :odd
  def handle_info(m, s), do: (IO.inspect({:info, m}); {:ok, s})
  def terminate(reason, s), do: (IO.inspect({:terminate, shown(reason), s}); {:left, s})
  defp shown({:error, {:EXIT, {e, _}}}), do: {:error, {:EXIT, e}}
  defp shown({:stop, r}), do: {:stop, r}
  defp shown(x), do: x
end
defmodule H2 do
  @behaviour :gen_event
  def init(x), do: (IO.inspect({:h2, x}); {:ok, x})
  def handle_event(_, s), do: {:ok, s}
  def handle_call(:state, s), do: {:ok, {:h2, s}, s}
  def terminate(r, _), do: IO.inspect({:h2_terminate, r})
end
Logger.configure(level: :none)
Process.flag(:trap_exit, true)
got = fn -> receive do {:gen_event_EXIT, h, {:EXIT, {e, _}}} -> IO.inspect({:gone, h, e}); m -> IO.inspect({:got, m}) after 20 -> IO.puts("nothing") end end
{:ok, m} = :gen_event.start_link({:local, :manager})
IO.inspect(m == Process.whereis(:manager))
IO.inspect(:gen_event.start({:local, :manager}) == {:error, {:already_started, m}})
IO.inspect(:gen_event.add_handler(m, H, 1))
IO.inspect(:gen_event.add_handler(m, H, 2))
IO.inspect(:gen_event.add_handler(m, {H, :id}, 3))
IO.inspect(:gen_event.which_handlers(:manager))
IO.inspect(:gen_event.call(m, {H, :id}, :state))
IO.inspect(for a <- [:fails, :odd], do: :gen_event.add_handler(m, {H, a}, a))
{:EXIT, {e, _}} = :gen_event.add_handler(m, {H, :r}, :raises)
IO.inspect(e)
{:EXIT, {e, _}} = :gen_event.add_handler(m, Nope, 1)
IO.inspect(e)
IO.inspect(:gen_event.add_handler(m, {H, :hib}, {:hib, 7}))
IO.inspect(:gen_event.call(m, {H, :hib}, :state))
IO.inspect(:gen_event.call(m, {H, :hib}, :hib))
IO.inspect(:gen_event.call(m, Nope, :state))
IO.inspect(:gen_event.delete_handler(m, {H, :hib}, :bye))
IO.inspect(:gen_event.delete_handler(m, {H, :hib}, :bye))
IO.inspect(:gen_event.notify(m, {:set, 9}))
IO.inspect(:gen_event.sync_notify(m, :anything))
IO.inspect(:gen_event.call(m, {H, :id}, :state))
:gen_event.sync_notify(m, :throw)
IO.inspect(:gen_event.call(m, {H, :id}, :state))
:gen_event.sync_notify(m, :hibernate)
IO.inspect(:gen_event.call(m, {H, :id}, {:remove, :answer}))
IO.inspect(:gen_event.add_sup_handler(m, {H, :sup}, 4))
IO.inspect(:gen_event.which_handlers(m))
:gen_event.sync_notify(m, :remove)
got.()
IO.inspect(:gen_event.which_handlers(m))
IO.inspect(:gen_event.add_sup_handler(m, {H, :sup}, 5))
:gen_event.notify(m, :raise)
got.()
IO.inspect(:gen_event.add_sup_handler(m, {H, :sup}, 6))
:gen_event.notify(m, :odd)
got.()
IO.inspect(:gen_event.add_sup_handler(m, {H, :sup}, 6))
IO.inspect(:gen_event.call(m, {H, :sup}, :odd))
got.()
IO.inspect(:gen_event.add_sup_handler(m, {H, :sup}, 6))
{:error, {:EXIT, {e, _}}} = :gen_event.call(m, {H, :sup}, :raise)
IO.inspect(e)
got.()
IO.inspect(:gen_event.add_sup_handler(m, {H, :sup}, 7))
send(m, :odd)
got.()
IO.puts("--- swap")
IO.inspect(:gen_event.add_handler(m, H, 1))
IO.inspect(:gen_event.swap_handler(m, {H, :old_args}, {H2, :new}))
IO.inspect(:gen_event.which_handlers(m))
IO.inspect(:gen_event.call(m, H2, :state))
IO.inspect(:gen_event.swap_handler(m, {Nope, :x}, {{H, 2}, :more}))
IO.inspect(:gen_event.call(m, {H, 2}, :state))
:gen_event.sync_notify(m, :swap)
IO.inspect(:gen_event.which_handlers(m))
IO.inspect(:gen_event.add_sup_handler(m, {H, 3}, :x))
IO.inspect(:gen_event.call(m, {H, 3}, :swap))
got.()
IO.inspect(:gen_event.which_handlers(m))
IO.inspect(:gen_event.swap_sup_handler(m, {H2, :args}, {{H, :s}, :more}))
IO.inspect(:gen_event.swap_handler(m, {{H, :s}, :a}, {{H, :t}, :fails}))
got.()
IO.inspect(:gen_event.which_handlers(m))
IO.puts("--- supervisor of a handler ends")
task = Task.async(fn -> :ok = :gen_event.add_sup_handler(m, {H, :of_task}, :task); Process.unlink(m) |> is_boolean() end)
Task.await(task)
pid = spawn(fn -> :ok = :gen_event.add_sup_handler(m, {H, :of_pid}, :p); Process.sleep(10); exit(:left) end)
Process.sleep(30)
IO.inspect(is_pid(pid))
IO.puts("--- stop")
IO.inspect(:gen_event.add_handler(m, {H, :last}, :l))
IO.inspect(:gen_event.stop(m))
got.()
IO.inspect(:gen_event.start_link([]) |> elem(0))
{:ok, {m, ref}} = :gen_event.start_monitor()
:gen_event.stop(m, :shutdown, 100)
receive do {:DOWN, ^ref, _, _, r} -> IO.inspect(r) end
{:ok, m} = :gen_event.start({:global, :g}, [])
IO.inspect(:gen_event.which_handlers({:global, :g}))
IO.inspect(m == :global.whereis_name(:g))
IO.inspect(try do :gen_event.call(:nobody, H, :x) catch k, r -> {k, r} end)
IO.inspect(try do :gen_event.which_handlers(:nobody) catch k, r -> {k, r} end)
IO.inspect(try do :gen_event.notify(:nobody, :x) rescue e -> e.__struct__ end)
IO.puts("--- monitored from the start")
defmodule S do
  use GenServer
  def init(:ignore), do: :ignore
  def init(:bad), do: {:stop, :bad}
  def init(x), do: {:ok, x}
  def handle_info(:die, _), do: exit(:died)
end
defmodule SM do
  @behaviour :gen_statem
  def callback_mode, do: :handle_event_function
  def init(:bad), do: {:stop, :bad}
  def init(x), do: {:ok, :a, x}
  def handle_event(_, :die, _, _), do: {:stop, :died}
end
{:ok, {p, ref}} = :gen_server.start_monitor(S, 1, [])
send(p, :die)
receive do {:DOWN, ^ref, _, ^p, r} -> IO.inspect(r) end
IO.inspect(:gen_server.start_monitor(S, :ignore, []))
IO.inspect(:gen_server.start_monitor({:local, :s}, S, :bad, []))
{:ok, {p, _}} = :gen_server.start_monitor({:local, :s}, S, 1, [])
IO.inspect(:gen_server.start_monitor({:local, :s}, S, 1, []) == {:error, {:already_started, p}})
{:ok, {p, ref}} = :gen_statem.start_monitor(SM, 1, [])
send(p, :die)
receive do {:DOWN, ^ref, _, ^p, r} -> IO.inspect(r) end
IO.inspect(:gen_statem.start_monitor({:local, :sm}, SM, :bad, []))
receive do m -> IO.inspect(m) after 0 -> IO.puts("nothing more") end
