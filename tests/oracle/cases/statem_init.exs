# init gives the first state, ignores, stops or fails; the starter hears which.
Code.require_file("../statem_reports.exs", __DIR__)
defmodule Machine do
  @behaviour :gen_statem
  def callback_mode, do: :handle_event_function
  def init(f), do: f.()
  def handle_event(kind, content, state, data) do
    IO.inspect({kind, content, state, data})
    :keep_state_and_data
  end
end

for f <- [
  fn -> {:ok, :one, 1} end,
  fn -> {:ok, {:two, "any term"}, 1, [{:next_event, :internal, :first}, 5]} end,
  fn -> {:ok, :three, 1, :postpone} end,
  fn -> :ignore end,
  fn -> {:stop, :unwilling} end,
  fn -> {:stop, :normal} end,
  fn -> {:ok, :one} end,
  fn -> :nonsense end,
  fn -> raise "oops" end,
  fn -> exit(:why) end,
  fn -> throw({:ok, :thrown, 1}) end
] do
  case :gen_statem.start({:local, :machine}, Machine, f, []) do
    {:ok, pid} ->
      Process.sleep(20)
      IO.inspect(pid == Process.whereis(:machine))
      :gen_statem.stop(:machine)
    other -> IO.inspect({other, Process.whereis(:machine)})
  end
  Process.sleep(20)
end
