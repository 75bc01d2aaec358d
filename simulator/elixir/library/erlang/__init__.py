"""The modules of Erlang and OTP, whose names begin with a small letter."""
