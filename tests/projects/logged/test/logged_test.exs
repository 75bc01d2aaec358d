defmodule LoggedTest do
  use ExUnit.Case
  import ExUnit.CaptureLog
  require Logger
  test "what is configured of Logger holds" do
    Logged.gone()
    Logged.Quiet.go()
    Logged.here()
    Logger.info("from test")
    Logger.debug("not from test")
    Logger.flush()
    IO.inspect(:gen_event.call(Logger, {Logged.Backend, :main}, :all))
    IO.inspect(Logger.configure_backend({Logged.Backend, :main}, x: 1))
    IO.inspect(:gen_event.which_handlers(Logger))
    IO.inspect capture_log(fn -> Logged.here() end)
    IO.inspect capture_log([level: :error], fn -> Logged.here(); Logger.info("x") end)
    IO.inspect {Application.get_env(:logger, :level), Logger.level()}
    IO.inspect Application.get_env(:logger, :console)
  end
  @tag :capture_log
  test "what a test captures is not printed" do
    Logger.error("hidden")
  end
end
