pid = self
IO.inspect(is_pid(pid))
