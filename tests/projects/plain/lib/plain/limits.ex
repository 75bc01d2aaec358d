defmodule Plain.Limits do
  def of(:account), do: 1_000
end
