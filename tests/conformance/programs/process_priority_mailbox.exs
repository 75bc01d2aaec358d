# A receive that takes what is important first.
defmodule Mailbox do
  def important do
    receive do
      {priority, message} when priority > 10 -> [message | important()]
    after
      0 -> normal()
    end
  end

  def normal do
    receive do
      {_, message} -> [message | normal()]
    after
      0 -> []
    end
  end
end

send(self(), {15, :high})
send(self(), {7, :low})
send(self(), {1, :low2})
send(self(), {17, :high2})
IO.inspect(Mailbox.important())
