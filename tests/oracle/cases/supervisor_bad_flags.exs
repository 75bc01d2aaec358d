# What OTP says of each setting of a supervisor that cannot be.
defmodule Main do
  def main do
    Process.flag(:trap_exit, true)

    for options <- [
          [strategy: :none],
          [max_restarts: -1],
          [max_restarts: :many],
          [max_restarts: 1.5],
          [max_seconds: 0],
          [max_seconds: -5],
          [max_seconds: nil]
        ] do
      IO.inspect(Supervisor.start_link([], Keyword.put_new(options, :strategy, :one_for_one)))
    end

    try do
      Supervisor.start_link([], [])
    rescue
      error -> IO.inspect(error)
    end
  end
end

Main.main()
