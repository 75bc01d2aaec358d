# attributes that a test module registers: each test is told their values, those of a test and a describe begin anew
ExUnit.start(seed: 0)

defmodule Users do
  use ExUnit.CaseTemplate

  using do
    quote do
      ExUnit.Case.register_attribute(__MODULE__, :user)
      ExUnit.Case.register_describe_attribute(__MODULE__, :role, accumulate: true)
      ExUnit.Case.register_module_attribute(__MODULE__, :store)
      @store :memory
    end
  end

  setup context do
    IO.inspect({context.test, context.registered})
    :ok
  end
end

defmodule UsersTest do
  use Users

  @user is_function(fn x -> x end)
  test "the first", do: :ok

  describe "roles" do
    @role :admin
    @role "guest"
    test "both", do: :ok
    @user %{name: "Ada"}
    test "with a user", do: :ok
  end

  test "none of them", do: :ok

  for n <- 1..2 do
    @user n
    test "with #{n}", do: :ok
    test "without #{n}", do: :ok
  end
end

defmodule RegisteringTest do
  use ExUnit.Case
  ExUnit.Case.register_attribute(__ENV__, :a)

  for {name, given} <- [register_describe_attribute: :a, register_attribute: :a, register_module_attribute: :tag] do
    try do
      apply(ExUnit.Case, name, [__MODULE__, given])
    rescue
      error -> IO.inspect(error)
    end
  end

  try do
    ExUnit.Case.register_attribute(__MODULE__, "a")
  rescue
    error -> IO.inspect(error)
  end

  test "a child that is linked to the test" do
    pid = start_link_supervised!({Agent, fn -> 1 end})
    assert {:links, links} = Process.info(self(), :links)
    assert pid in links
  end

  test "takes the test down with it" do
    Logger.configure(level: :emergency)
    pid = start_link_supervised!(%{id: :a, start: {Agent, :start_link, [fn -> 1 end]}})
    Agent.stop(pid, :boom)
    Process.sleep(100)
  end

  test "a child that does not start" do
    assert_raise RuntimeError, ~r/failed to start child with the spec/, fn ->
      start_link_supervised!(%{id: 1, start: {Kernel, :exit, [:no]}}, restart: :temporary)
    end
  end
end
