defmodule Logged do
  use Application
  require Logger
  def start(_, _) do
    Logger.info("starting", a: 1)
    Supervisor.start_link([], strategy: :one_for_one)
  end
  def gone, do: Logger.error("gone #{IO.inspect(:never)}")
  def here, do: Logger.error("here", a: 2)
end
defmodule Logged.Quiet do
  require Logger
  def go do
    Logger.info("no #{IO.inspect(:not_made)}")
    Logger.error("yes")
  end
end
defmodule Logged.Backend do
  @behaviour :gen_event
  def init({__MODULE__, name}), do: {:ok, {name, Application.get_env(:logger, __MODULE__), []}}
  def handle_call(:all, {n, c, l}), do: {:ok, {n, c, Enum.reverse(l)}, {n, c, l}}
  def handle_call({:configure, o}, {n, c, l}), do: {:ok, :ok, {n, Keyword.merge(c, o), l}}
  def handle_event({level, _, {Logger, msg, _, md}}, {n, c, l}), do: {:ok, {n, c, [{level, IO.chardata_to_string(msg), md[:application], Path.basename(md[:file]), md[:function], md[:a]} | l]}}
  def handle_event(_, s), do: {:ok, s}
  def handle_info(_, s), do: {:ok, s}
end
