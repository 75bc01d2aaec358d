# A state machine: each state is a function of its own.
defmodule Door do
  def start, do: spawn(&closed/0)

  def closed do
    receive do
      :open -> say("opens", &open/0)
      :lock -> say("locks", &locked/0)
      other -> say("ignores #{other}", &closed/0)
    end
  end

  def open do
    receive do
      :close -> say("closes", &closed/0)
    after
      20 -> say("closes by itself", &closed/0)
    end
  end

  def locked do
    receive do
      :unlock -> say("unlocks", &closed/0)
    end
  end

  defp say(text, state) do
    IO.puts("door #{text}")
    state.()
  end
end

door = Door.start()
for message <- [:close, :open, :close, :lock, :open, :unlock], do: send(door, message)
Process.sleep(50)
