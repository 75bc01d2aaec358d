# messages are those not yet received, oldest first; message_queue_len counts them.
defmodule Main do
  def main do
    pid = spawn(fn -> receive do :never -> :ok end end)
    send(pid, {:a, 1})
    send(pid, "b")
    Process.sleep(20)
    IO.inspect({Process.info(pid, :messages), Process.info(pid, :message_queue_len)})
  end
end

Main.main()
