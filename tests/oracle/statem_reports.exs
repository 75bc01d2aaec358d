# Elixir 1.14's Logger leaves the reports of gen_statem out. This one tells them as later ones do, the
# reason in 1.14's own words for a GenServer's. Required by the cases whose state machines crash.
defmodule StatemReports do
  def translate(level, min_level, kind, {:logger, %{label: {:gen_statem, :terminate}} = report}) do
    {class, reason, stack} = report.reason

    like = %{
      label: {:gen_server, :terminate},
      name: report.name,
      reason: if(class == :error, do: {reason, stack}, else: reason),
      client_info: :undefined,
      last_message: :none,
      state: report.state
    }

    {:ok, text, metadata} = Logger.Translator.translate(level, min_level, kind, {:logger, like})
    [told, _] = text |> IO.chardata_to_string() |> String.split("\nLast message:")

    {:ok,
     String.replace_prefix(told, "GenServer", ":gen_statem") <>
       "\nQueue: #{inspect(report.queue)}" <>
       "\nPostponed: #{inspect(report.postponed)}" <>
       "\nState: #{inspect(report.state)}" <>
       "\nCallback mode: #{inspect(report.callback_mode)}, state_enter: #{report.state_enter}" <>
       client(report.client_info), metadata}
  end

  def translate(_, _, _, _), do: :none

  defp client({_, {name, _}}), do: "\nClient #{inspect(name)} is alive"
  defp client({pid, :dead}), do: "\nClient #{inspect(pid)} is dead"
  defp client(_), do: ""
end

Logger.add_translator({StatemReports, :translate})
