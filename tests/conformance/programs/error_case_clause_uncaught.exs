# CaseClauseError ends the program.
value = {:error, "disk full"}

case value do
  {:ok, x} -> x
  :ignore -> nil
end
