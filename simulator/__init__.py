"""A discrete-event simulator and visualiser of Elixir/OTP processes."""
