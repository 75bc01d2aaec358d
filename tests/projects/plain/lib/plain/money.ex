defmodule Plain.Money do
  defstruct cents: 0, currency: "EUR"

  defimpl String.Chars do
    def to_string(%{cents: cents, currency: currency}), do: "#{div(cents, 100)} #{currency}"
  end
end
