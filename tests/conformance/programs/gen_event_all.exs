# A :gen_event manager: handlers added, called, swapped, removed, failing, and supervised by a link.
defmodule H do
  @behaviour :gen_event
  def init({:swap, a, b}), do: (IO.inspect({:swapped, a, b}); {:ok, b})
  def init({{:swap, a}, b}), do: (IO.inspect({:swap_in, a, b}); {:ok, b})
  def init(:bad), do: {:error, :bad}
  def init(:raise), do: raise "init"
  def init(a), do: {:ok, a}
  def handle_event(:crash, _), do: raise "crash"
  def handle_event(:remove, _), do: :remove_handler
  def handle_event({:swap, x}, s), do: {:swap_handler, :args1, s, {H, x}, :args2}
  def handle_event(e, s), do: (IO.inspect({:event, e, s}); {:ok, s})
  def handle_call(:get, s), do: {:ok, s, s}
  def handle_call({:set, x}, _), do: {:ok, :done, x}
  def handle_call(:remove, _), do: {:remove_handler, :gone}
  def handle_call(:odd, _), do: :odd
  def handle_info(m, s), do: (IO.inspect({:info, m, s}); {:ok, s})
  def terminate(r, s), do: (IO.inspect({:terminate, (case r do {:error, {e, st}} when is_list(st) -> {:error, e}; r -> r end), s}); {:term, s})
end
{:ok, m} = :gen_event.start_link()
IO.inspect(:gen_event.add_handler(m, H, 1))
IO.inspect(:gen_event.add_handler(m, H, 2))
IO.inspect(:gen_event.add_handler(m, {H, :b}, 2))
IO.inspect(:gen_event.add_handler(m, {H, :c}, :bad))
IO.inspect(:gen_event.which_handlers(m))
IO.inspect(:gen_event.notify(m, :hello))
IO.inspect(:gen_event.sync_notify(m, :sync))
IO.inspect(:gen_event.call(m, H, :get))
IO.inspect(:gen_event.call(m, {H, :b}, {:set, 7}))
IO.inspect(:gen_event.call(m, {H, :b}, :get, 100))
IO.inspect(:gen_event.call(m, :nope, :get))
send(m, :raw)
IO.inspect(:gen_event.swap_handler(m, {H, :why}, {{H, :z}, 9}))
IO.inspect(:gen_event.swap_handler(m, {H, :why}, {{H, :y}, 9})) 
IO.inspect(:gen_event.which_handlers(m))
IO.inspect(:gen_event.delete_handler(m, {H, :b}, :bye))
IO.inspect(:gen_event.delete_handler(m, {H, :b}, :bye))
IO.inspect(:gen_event.add_sup_handler(m, {H, :s}, 5))
:gen_event.sync_notify(m, :remove)
IO.inspect(:gen_event.which_handlers(m))
receive do x -> IO.inspect(x) after 10 -> IO.puts("no mail") end
IO.inspect(:gen_event.add_sup_handler(m, {H, :t}, 6))
IO.inspect(:gen_event.call(m, {H, :t}, :remove))
receive do x -> IO.inspect(x) after 10 -> IO.puts("no mail") end
IO.inspect(:gen_event.add_handler(m, {H, :u}, 8))
IO.inspect(:gen_event.sync_notify(m, {:swap, :v}))
IO.inspect(:gen_event.which_handlers(m))
IO.inspect(:gen_event.stop(m))
IO.inspect(Process.alive?(m))
