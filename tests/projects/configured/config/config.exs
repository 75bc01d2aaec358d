import Config

config :configured,
  workers: 2,
  nested: [b: 2, deep: [x: 1, y: 2]]

config :configured, Configured.Worker, interval: 50
config :logger, level: :warning

import_config "#{config_env()}.exs"
