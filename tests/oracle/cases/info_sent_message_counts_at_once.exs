# A message just sent to a waiting process is in its mailbox for anyone who asks.
defmodule Main do
  def main do
    pid = spawn(fn -> receive do :never -> :ok end end)
    Process.sleep(20)
    send(pid, :hello)
    IO.inspect({Process.info(pid, :messages), Process.alive?(pid)})
  end
end

Main.main()
