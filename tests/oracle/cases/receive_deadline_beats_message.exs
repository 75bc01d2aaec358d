# A message and the deadline at one instant: the deadline wins, and the message stays in the mailbox.
defmodule Main do
  def main do
    outcomes =
      for _ <- 1..5 do
        Process.send_after(self(), :alarm, 20)
        outcome = receive do :alarm -> :message after 20 -> :timeout end
        Process.sleep(20)
        {outcome, receive do :alarm -> :left after 0 -> :gone end}
      end
    IO.inspect(Enum.uniq(outcomes))
  end
end

Main.main()
