import Config
config :logger, backends: [{Logged.Backend, :main}], level: :info,
  compile_time_purge_matching: [[module: Logged.Quiet, level_lower_than: :error], [application: :logged, function: "gone/0"]]
config :logger, :console, format: "$level:$message $metadata\n", metadata: [:application, :a]
config :logger, Logged.Backend, color: :red
