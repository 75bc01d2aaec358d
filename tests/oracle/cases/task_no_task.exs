# What is no task has no clause; nor has what is no function.
for ask <- [
  fn -> Task.await(5) end,
  fn -> Task.yield(:task, 10) end,
  fn -> Task.shutdown(self()) end,
  fn -> Task.async(:work) end,
  fn -> Task.start(7) end,
  fn -> Task.start_link("work") end
] do
  try do
    ask.()
  rescue
    error -> IO.puts(Exception.message(error))
  end
end
