defmodule Plain.BankCase do
  use ExUnit.CaseTemplate

  using do
    quote do
      alias Plain.Bank
    end
  end

  setup do
    %{bank: start_supervised!(Plain.Bank)}
  end
end
