# Several clauses, and messages whose receiver has ended
#
# The calculator receives once, and then its function returns. Of three messages one is answered. The second
# lies in its mailbox and goes when the process goes; the third is sent when the process has long ended, which
# is no error.
#
# Try: simulator diagram lost_message.exs -o lost_message.png

defmodule Calculator do
  def run do
    receive do
      {:add, a, b} -> IO.puts("#{a} + #{b} = #{a + b}")
      {:multiply, a, b} -> IO.puts("#{a} * #{b} = #{a * b}")
      unknown -> IO.inspect(unknown, label: "Unknown message")
    end
  end
end

pid = spawn(Calculator, :run, [])
send(pid, {:add, 5, 3})
send(pid, {:multiply, 4, 7})
Process.sleep(100)
IO.inspect(Process.alive?(pid), label: "Calculator alive")
IO.inspect(send(pid, {:divide, 8, 2}), label: "Sent all the same")
