# Application environment; Logger prints nothing to standard output here.
Application.put_env(:my_app, :key, [a: 1])
IO.inspect(Application.get_env(:my_app, :key))
IO.inspect(Application.get_env(:my_app, :none, :default))
IO.inspect(Application.fetch_env(:my_app, :none))
IO.inspect(Application.fetch_env!(:my_app, :key))
try do
  Application.fetch_env!(:my_app, :none)
rescue
  e -> IO.inspect(e.__struct__)
end
