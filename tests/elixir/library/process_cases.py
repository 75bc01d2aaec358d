"""Programs on processes and what stands on them, each with what real Elixir 1.14 prints."""

# ruff: noqa: E501 - the programs stand as they were written

CASES = {
    "spawn_forms": (
        """
        defmodule M do
          def hello(from, n), do: send(from, {:hello, n})
        end
        spawn(M, :hello, [self(), 1])
        spawn_link(M, :hello, [self(), 2])
        {_, ref} = spawn_monitor(M, :hello, [self(), 3])
        for _ <- 1..3, do: (receive do {:hello, n} -> IO.inspect(n) end)
        receive do {:DOWN, ^ref, :process, _, reason} -> IO.inspect(reason) end
        {_, ref} = Process.spawn(fn -> exit(:odd) end, [:monitor])
        receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
        IO.inspect(is_pid(Process.spawn(M, :hello, [self(), 4], [:link])))
        """,
        "1\n2\n3\n:normal\n:odd\ntrue\n",
    ),
    "aliases": (
        """
        ref = :erlang.alias()
        send(ref, :one)
        IO.inspect(:erlang.unalias(ref))
        send(ref, :two)
        IO.inspect(:erlang.unalias(ref))
        receive do x -> IO.inspect(x) after 200 -> IO.puts("nothing") end
        receive do x -> IO.inspect(x) after 0 -> IO.puts("none") end
        """,
        "true\nfalse\nnothing\nnone\n",
    ),
    "timers": (
        """
        ref = Process.send_after(self(), :late, 50)
        IO.inspect(Process.read_timer(ref) > 0)
        IO.inspect(is_integer(Process.cancel_timer(ref)))
        IO.inspect({Process.cancel_timer(ref), Process.read_timer(ref)})
        IO.inspect(Process.cancel_timer(Process.send_after(self(), :x, 5), info: false))
        ref = :erlang.start_timer(5, self(), :tick)
        receive do {:timeout, ^ref, m} -> IO.inspect(m) end
        {:ok, t} = :timer.send_interval(5, :again)
        for _ <- 1..2, do: (receive do :again -> IO.puts("again") end)
        IO.inspect(:timer.cancel(t))
        {time, value} = :timer.tc(fn -> :timer.sleep(20); :done end)
        IO.inspect({time >= 20_000, value})
        IO.inspect({:timer.seconds(2), :timer.minutes(1), :timer.hms(1, 1, 1)})
        """,
        "true\ntrue\n{false, false}\n:ok\n:tick\nagain\nagain\n{:ok, :cancel}\n{true, :done}\n{2000, 60000, 3661000}\n",
    ),
    "dictionary": (
        """
        IO.inspect(Process.put(:a, 1))
        IO.inspect(Process.put(:a, 2))
        IO.inspect({Process.get(:a), Process.get(:b), Process.get(:b, 7)})
        IO.inspect({Process.delete(:a), Process.delete(:a)})
        IO.inspect({:erlang.put(:k, 1), :erlang.get(:k), :erlang.get(:none), :erlang.erase(:k)})
        Process.put(1, :int)
        Process.put(1.0, :float)
        IO.inspect({Process.get(1), Process.get(1.0)})
        """,
        "nil\n1\n{2, nil, 7}\n{2, nil}\n{:undefined, 1, :undefined, 1}\n{:int, :float}\n",
    ),
    "names": (
        """
        Process.register(self(), :me)
        IO.inspect({Process.whereis(:me) == self(), Process.whereis(:you)})
        IO.inspect(:me in Process.registered())
        for f <- [
              fn -> Process.register(self(), :again) end,
              fn -> Process.unregister(:you) end,
              fn -> send(:you, 1) end,
              fn -> Process.register(self(), nil) end
            ] do
          try do f.() rescue e -> IO.inspect(e.__struct__) end
        end
        IO.inspect(Process.unregister(:me))
        """,
        "{true, nil}\ntrue\nArgumentError\nArgumentError\nArgumentError\nFunctionClauseError\ntrue\n",
    ),
    "info": (
        """
        pid = spawn(fn -> receive do :stop -> :ok end end)
        :erlang.yield()
        send(pid, :one)
        send(pid, :two)
        IO.inspect(Process.info(pid, :message_queue_len))
        IO.inspect(Process.info(pid, [:status, :trap_exit, :registered_name]))
        IO.inspect(Process.info(pid, :messages))
        IO.inspect({Process.alive?(pid), Process.exit(pid, :kill), Process.alive?(pid), Process.info(pid)})
        try do Process.info(self(), :nonsense) rescue e -> IO.puts(Exception.message(e) |> String.trim()) end
        """,
        "{:message_queue_len, 2}\n[status: :waiting, trap_exit: false, registered_name: []]\n{:messages, [:one, :two]}\n"
        "{true, true, false, nil}\nerrors were found at the given arguments:\n\n"
        "  * 2nd argument: invalid item or item list\n",
    ),
    "exits": (
        """
        Process.flag(:trap_exit, true)
        pid = spawn_link(fn -> raise ArgumentError, "no" end)
        receive do {:EXIT, ^pid, {e, stack}} -> IO.inspect({e, is_list(stack)}) end
        spawn_link(fn -> throw(:ball) end)
        receive do {:EXIT, _, {reason, _}} -> IO.inspect(reason) end
        spawn_link(fn -> :erlang.error(:custom) end)
        receive do {:EXIT, _, {reason, _}} -> IO.inspect(reason) end
        spawn_link(fn -> 1 / Process.get(:zero, 0) end)
        receive do {:EXIT, _, {reason, _}} -> IO.inspect(reason) end
        spawn_link(fn -> exit({:shutdown, 1}) end)
        receive do {:EXIT, _, reason} -> IO.inspect(reason) end
        """,
        '{%ArgumentError{message: "no"}, true}\n{:nocatch, :ball}\n:custom\n:badarith\n{:shutdown, 1}\n',
    ),
    "output_order": (
        """
        for n <- ["1", "2"], do: spawn(fn -> IO.puts(n); IO.puts(["again ", n]) end)
        IO.puts("main")
        IO.puts("main again")
        Process.sleep(5)
        """,
        "main\n1\n2\nmain again\nagain 1\nagain 2\n",
    ),
    "io": (
        """
        IO.write("a")
        IO.write([?b, "c", [?d]])
        IO.puts(:atom)
        IO.puts(12)
        IO.puts(["x", ?y])
        IO.inspect([1, 2], label: "list")
        IO.inspect("é", binaries: :as_binaries)
        IO.puts(:stderr, "elsewhere")
        IO.inspect(IO.iodata_to_binary([1, "a", [2]]))
        IO.inspect(IO.chardata_to_string([?é, "x"]))
        try do IO.puts({1}) rescue e -> IO.puts(Exception.message(e)) end
        """,
        "abcdatom\n12\nxy\nlist: [1, 2]\n<<195, 169>>\n<<1, 97, 2>>\n\"éx\"\n"
        "protocol String.Chars not implemented for {1} of type Tuple\n",
    ),
    "devices": (
        """
        {:ok, io} = StringIO.open("one\\ntwo\\n")
        IO.inspect(IO.gets(io, "> "))
        IO.puts(io, "written")
        IO.write(io, [?a, "b"])
        IO.inspect(StringIO.contents(io))
        IO.inspect({IO.read(io, :line), IO.read(io, :line), StringIO.flush(io), StringIO.close(io)})
        IO.inspect(StringIO.open("x", fn device -> IO.read(device, 1) end))
        {:ok, io} = StringIO.open("one", capture_prompt: true)
        IO.gets(io, "? ")
        IO.inspect(StringIO.contents(io))
        """,
        '"one\\n"\n{"two\\n", "written\\nab"}\n{"two\\n", :eof, "written\\nab", {:ok, {"", ""}}}\n{:ok, "x"}\n{"", "? "}\n',
    ),
    "system": (
        """
        a = System.monotonic_time(:millisecond)
        Process.sleep(20)
        IO.inspect(System.monotonic_time(:millisecond) - a >= 20)
        IO.inspect(System.convert_time_unit(2, :second, :millisecond))
        IO.inspect({System.get_env("NO_SUCH_NAME"), System.get_env("NO_SUCH_NAME", "d"), System.fetch_env("NO_SUCH_NAME")})
        System.put_env("NO_SUCH_NAME", "x")
        IO.inspect(System.get_env("NO_SUCH_NAME"))
        IO.inspect({System.argv(), System.schedulers_online(), System.version(), System.otp_release()})
        IO.inspect(System.unique_integer([:positive]) != System.unique_integer([:positive]))
        try do System.fetch_env!("NO_SUCH_AT_ALL") rescue e -> IO.puts(Exception.message(e)) end
        """,
        'true\n2000\n{nil, "d", :error}\n"x"\n{[], 1, "1.14.0", "25"}\ntrue\n'
        'could not fetch environment variable "NO_SUCH_AT_ALL" because it is not set\n',
    ),
    "application_environment": (
        """
        IO.inspect(Application.get_env(:my_app, :key))
        IO.inspect(Application.get_env(:my_app, :key, :default))
        Application.put_env(:my_app, :key, 5)
        IO.inspect({Application.get_env(:my_app, :key), Application.fetch_env(:my_app, :key)})
        IO.inspect(Application.fetch_env(:my_app, :other))
        Application.delete_env(:my_app, :key)
        IO.inspect(Application.get_env(:my_app, :key))
        """,
        "nil\n:default\n{5, {:ok, 5}}\n:error\nnil\n",
    ),
    "tables": (
        """
        t = :ets.new(:t, [:ordered_set, :public])
        :ets.insert(t, [{3, :c}, {1, :a}, {2, :b}])
        IO.inspect(:ets.tab2list(t))
        IO.inspect({:ets.first(t), :ets.next(t, 1), :ets.last(t), :ets.prev(t, 1)})
        IO.inspect(:ets.match(t, {:"$1", :b}))
        IO.inspect(:ets.select(t, [{{:"$1", :"$2"}, [{:>, :"$1", 1}], [{{:"$2", :"$1"}}]}]))
        IO.inspect({:ets.insert_new(t, {1, :z}), :ets.member(t, 1), :ets.lookup(t, 9)})
        IO.inspect(:ets.update_counter(t, 10, {2, 5}, {10, 1}))
        IO.inspect(:ets.foldl(fn {k, _}, sum -> k + sum end, 0, t))
        owner = spawn(fn -> :ets.new(:named, [:named_table]); receive do :stop -> :ok end end)
        :erlang.yield()
        IO.inspect(:ets.whereis(:named) != :undefined)
        send(owner, :stop)
        Process.sleep(5)
        IO.inspect(:ets.whereis(:named))
        try do :ets.insert(:named, {1}) rescue e -> IO.inspect(e.__struct__) end
        """,
        "[{1, :a}, {2, :b}, {3, :c}]\n{1, 2, 3, :\"$end_of_table\"}\n[[2]]\n[b: 2, c: 3]\n{false, true, []}\n6\n16\ntrue\n"
        ":undefined\nArgumentError\n",
    ),
    "chance": (
        """
        :rand.seed(:exsss, {1, 2, 3})
        IO.inspect(for(_ <- 1..6, do: :rand.uniform(100)), charlists: :as_lists)
        IO.inspect(:rand.uniform())
        :rand.seed(:exsss, 42)
        IO.inspect(:rand.uniform(1000))
        IO.inspect(Enum.shuffle([1, 2, 3, 4, 5]))
        """,
        "[27, 41, 75, 39, 31, 74]\n0.2900703300197285\n294\n[1, 3, 4, 5, 2]\n",
    ),
    "shared_terms": (
        """
        :persistent_term.put(:key, [1])
        IO.inspect({:persistent_term.get(:key), :persistent_term.get(:none, 2)})
        c = :counters.new(2, [])
        :counters.add(c, 1, 5)
        :counters.sub(c, 2, 1)
        IO.inspect({:counters.get(c, 1), :counters.get(c, 2)})
        a = :atomics.new(1, [])
        IO.inspect({:atomics.add_get(a, 1, 3), :atomics.exchange(a, 1, 9), :atomics.compare_exchange(a, 1, 9, 1)})
        IO.inspect(:global.register_name(:here, self()))
        IO.inspect({:global.whereis_name(:here) == self(), :global.whereis_name(:gone)})
        """,
        "{[1], 2}\n{5, -1}\n{3, 3, :ok}\n:yes\n{true, :undefined}\n",
    ),
    "erlang": (
        """
        IO.inspect({:erlang.element(2, {:a, :b}), :erlang.setelement(1, {:a}, :z), :erlang.append_element({1}, 2)})
        IO.inspect({:erlang.list_to_tuple([1, 2]), :erlang.tuple_to_list({1}), :erlang.make_tuple(2, :x)})
        IO.inspect({:erlang.binary_to_integer("12"), :erlang.integer_to_binary(255, 16), :erlang.list_to_integer('7')})
        IO.inspect({:erlang.atom_to_binary(:a), :erlang.binary_to_atom("b"), :erlang.float_to_binary(1.5, decimals: 2)})
        IO.inspect({:erlang.band(6, 3), :erlang.bor(6, 1), :erlang.bxor(6, 3), :erlang.bsl(1, 4), :erlang.bnot(0)})
        IO.inspect({:erlang.max(1, :a), :erlang.min(1, :a), :erlang.abs(-3), :erlang.round(2.5)})
        IO.inspect({:erlang.is_map_key(:a, %{a: 1}), :erlang.map_get(:a, %{a: 1}), :erlang.size("abc")})
        IO.inspect({:erlang.function_exported(String, :upcase, 1), is_integer(:erlang.phash2(:x, 10))})
        :io.format("~p ~s ~w ~.2f ~5b|~n", [{:a, "b"}, "c", 'd', 1.234, 42])
        IO.puts(:io_lib.format("~b-~s", [1, "x"]))
        """,
        '{:b, {:z}, {1, 2}}\n{{1, 2}, [1], {:x, :x}}\n{12, "FF", 7}\n{"a", :b, "1.50"}\n{2, 7, 5, 16, -1}\n{:a, 1, 3, 3}\n'
        '{true, 1, 3}\n{true, true}\n{a,<<"b">>} c [100] 1.23    42|\n1-x\n',
    ),
    "apply_and_node": (
        """
        IO.inspect({apply(String, :upcase, ["a"]), apply(fn a, b -> a + b end, [1, 2])})
        IO.inspect({node(), node(self()), Node.self(), Node.list(), Node.alive?()})
        IO.inspect({function_exported?(Enum, :map, 2), Code.ensure_loaded?(Enum), Code.ensure_loaded?(Nope)})
        for f <- [fn -> apply(:nope, :f, []) end, fn -> apply(5, []) end, fn -> apply(fn a -> a end, []) end] do
          try do f.() rescue e -> IO.inspect(e.__struct__) end
        end
        """,
        '{"A", 3}\n{:nonode@nohost, :nonode@nohost, :nonode@nohost, [], false}\n{true, true, false}\n'
        "UndefinedFunctionError\nBadFunctionError\nBadArityError\n",
    ),
    "state_machine": (
        """
        defmodule Door do
          @behaviour :gen_statem
          def callback_mode, do: :state_functions
          def init(code), do: {:ok, :locked, code}
          def locked({:call, from}, {:open, code}, code), do: {:next_state, :open, code, [{:reply, from, :ok}]}
          def locked({:call, from}, _, _), do: {:keep_state_and_data, [{:reply, from, :wrong}]}
          def open(:cast, :close, code), do: {:next_state, :locked, code}
          def open({:call, from}, :state, _), do: {:keep_state_and_data, {:reply, from, :open}}
        end
        {:ok, pid} = :gen_statem.start_link(Door, 1234, [])
        IO.inspect(:gen_statem.call(pid, {:open, 1}))
        IO.inspect(:gen_statem.call(pid, {:open, 1234}))
        IO.inspect(:gen_statem.call(pid, :state))
        :gen_statem.cast(pid, :close)
        IO.inspect(:sys.get_state(pid))
        IO.inspect(:gen_statem.stop(pid))
        """,
        ":wrong\n:ok\n:open\n{:locked, 1234}\n:ok\n",
    ),
    "supervisors": (
        """
        defmodule Worker do
          use GenServer
          def start_link(name), do: GenServer.start_link(__MODULE__, name, name: name)
          def init(name), do: {:ok, name}
          def handle_call(:name, _, name), do: {:reply, name, name}
          def handle_cast(:crash, _), do: exit(:shutdown)
        end
        defmodule Top do
          use Supervisor
          def start_link(arg), do: Supervisor.start_link(__MODULE__, arg, name: __MODULE__)
          def init(_) do
            IO.puts("children")
            Supervisor.init([{Worker, :one}, Supervisor.child_spec({Worker, :two}, id: :second)], strategy: :one_for_one)
          end
        end
        {:ok, _} = Top.start_link([])
        old = Process.whereis(:one)
        GenServer.cast(:one, :crash)
        Process.sleep(5)
        IO.inspect({Process.whereis(:one) != old, GenServer.call(:one, :name)})
        IO.inspect(Supervisor.count_children(Top))
        IO.inspect(for {id, _, type, mods} <- Supervisor.which_children(Top), do: {id, type, mods})
        IO.inspect(Supervisor.terminate_child(Top, :second))
        IO.inspect(Supervisor.delete_child(Top, :second))
        {:ok, d} = DynamicSupervisor.start_link(strategy: :one_for_one)
        {:ok, pid} = DynamicSupervisor.start_child(d, {Worker, :third})
        IO.inspect({DynamicSupervisor.count_children(d).active, DynamicSupervisor.terminate_child(d, pid)})
        """,
        "children\n{true, :one}\n%{active: 2, specs: 2, supervisors: 0, workers: 2}\n"
        "[{:second, :worker, [Worker]}, {Worker, :worker, [Worker]}]\n:ok\n:ok\n{1, :ok}\n",
    ),
    "registries": (
        """
        {:ok, _} = Registry.start_link(keys: :unique, name: Names)
        {:ok, _} = Agent.start_link(fn -> 7 end, name: {:via, Registry, {Names, "a"}})
        IO.inspect(Agent.get({:via, Registry, {Names, "a"}}, & &1))
        [{pid, nil}] = Registry.lookup(Names, "a")
        IO.inspect({is_pid(pid), Registry.keys(Names, pid), Registry.count(Names)})
        {:ok, _} = Registry.start_link(keys: :duplicate, name: Topics)
        {:ok, _} = Registry.register(Topics, :news, 1)
        Registry.dispatch(Topics, :news, fn entries -> for {pid, v} <- entries, do: send(pid, {:got, v}) end)
        receive do m -> IO.inspect(m) end
        IO.inspect(Registry.select(Topics, [{{:"$1", :_, :"$2"}, [], [{{:"$1", :"$2"}}]}]))
        IO.inspect(Registry.unregister(Topics, :news))
        IO.inspect(Registry.lookup(Topics, :news))
        """,
        '7\n{true, ["a"], 1}\n{:got, 1}\n[news: 1]\n:ok\n[]\n',
    ),
    "tasks": (
        """
        IO.inspect(Task.await(Task.async(fn -> 1 + 1 end)))
        IO.inspect(Task.async_stream([3, 1, 2], fn n -> Process.sleep(n); n end) |> Enum.to_list())
        {:ok, sup} = Task.Supervisor.start_link()
        t = Task.Supervisor.async_nolink(sup, fn -> exit(:odd) end)
        IO.inspect(Task.yield(t))
        slow = Task.async(fn -> Process.sleep(1000) end)
        IO.inspect({Task.yield(slow, 5), Task.shutdown(slow)})
        try do Task.await(Task.async(fn -> Process.sleep(100) end), 5) catch :exit, {r, {m, f, _}} -> IO.inspect({r, m, f}) end
        stream = Stream.map(1..3, &(&1 * 10))
        IO.inspect(stream |> Task.async_stream(& &1, max_concurrency: 2) |> Enum.map(fn {:ok, n} -> n end))
        IO.inspect(Task.completed(:now) |> Task.await())
        """,
        "2\n[ok: 3, ok: 1, ok: 2]\n{:exit, :odd}\n{nil, nil}\n{:timeout, Task, :await}\n[10, 20, 30]\n:now\n",
    ),
    "agents": (
        """
        {:ok, a} = Agent.start_link(fn -> [] end, name: :bag)
        Agent.update(:bag, &[1 | &1])
        Agent.cast(a, &[2 | &1])
        IO.inspect(Agent.get_and_update(a, fn s -> {length(s), []} end))
        IO.inspect(Agent.get(a, Enum, :count, []))
        IO.inspect(Agent.get(a, fn _ -> Process.sleep(5); self() end) == a)
        try do Agent.get(:nobody, & &1) catch :exit, {r, {m, f, _}} -> IO.inspect({r, m, f}) end
        IO.inspect(Agent.stop(a))
        """,
        "2\n0\ntrue\n{:noproc, GenServer, :call}\n:ok\n",
    ),
    "servers": (
        """
        defmodule Slow do
          use GenServer
          def init(x), do: {:ok, x, {:continue, :more}}
          def handle_continue(:more, x), do: {:noreply, x + 1}
          def handle_call(:later, from, x) do
            Process.send_after(self(), {:reply, from}, 5)
            {:noreply, x}
          end
          def handle_call(:get, _, x), do: {:reply, x, x}
          def handle_info({:reply, from}, x) do
            GenServer.reply(from, :at_last)
            {:noreply, x, 10}
          end
          def handle_info(:timeout, x), do: {:stop, :normal, x}
          def terminate(reason, x), do: IO.inspect({:terminate, reason, x})
        end
        {:ok, s} = GenServer.start(Slow, 1)
        IO.inspect({GenServer.call(s, :get), GenServer.call(s, :later)})
        ref = Process.monitor(s)
        receive do {:DOWN, ^ref, _, _, r} -> IO.inspect(r) end
        try do GenServer.call(s, :get) catch :exit, {r, _} -> IO.inspect(r) end
        IO.inspect(GenServer.start(Slow, 1, name: :slow) |> elem(0))
        IO.inspect(GenServer.start(Slow, 1, name: :slow) |> elem(1) |> elem(0))
        IO.inspect(:sys.replace_state(:slow, fn x -> x * 10 end))
        IO.inspect(GenServer.stop(:slow))
        """,
        "{2, :at_last}\n{:terminate, :normal, 2}\n:normal\n:noproc\n:ok\n:already_started\n20\n"
        "{:terminate, :normal, 20}\n:ok\n",
    ),
}
"""Name: the program, and what it prints."""
