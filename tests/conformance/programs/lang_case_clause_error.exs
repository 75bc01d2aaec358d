# A case without a matching clause raises CaseClauseError.
try do
  case {:a, 1} do
    :b -> 1
  end
rescue
  e in CaseClauseError -> IO.puts(Exception.message(e))
end
case :never do
  :once -> :ok
end
