import Config

config :store, prices: [apple: 30, pear: 50]
config :shop, currency: "cents"
