# A supervision tree in a crash storm: restarts, and when they end
#
# App supervises a database and Web, Web supervises three pages. A page that crashes now and then costs one
# restart each. At 10 s the storm begins: the fourth crash within five seconds ends Web, which App starts again
# with all its pages; the fourth end of Web ends App, and the database with it.
#
# Try: simulator diagram crash_storm.exs --kind links --at 1500 -o crash_storm.png
# view_at: 10850ms

defmodule Page do
  use GenServer

  def start_link(name), do: GenServer.start_link(__MODULE__, name, name: name)

  @impl true
  def init(name) do
    IO.puts("#{System.monotonic_time(:millisecond)} ms: #{name} starts")
    {:ok, name}
  end
end

defmodule Database do
  use GenServer

  def start_link(name), do: GenServer.start_link(__MODULE__, name, name: name)

  @impl true
  def init(name) do
    Process.flag(:trap_exit, true)
    IO.puts("#{System.monotonic_time(:millisecond)} ms: #{name} starts")
    {:ok, name}
  end

  @impl true
  def terminate(reason, name) do
    IO.puts("#{System.monotonic_time(:millisecond)} ms: #{name} ends: #{reason}")
  end
end

defmodule Web do
  use Supervisor

  def start_link(names) do
    IO.puts("#{System.monotonic_time(:millisecond)} ms: web starts")
    Supervisor.start_link(__MODULE__, names, name: :web)
  end

  @impl true
  def init(names) do
    pages = for name <- names, do: Supervisor.child_spec({Page, name}, id: name)
    Supervisor.init(pages, strategy: :one_for_one, max_restarts: 3)
  end
end

now = fn -> System.monotonic_time(:millisecond) end

Process.flag(:trap_exit, true)
names = [:home, :news, :shop]
{:ok, app} = Supervisor.start_link([{Database, :database}, {Web, names}], strategy: :one_for_one, name: :app)

for _ <- 1..2 do
  Process.sleep(1000)
  Process.exit(Process.whereis(:shop), :crash)
end

Process.sleep(8000)
IO.puts("#{now.()} ms: the storm begins")

for name <- Enum.take(Stream.cycle(names), 40) do
  Process.sleep(50)
  page = Process.whereis(name)
  if page, do: Process.exit(page, :crash)
end

receive do
  {:EXIT, ^app, reason} -> IO.inspect(reason, label: "app has ended")
after
  1000 -> IO.puts("#{now.()} ms: the storm is over, and app runs")
end
