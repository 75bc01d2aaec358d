defmodule Plain.Account do
  # needs what is defined in a file that comes later: a struct, a macro, a function while it is compiled
  require Plain.Checks

  @limit Plain.Limits.of(:account)

  def new, do: %Plain.Money{}
  def limit, do: @limit

  def deposit(%Plain.Money{} = money, amount) do
    Plain.Checks.positive!(amount)
    %{money | cents: money.cents + amount}
  end
end
