# A priority is what a process set it to, and only what is one.
IO.inspect(Process.flag(:priority, :normal))
IO.inspect(Process.info(self(), :priority))
IO.inspect(Process.flag(:priority, :normal))
other = spawn(fn -> Process.sleep(10) end)
IO.inspect(Process.info(other, :priority))

for wrong <- [:bogus, 1, "high", nil] do
  try do
    Process.flag(:priority, wrong)
  rescue
    e -> IO.inspect({wrong, e.message, hd(__STACKTRACE__)})
  end
end
