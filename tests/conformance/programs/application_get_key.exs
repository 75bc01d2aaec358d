# What :application.get_key/2 knows of an application.
IO.inspect(:application.get_key(:elixir, :vsn))
IO.inspect(:application.get_key(:elixir, :description))
IO.inspect(:application.get_key(:no_such_application, :vsn))
IO.inspect(:application.get_key(:elixir, :no_such_key))
