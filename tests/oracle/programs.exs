# Runs random programs (see programs.py): `elixir programs.exs FILE`, where FILE holds a list of them.
# Prints the log of each on a line; one that does not come out the same twice is printed as UNSTABLE.
defmodule Programs do
  @lengths {{10, 20, 30}, {33, 47, 33}}

  def add(name, pid), do: :ets.insert(:processes, [{name, pid}, {pid, name}])
  def find(key), do: :ets.lookup_element(:processes, key, 2)
  def pid(name), do: if(:ets.member(:processes, name), do: find(name))
  def say(name, what), do: :ets.insert(:log, {:erlang.unique_integer([:monotonic]), "#{name} #{inspect(what)}"})

  def shown({:EXIT, pid, reason}), do: {:EXIT, find(pid), reason(reason)}
  def shown({:DOWN, _, _, pid, reason}), do: {:DOWN, find(pid), reason(reason)}
  def shown(message), do: message
  def reason(reason), do: if(is_tuple(reason), do: :raised, else: reason)

  def process(name, script) do
    say(name, :start)
    for operation <- script, do: act(name, operation)
    say(name, :end)
  end

  def act(name, {:receive, pattern}), do: take(name, pattern, :infinity)
  def act(name, {:poll, pattern}), do: take(name, pattern, 0)
  def act(name, {:after, pattern, choice}), do: if(ms = timer_length(choice), do: take(name, pattern, ms))
  def act(_, {:exit, reason}), do: exit(reason)
  def act(_, {:raise}), do: raise("raised")
  def act(_, {:trap, value}), do: Process.flag(:trap_exit, value)
  def act(_, {:spawn, child, script}), do: add(child, spawn(fn -> process(child, script) end))
  def act(_, {:spawn_link, child, script}), do: add(child, spawn_link(fn -> process(child, script) end))

  def act(_, {:spawn_monitor, child, script}) do
    {pid, ref} = spawn_monitor(fn -> process(child, script) end)
    Process.put(:monitor, ref)
    add(child, pid)
  end

  def act(name, {:yield}) do
    :erlang.yield()
    say(name, :back)
  end

  def act(name, {:cancel}), do: if(ref = Process.get(:timer), do: say(name, Process.cancel_timer(ref) != false))
  def act(_, {:demonitor}), do: if(ref = Process.get(:monitor), do: Process.demonitor(ref))

  def act(name, operation) do
    if pid = pid(elem(operation, 1)), do: act_on(name, pid, Tuple.delete_at(operation, 1))
  end

  def act_on(_, pid, {:send, message}), do: send(pid, message)
  def act_on(_, pid, {:unlink}), do: Process.unlink(pid)
  def act_on(_, pid, {:signal, reason}), do: Process.exit(pid, reason)
  def act_on(_, pid, {:monitor}), do: Process.put(:monitor, Process.monitor(pid))

  def act_on(name, pid, {:link}) do
    Process.link(pid)
  rescue
    ErlangError -> say(name, :noproc)
  end

  def act_on(_, pid, {:timer, message, choice}) do
    if ms = timer_length(choice), do: Process.put(:timer, Process.send_after(pid, message, ms))
  end

  def take(name, :any, time) do
    receive do message -> say(name, shown(message)) after time -> say(name, :nothing) end
  end

  def take(name, wanted, time) do
    receive do ^wanted -> say(name, wanted) after time -> say(name, :nothing) end
  end

  def timer_length(choice) do
    case now() - :persistent_term.get(:start) do
      ms when ms < 5 -> elem(elem(@lengths, 0), choice)
      ms when ms < 40 -> elem(elem(@lengths, 1), choice)
      _ -> nil
    end
  end

  def now, do: System.monotonic_time(:millisecond)
  def next_ms(ms), do: if(now() == ms, do: next_ms(ms), else: :persistent_term.put(:start, now()))

  def run(program) do
    for table <- [:log, :processes], do: :ets.delete_all_objects(table)
    next_ms(now())
    for {name, script} <- program, do: add(name, spawn(fn -> process(name, script) end))
    Process.sleep(107)
    processes = for {name, pid} when is_atom(name) <- :ets.tab2list(:processes), do: {name, pid}
    for {name, pid} <- Enum.sort(processes), do: say(name, left(Process.info(pid, [:messages, :links])))
    for {_, pid} <- processes, do: Process.exit(pid, :kill)
    :log |> :ets.tab2list() |> Enum.map(&elem(&1, 1))
  end

  def left(nil), do: :dead
  def left(messages: messages, links: links), do: {Enum.map(messages, &shown/1), links |> Enum.map(&find/1) |> Enum.sort()}

  def main([file]) do
    :logger.set_primary_config(:level, :none)
    for table <- [:log, :processes], do: :ets.new(table, [:named_table, :public, :ordered_set])
    {programs, _} = Code.eval_file(file)
    for program <- Enum.take(programs, 10), do: run(program)

    for program <- programs do
      log = run(program)
      IO.puts(if log == run(program), do: Enum.join(log, "|"), else: "UNSTABLE")
    end
  end
end

Programs.main(System.argv())
