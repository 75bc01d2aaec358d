# Handlers of an event manager, in many forms.
defmodule H do
  @behaviour :gen_event
  def init({:swap, x}), do: {:ok, {:swapped, x}}
  def init(x), do: {:ok, x}
  def handle_event(:crash, _), do: raise("no")
  def handle_event(:remove, _), do: :remove_handler
  def handle_event({:swap, a}, s), do: {:swap_handler, a, s, {__MODULE__, 2}, {:swap, a}}
  def handle_event(e, s), do: (IO.inspect({s, e}); {:ok, s})
  def handle_call(:get, s), do: {:ok, s, s}
  def handle_call(:bye, s), do: {:remove_handler, {:bye, s}}
  def handle_info(i, s), do: (IO.inspect({:info, i}); {:ok, s})
  def terminate(r, s), do: IO.puts("terminate #{inspect({(case r do {:error, _} -> :error; o -> o end), s})}")
end
{:ok, m} = :gen_event.start_link()
IO.inspect(:gen_event.add_handler(m, {H, 1}, :h1)); IO.inspect(:gen_event.add_handler(m, {H, 1}, :h1)); IO.inspect(:gen_event.add_handler(m, Nope, 1) |> elem(0))
IO.inspect(:gen_event.which_handlers(m)); :gen_event.notify(m, :a); :gen_event.sync_notify(m, :b)
IO.inspect(:gen_event.call(m, {H, 1}, :get)); IO.inspect(:gen_event.call(m, {H, 9}, :get))
send(m, :plain); Process.sleep(2)
:gen_event.sync_notify(m, {:swap, :x}); IO.inspect(:gen_event.which_handlers(m)); IO.inspect(:gen_event.call(m, {H, 2}, :get))
IO.inspect(:gen_event.call(m, {H, 2}, :bye)); IO.inspect(:gen_event.which_handlers(m))
:gen_event.add_handler(m, {H, 3}, :h3); :gen_event.sync_notify(m, :remove); IO.inspect(:gen_event.which_handlers(m))
:gen_event.add_sup_handler(m, {H, 4}, :h4); IO.inspect(:gen_event.delete_handler(m, {H, 4}, :args)); IO.inspect(receive do x -> x after 5 -> :none end)
:gen_event.add_handler(m, {H, 5}, :h5); :gen_event.sync_notify(m, :crash); IO.inspect(:gen_event.which_handlers(m)); IO.inspect(Process.alive?(m))
IO.inspect(:gen_event.delete_handler(m, H, 1)); IO.inspect(:gen_event.stop(m))
