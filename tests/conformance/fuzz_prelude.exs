# What all random programs of processes stand on: a log, names instead of numbers, a server that does what it is told.
defmodule Fuzz do
  # What happens is noted in a table and printed at the end: whoever prints waits for another process, and that one
  # for the machine; and who makes texts of terms uses up its turns.
  def begin do
    :ets.new(:log, [:named_table, :public, :ordered_set])
    :ets.new(:book, [:named_table, :public])
    tell(:main, name_of(self()))
  end

  def tell(who, x) do
    :ets.insert(:log, {:erlang.unique_integer([:monotonic]), who, x})
  end

  def named(pid, name), do: :ets.insert(:book, {pid, name})

  def name_of(pid) do
    case :ets.lookup(:book, pid) do
      [{_, name}] -> name
      [] -> :unknown
    end
  end

  def try_send(name, message), do: if(pid = Process.whereis(name), do: send(pid, message))

  def attempt(who, f) do
    tell(who, shown(f.()))
  catch
    kind, value -> tell(who, {:caught, kind, shown(value)})
  end

  # A term without what differs from run to run, and without the stacks of failures.
  def shown(%{__exception__: true} = e), do: {:raised, Exception.message(e)}
  def shown(%Task{}), do: :task
  def shown({:EXIT, reason}), do: {:EXIT, shown(reason)}
  def shown({%{__exception__: true} = e, stack}) when is_list(stack), do: {:raised, Exception.message(e)}
  def shown({{:nocatch, v}, stack}) when is_list(stack), do: {:thrown, v}
  def shown({reason, [{_, _, _, _} | _]}), do: {:failed, shown(reason)}
  def shown(pid) when is_pid(pid), do: name_of(pid)
  def shown(ref) when is_reference(ref), do: :ref
  def shown(f) when is_function(f), do: :function
  def shown(tuple) when is_tuple(tuple), do: tuple |> Tuple.to_list() |> Enum.map(&shown/1) |> List.to_tuple()
  def shown(list) when is_list(list) and length(list) > 0, do: Enum.map(list, &shown/1)
  def shown(other), do: other

  def finish(pids) do
    for {_, who, x} <- :ets.tab2list(:log), do: IO.puts("#{who} #{inspect(x, limit: 30, width: :infinity)}")

    for {pid, name} <- pids do
      kind = &if(is_tuple(&1), do: elem(&1, 0), else: &1)

      messages =
        with {:messages, list} <- Process.info(pid, :messages), do: list |> Enum.map(kind) |> Enum.map(&shown/1)

      links = with {:links, list} <- Process.info(pid, :links), do: list |> Enum.map(&shown/1) |> Enum.sort()
      IO.inspect({name, Process.alive?(pid), messages, links}, width: 200)
    end
  end

  # Whoever first calls a function of a module waits in real Elixir until it is loaded: here that is done.
  def warm do
    for app <- [:kernel, :stdlib, :elixir, :logger], module <- Application.spec(app, :modules) || [] do
      Code.ensure_loaded(module)
    end

    for x <- [1, :a, "s", {1}, %{a: 1}, [1], nil, true], do: inspect(x)

    for f <- [fn -> raise "r" end, fn -> 1 / Process.get(:no, 0) end, fn -> hd(Process.get(:no, [])) end] do
      try do
        f.()
      rescue
        e -> Exception.message(e)
      end
    end

    Task.await(Task.async(fn -> Process.get(:n, :no) end))
    Process.cancel_timer(Process.send_after(self(), :x, 1000))
    {Process.flag(:trap_exit, false), Process.info(self(), :messages), Process.whereis(:nobody)}
    :ets.new(:log, [:named_table, :public, :ordered_set])
    :ets.new(:book, [:named_table, :public])
    {:ok, server} = GenServer.start(Fuzz.Server, {:warm, false, nil})
    GenServer.call(server, {:add, 1})
    GenServer.call(server, {:timeout, 0})
    GenServer.call(server, {:continue, 1})
    GenServer.cast(server, {:add, 1})
    :sys.get_state(server)
    :sys.suspend(server)
    :sys.resume(server)
    :sys.replace_state(server, & &1)
    GenServer.stop(server, :normal)
    attempt(:x, fn -> GenServer.call(:nobody, 1) end)
    attempt(:x, fn -> GenServer.stop(:nobody) end)
    attempt(:x, fn -> :sys.get_state(:nobody) end)
    {:ok, agent} = Agent.start(fn -> 1 end)
    Agent.update(agent, & &1)
    Agent.cast(agent, & &1)
    attempt(:x, fn -> Agent.get(agent, fn _ -> raise "x" end) end)
    attempt(:x, fn -> {:ok, _} = Agent.start(fn -> raise "x" end) end)
    children = [%{id: 1, start: {Agent, :start_link, [fn -> 1 end]}, restart: :permanent}]
    {:ok, sup} = Supervisor.start_link(children, strategy: :one_for_one)
    [{_, child, _, _}] = Supervisor.which_children(sup)
    Process.exit(child, :kill)
    Process.sleep(5)
    Supervisor.count_children(sup)
    Supervisor.terminate_child(sup, 1)
    Supervisor.restart_child(sup, 1)
    Supervisor.stop(sup)
    Task.shutdown(Task.async(fn -> Process.sleep(100) end), :brutal_kill)
    Task.yield(Task.async(fn -> 1 end), 5)
    Registry.start_link(keys: :duplicate, name: Fuzz.WarmRegistry)
    Registry.register(Fuzz.WarmRegistry, :a, 1)
    Registry.dispatch(Fuzz.WarmRegistry, :a, fn entries -> length(entries) end)
    Registry.lookup(Fuzz.WarmRegistry, :a)
    Registry.unregister(Fuzz.WarmRegistry, :a)
    {pid, _} = spawn_monitor(fn -> raise "first" end)
    Process.unlink(pid)
    {pid, _} = spawn_monitor(fn -> :ok end)
    Process.link(self())
    Process.exit(pid, :normal)
    a = :erlang.alias()
    :erlang.unalias(a)
    Process.demonitor(:erlang.monitor(:process, self(), alias: :reply_demonitor), [:flush, :info])
    Process.sleep(20)
    :ets.delete(:log)
    :ets.delete(:book)
  end
