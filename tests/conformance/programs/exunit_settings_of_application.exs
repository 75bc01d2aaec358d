# What the application ex_unit is configured with.
ExUnit.start(autorun: false, slowest: 3)
IO.inspect(Application.fetch_env!(:ex_unit, :assert_receive_timeout))
IO.inspect(Application.get_env(:ex_unit, :slowest))
IO.inspect(Application.get_all_env(:ex_unit) |> Enum.sort())
ExUnit.configure(assert_receive_timeout: 7)
IO.inspect(Application.fetch_env!(:ex_unit, :assert_receive_timeout))
