# :logger_formatter makes a text of an event by a template; handlers of one's own use it.
require Logger
defmodule Printing do
  def log(event, %{formatter: {module, config}}) do
    event = put_in(event.meta.time, 1_700_000_000_123_456)
    IO.write(module.format(event, config))
  end
end

plain = fn msg, config -> IO.write(:logger_formatter.format(%{level: :warning, msg: msg, meta: %{time: 0, mfa: {M, :f, 2}, n: 5, list: [1, 2], deep: %{x: 1}}}, config)) end
plain.({:string, "text"}, %{})
plain.({:string, ["io", ?x]}, %{template: [:level, " ", :msg, "\n"]})
plain.({'~p and ~s', [%{a: 1}, "s"]}, %{template: [:level, ": ", :msg, "\n"]})
plain.({:report, %{a: 1}}, %{template: [:msg, "\n"]})
plain.({:report, [a: 1, b: 'text']}, %{template: [:msg, "\n"]})
plain.({:report, [a: 1, b: 'text']}, %{template: [:msg, "\n"], single_line: false})
plain.({:string, "two\nlines,\n   three"}, %{template: [:msg, "\n"]})
plain.({:string, "two\nlines"}, %{single_line: false})
plain.({:string, "m"}, %{template: [:mfa, " ", :n, " ", :list, " ", :none, [:deep, :x], {:n, ["yes ", :n], ["no"]}, {:none, ["yes"], ["no"]}, "\n"]})
plain.({:string, "m"}, %{template: [:time, "\n"], time_offset: 'Z'})
plain.({:string, "m"}, %{template: [:time, "\n"], time_designator: ?\s, time_offset: 'Z'})
plain.({'bad ~p', []}, %{template: [:msg, "\n"]})
plain.({:report, %{x: 1}}, %{template: [:msg, "\n"], report_cb: fn r -> {'report ~p', [r.x]} end})
plain.({:report, %{x: 1}}, %{template: [:msg, "\n"], report_cb: fn r, %{single_line: s} -> "of two #{r.x} #{s}" end})
IO.inspect(:logger_formatter.check_config(%{single_line: true}))
IO.inspect(:logger.add_handler(:printing, Printing, %{formatter: {:logger_formatter, %{template: [:time, " [", :level, "] ", :msg, "\n"], time_offset: 'Z'}}}))
Logger.info("one")
Logger.error(%{a: 1})
:logger.notice('~p~n', [:x])
IO.inspect(:logger.update_formatter_config(:printing, :template, [:msg, "\n"]))
Logger.info("two")
IO.inspect(:logger.update_formatter_config(:nope, %{}))
