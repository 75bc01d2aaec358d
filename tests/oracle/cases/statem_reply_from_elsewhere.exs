# Any process may reply to a call, later; a machine may reply to several at once.
defmodule Machine do
  @behaviour :gen_statem
  def callback_mode, do: :state_functions
  def init(_), do: {:ok, :gathering, []}
  def gathering({:call, from}, :elsewhere, _) do
    spawn(fn -> Process.sleep(10); :gen_statem.reply(from, :from_elsewhere) end)
    :keep_state_and_data
  end
  def gathering({:call, from}, who, []), do: {:keep_state, [{:reply, from, who}]}
  def gathering({:call, from}, who, replies), do: {:keep_state, [], [{:reply, from, who} | replies]}
end

{:ok, pid} = :gen_statem.start(Machine, [], [])
IO.inspect(:gen_statem.call(pid, :elsewhere))
for who <- [:ann, :bob] do
  spawn(fn -> IO.inspect(:gen_statem.call(pid, who)) end)
  Process.sleep(10)
end
Process.sleep(20)
