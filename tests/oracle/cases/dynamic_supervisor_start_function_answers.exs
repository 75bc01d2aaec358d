# What a dynamic supervisor makes of what a child's start function answers.
defmodule Start do
  def value(value), do: value
  def exits(reason), do: exit(reason)
  def throws(value), do: throw(value)
  def raises(text), do: raise(text)
end

defmodule Main do
  def main do
    shown = fn
      {:error, {what, [_ | _]}} -> {:error, what, :stack}
      answer -> answer
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
      raises: "oops",
      nothing: 1
    ]

    {:ok, sup} = DynamicSupervisor.start_link(strategy: :one_for_one)

    for {function, arg} <- starts do
      answer =
        DynamicSupervisor.start_child(sup, %{
          id: :child,
          start: {Start, function, [arg]},
          restart: :temporary
        })

      IO.inspect({function, shown.(answer)})
    end
  end
end

Main.main()
