defmodule Greeter do
  def loop do
    receive do
      {:greet, name, from} ->
        send(from, {:greeting, "Hello, #{name}!"})
        loop()
    end
  end
end

pid = spawn(&Greeter.loop/0)
send(pid, {:greet, "world", self()})

receive do
  {:greeting, text} -> IO.puts(text)
end
