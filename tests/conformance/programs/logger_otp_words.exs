# How OTP words what it reports, as handlers that use :logger_formatter show it.
defmodule Printing do
  def log(event, %{formatter: {module, config}}) do
    text = module.format(event, config) |> IO.chardata_to_string()
    text = Regex.replace(~r/<0\.\d+\.0>/, text, "PID")
    text = Regex.replace(~r/\[\{'?Elixir[^\]]*\[.*\]\}\]/s, text, "STACK")
    text = Regex.replace(~r/(heap_size|stack_size|reductions): \d+/, text, "\\1: n")
    IO.write(text)
  end
end
defmodule S do
  use GenServer
  def start_link(x), do: GenServer.start_link(__MODULE__, x)
  def init(a), do: {:ok, a}
  def handle_call(:stop, _, s), do: {:stop, :why, s}
  def handle_cast(:stop, s), do: {:stop, {:why, [1, 2]}, s}
end
defmodule H do
  @behaviour :gen_event
  def init(x), do: {:ok, x}
  def handle_event(:odd, _), do: :odd
  def handle_call(_, s), do: {:ok, :ok, s}
end
Logger.configure_backend(:console, level: :none)
wait = fn -> Process.sleep(30) end
domain = {&:logger_filters.domain/2, {:log, :equal, [:otp]}}
for single <- [true, false] do
  :ok = :logger.add_handler(:printing, Printing, %{filters: [domain: domain], filter_default: :stop,
    formatter: {:logger_formatter, %{template: [:level, ": ", :msg, "\n"], single_line: single}}})
  {:ok, p} = GenServer.start(S, %{state: 1}, name: Named)
  GenServer.cast(p, :stop); wait.()
  {:ok, m} = :gen_event.start({:local, :manager})
  :gen_event.add_handler(m, H, 1)
  :gen_event.notify(m, :odd); wait.()
  send(m, :unknown); wait.()
  :gen_event.add_handler(m, H, 2)
  send(m, :unknown); wait.()
  :gen_event.stop(m)
  :ok = :logger.remove_handler(:printing)
end
sasl = {&:logger_filters.domain/2, {:log, :sub, [:otp, :sasl]}}
:ok = :logger.add_handler(:printing, Printing, %{filters: [domain: sasl], filter_default: :stop,
  formatter: {:logger_formatter, %{template: [:level, ": ", :msg, "\n"]}}})
{:ok, sup} = Supervisor.start_link([{S, 7}], strategy: :one_for_one, name: Sup)
wait.()
[{_, c, _, _}] = Supervisor.which_children(sup)
:logger.add_handler_filter(:printing, :no_crash, {fn e, _ -> (match?({:report, %{label: {:proc_lib, _}}}, e.msg) && :stop) || :ignore end, 1})
GenServer.cast(c, :stop); wait.()
:ok = :logger.update_formatter_config(:printing, :single_line, false)
[{_, c, _, _}] = Supervisor.which_children(sup)
GenServer.cast(c, :stop); wait.()
