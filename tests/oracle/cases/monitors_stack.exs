# Each monitor gives its own DOWN, in the order they were made.
defmodule Main do
  def main do
    pid = spawn(fn -> receive do :die -> exit(:boom) end end)
    refs = for _ <- 1..3, do: Process.monitor(pid)
    send(pid, :die)
    Process.sleep(20)
    {:messages, messages} = Process.info(self(), :messages)
    IO.inspect(Enum.map(messages, &elem(&1, 1)) == refs)
  end
end

Main.main()
