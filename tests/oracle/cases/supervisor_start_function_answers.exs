# What a child's start function may answer, and what becomes of other answers.
defmodule Start do
  def value(value), do: value
  def exits(reason), do: exit(reason)
  def throws(value), do: throw(value)
  def raises(text), do: raise(text)
end

defmodule Main do
  def main do
    Process.flag(:trap_exit, true)

    shown = fn
      {:EXIT, {what, [_ | _]}} -> {:EXIT, what, :stack}
      reason -> reason
    end

    starts = [
      value: {:error, :no},
      value: :hello,
      value: {:ok, :no_pid},
      value: {:error, :a, :b},
      value: {:ok, self(), :info},
      value: :ignore,
      exits: :reason,
      throws: :ball,
      throws: {:error, :thrown},
      raises: "oops",
      nothing: 1
    ]

    for {function, arg} <- starts do
      child = %{id: :child, start: {Start, function, [arg]}}
      {:ok, sup} = Supervisor.start_link([], strategy: :one_for_one)

      case Supervisor.start_child(sup, child) do
        {:error, {reason, record}} ->
          IO.inspect({function, shown.(reason), elem(record, 0), elem(record, 2)})

        answer ->
          IO.inspect({function, answer})
      end
    end
  end
end

Main.main()
