"""Process, and Elixir's side of the OTP room: Agent, GenServer, Supervisor, Task, Registry."""