end

defmodule Fuzz.Server do
  use GenServer

  def init({name, traps, how}) do
    Fuzz.named(self(), name)
    if traps, do: Process.flag(:trap_exit, true)
    say(name, {:init, how})

    case how do
      nil -> {:ok, {name, 0}}
      {:timeout, t} -> {:ok, {name, 0}, t}
      {:continue, x} -> {:ok, {name, 0}, {:continue, x}}
      {:sleep, t} -> Process.sleep(t) && {:ok, {name, 0}}
      :raise -> raise "no start"
      other -> other
    end
  end

  def handle_call(request, from, {name, n} = state) do
    say(name, {:call, request})

    case request do
      {:add, m} -> {:reply, n + m, {name, n + m}}
      {:timeout, t} -> {:reply, :timed, state, t}
      {:continue, x} -> {:reply, :continues, state, {:continue, x}}
      {:later, t} -> Process.send_after(self(), {:reply, from}, t) && {:noreply, state}
      {:early, t} -> GenServer.reply(from, :early) && Process.sleep(t) && {:noreply, state}
      {:stop, reason} -> {:stop, reason, :stopping, state}
      {:quit, reason} -> {:stop, reason, state}
      {:sleep, t} -> Process.sleep(t) && {:reply, :slept, state}
      {:twice, x} -> GenServer.reply(from, x) && {:reply, x, state}
      :never -> {:noreply, state}
      :hibernate -> {:reply, :sleeps, state, :hibernate}
      :length -> {:reply, Process.info(self(), :message_queue_len), state}
      {:ask, other} -> {:reply, Fuzz.shown(GenServer.call(other, {:add, 1}, 30)), state}
      :raise -> raise "in a call"
      :throw -> throw({:reply, :thrown, state})
      :exit -> exit(:out)
      :bad -> :nonsense
    end
  end

  def handle_cast(request, {name, n} = state) do
    say(name, {:cast, request})

    case request do
      {:add, m} -> {:noreply, {name, n + m}}
      {:timeout, t} -> {:noreply, state, t}
      {:continue, x} -> {:noreply, state, {:continue, x}}
      {:stop, reason} -> {:stop, reason, state}
      {:sleep, t} -> Process.sleep(t) && {:noreply, state}
      :hibernate -> {:noreply, state, :hibernate}
      :raise -> raise "in a cast"
      :exit -> exit(:out)
      :bad -> :nonsense
    end
  end

  def handle_info({:reply, from}, state) do
    GenServer.reply(from, :later)
    {:noreply, state}
  end

  def handle_info(message, {name, _} = state) do
    say(name, {:info, message})
    {:noreply, state}
  end

  def handle_continue(x, {name, n}) do
    say(name, {:continue, x})
    if x == :stop, do: {:stop, :continued, {name, n}}, else: {:noreply, {name, n + 1}}
  end

  def terminate(reason, {name, n}) do
    say(name, {:terminate, n, reason})
  end

  defp say(name, x), do: Fuzz.tell(name, Fuzz.shown(x))
end
