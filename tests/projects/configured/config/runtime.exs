import Config

config :configured, started_in: System.get_env("MIX_ENV", "none"), target: config_target()
config :configured, Configured.Worker, interval: 100
