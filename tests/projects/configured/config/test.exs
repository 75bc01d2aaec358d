import Config

config :configured, workers: 3, nested: [deep: [y: 3]]
