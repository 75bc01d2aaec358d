# Links against monitors: who learns of what, and who survives
#
# At 1000 ms two workers crash: the linker dies with its worker, the watcher gets a message and goes on. At
# 2000 ms two owners crash: the linked tool dies too, the monitored one works until 3000 ms.
#
# A link holds in both directions, "we belong together"; a monitor looks in one, "tell me".
#
# halt: false
#
# Try: simulator diagram links_and_monitors.exs --kind links --at 500ms -o links.png

defmodule Pairs do
  def worker do
    Process.sleep(1000)
    exit(:boom)
  end

  def linker do
    spawn_link(&worker/0)

    receive do
      _ -> IO.puts("linker: this is never printed")
    end
  end

  def watcher do
    spawn_monitor(&worker/0)

    receive do
      {:DOWN, _ref, :process, pid, reason} -> IO.inspect(reason, label: "watcher: #{inspect(pid)} is down, I go on")
    end
  end

  def tool(owner) do
    Process.sleep(3000)
    IO.puts("tool of #{owner}: still at work at #{System.monotonic_time(:millisecond)} ms")
  end

  def linked_owner do
    spawn_link(fn -> tool("linked_owner") end)
    Process.sleep(2000)
    exit(:boom)
  end

  def monitoring_owner do
    spawn_monitor(fn -> tool("monitoring_owner") end)
    Process.sleep(2000)
    exit(:boom)
  end
end

spawn(&Pairs.linker/0)
spawn(&Pairs.watcher/0)
spawn(&Pairs.linked_owner/0)
spawn(&Pairs.monitoring_owner/0)
Process.sleep(500)
