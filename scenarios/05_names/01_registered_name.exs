# Registered names: send to :greeter, without knowing its pid
#
# send takes a name in place of a pid. The greeter ends after its one message, and its name goes with it:
# whereis answers nil, and to send to a name that nobody has is an error. A new process may take the name.
# At the end the name is taken away while the second greeter has its message, and that is a race: where the
# greeter is faster its name is gone, and unregister raises. simulator explore registered_name.exs shows that.
#
# halt: false
#
# Try: simulator diagram registered_name.exs -o registered_name.png

greeter = fn ->
  receive do
    text -> IO.puts("#{inspect(self())} got: #{text}")
  end
end

Process.register(spawn(greeter), :greeter)
send(:greeter, "Hello!")
IO.inspect(Process.whereis(:greeter), label: "straight after")
Process.sleep(10)
IO.inspect(Process.whereis(:greeter), label: "a moment later")

try do
  send(:greeter, "Hello?")
rescue
  ArgumentError -> IO.puts("Nobody is called greeter now")
end

Process.register(spawn(greeter), :greeter)
send(:greeter, "Hello again!")
Process.unregister(:greeter)
IO.inspect(Process.whereis(:greeter), label: "unregistered")
