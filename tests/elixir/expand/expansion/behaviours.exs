defmodule Parser do
  @callback parse(String.t()) :: {:ok, term} | {:error, String.t()}
  @callback ext() :: String.t()
  @optional_callbacks ext: 0
end
defmodule JsonP do
  @behaviour Parser
  @impl Parser
  def parse(s), do: {:ok, s}
end
IO.inspect(JsonP.parse("x"))
IO.inspect(Parser.behaviour_info(:callbacks))
