# Reports of every kind of crash: spawned processes, tasks, servers, agents, supervisors' children, throws and exits.
require Logger
wait = fn -> Process.sleep(60) end
spawn(fn -> raise "plain" end); wait.()
spawn(fn -> throw(:ball) end); wait.()
spawn(fn -> exit(:silent) end); wait.()
spawn(fn -> :erlang.error(:badarg) end); wait.()
spawn(fn -> Map.fetch!(%{a: 1}, :b) end); wait.()
spawn(fn -> {:ok, _} = Process.sleep(1) end); wait.()
spawn(fn -> apply(String, :nope, []) end); wait.()
Task.start(fn -> raise ArgumentError, "in task" end); wait.()
Task.start(fn -> exit(:task_exit) end); wait.()
Task.start(fn -> exit(:normal) end); wait.()
Task.start(fn -> exit({:shutdown, 1}) end); wait.()
Task.start(fn -> throw(:task_ball) end); wait.()
Task.start(String, :to_integer, ["x"]); wait.()
defmodule S do
  use GenServer
  def init(a), do: {:ok, a}
  def handle_call(:raise, _, _), do: raise "in call"
  def handle_call(:exit, _, _), do: exit(:bye)
  def handle_call(:stop, _, s), do: {:stop, :stopped, :ok, s}
  def handle_call(:throw, _, _), do: throw(:what)
  def handle_cast(:raise, _), do: raise "in cast"
  def handle_info(:raise, _), do: raise "in info"
  def handle_info(:timeout, _), do: raise "in timeout"
  def handle_continue(:raise, _), do: raise "in continue"
end
for m <- [:raise, :exit, :stop, :throw, :nope] do
  {:ok, p} = GenServer.start(S, %{k: m})
  try do GenServer.call(p, m) catch :exit, _ -> :ok end
  wait.()
end
{:ok, p} = GenServer.start(S, 1, name: Named); GenServer.cast(p, :raise); wait.()
{:ok, p} = GenServer.start(S, 1, name: {:global, :g}); send(p, :raise); wait.()
{:ok, p} = GenServer.start(S, 1); GenServer.cast(p, :unknown); wait.()
{:ok, p} = GenServer.start(S, 1); Process.exit(p, :from_outside); wait.()
{:ok, p} = GenServer.start(S, 1); GenServer.stop(p, :bad_stop) ; wait.()
{:ok, a} = Agent.start(fn -> 1 end); Agent.cast(a, fn _ -> raise "agent" end); wait.()
{:ok, a} = Agent.start(fn -> 1 end); send(a, :stray); wait.()
Logger.error("plain error")
Logger.warn("a warning")
Logger.warning("another", key: 1)
Logger.info(fn -> "lazy" end)
Logger.debug("debug")
Logger.error(["io", ?l, "ist"])
Logger.error(a: 1, b: "two")
Logger.error(%{a: 1})
Logger.notice("n"); Logger.critical("c"); Logger.alert("al"); Logger.emergency("em")
Logger.log(:error, "by log")
wait.()
Logger.configure(level: :error)
Logger.info("not told"); Logger.error("told")
Logger.configure(level: :none)
Logger.error("none")
spawn(fn -> raise "not reported" end)
wait.()
Logger.configure(level: :debug)
IO.inspect(Logger.level())
Logger.put_process_level(self(), :error)
Logger.info("hidden by process")
Logger.delete_process_level(self())
Logger.metadata(a: 1)
IO.inspect(Logger.metadata())
Logger.reset_metadata(b: 2)
IO.inspect(Logger.metadata())
IO.inspect(Logger.compare_levels(:info, :error))
Logger.disable(self())
Logger.error("disabled")
Logger.enable(self())
Logger.error("enabled")
wait.()
