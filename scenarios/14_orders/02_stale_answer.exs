# A stale answer: a reply that comes later than its timeout
#
# A client asks twice, and waits 50 ms for each answer. The first one takes 45 ms, so in the ordinary order both come
# in time. A machine that is busy for a few milliseconds is enough for another one: the first answer is late, the
# client has given up and asked its second question, and takes the late answer for the answer to that.
#
# explore finds it: the server is held for 5 ms before it answers. The cure is a reference in the question that comes
# back in the answer, which is what GenServer.call does: @tagged true.
#
# slack: 10ms
# halt: false
#
# Try: simulator run stale_answer.exs
#      simulator explore stale_answer.exs --expect "bob: no"

defmodule Asking do
  @tagged false

  def server do
    receive do
      {client, ref, user} ->
        Process.sleep(if user == "alice", do: 45, else: 1)
        send(client, {:answer, ref, user == "alice"})
    end

    server()
  end

  def allowed(server, user) do
    ref = make_ref()
    send(server, {self(), ref, user})

    receive do
      {:answer, answered, yes} when answered == ref or not @tagged -> if yes, do: "yes", else: "no"
    after
      50 -> "no answer"
    end
  end
end

pid = spawn_link(Asking, :server, [])
IO.puts("alice: #{Asking.allowed(pid, "alice")}")
IO.puts("bob: #{Asking.allowed(pid, "bob")}")
