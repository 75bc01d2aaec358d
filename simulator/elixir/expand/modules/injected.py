"""What ``defstruct``, ``defexception`` and ``use`` of the library's modules put into a module, in Elixir.

``unquote(name)`` stands for what the macro fills in. Source: the documentation of each module's ``use``.
"""

from __future__ import annotations

from typing import Final

_CHILD_SPEC: Final = """
def child_spec(init_arg) do
  Supervisor.child_spec(%{id: __MODULE__, start: {__MODULE__, :start_link, [init_arg]}}, unquote(options))
end
defoverridable child_spec: 1
"""
_SUPERVISOR_SPEC: Final = """
def child_spec(init_arg) do
  Supervisor.child_spec(
    %{id: __MODULE__, start: {__MODULE__, :start_link, [init_arg]}, type: :supervisor}, unquote(options))
end
defoverridable child_spec: 1
"""

SOURCES: Final = {
    "struct": """
def __struct__(), do: unquote(value)
def __struct__(kv), do: Kernel.Utils.struct_from(unquote(value), unquote(keys), kv)
""",
    "exception_message": """
def message(exception), do: exception.message
defoverridable message: 1
def exception(msg) when is_binary(msg), do: exception(message: msg)
def exception(args) when is_list(args), do: Kernel.struct!(__MODULE__, Kernel.Utils.raised_fields(__struct__(), args))
defoverridable exception: 1
""",
    "exception": """
def exception(args) when is_list(args), do: Kernel.struct!(__MODULE__, Kernel.Utils.raised_fields(__struct__(), args))
defoverridable exception: 1
""",
    "use GenServer": "@behaviour GenServer" + _CHILD_SPEC + """
def handle_call(msg, _from, state), do: Kernel.Utils.gen_server_default(:handle_call, [__MODULE__, msg, state])
def handle_info(msg, state), do: Kernel.Utils.gen_server_default(:handle_info, [__MODULE__, msg, state])
def handle_cast(msg, state), do: Kernel.Utils.gen_server_default(:handle_cast, [__MODULE__, msg, state])
def terminate(_reason, _state), do: :ok
def code_change(_old, state, _extra), do: {:ok, state}
defoverridable code_change: 3, terminate: 2, handle_info: 2, handle_cast: 2, handle_call: 3
""",
    "GenServer init": "def init(init_arg), do: {:ok, init_arg}",
    "use Agent": _CHILD_SPEC,
    "use Task": """
def child_spec(arg) do
  Supervisor.child_spec(
    %{id: __MODULE__, start: {__MODULE__, :start_link, [arg]}, restart: :temporary}, unquote(options))
end
defoverridable child_spec: 1
""",
    "use Supervisor": "import Supervisor.Spec\n@behaviour Supervisor" + _SUPERVISOR_SPEC,
    "use DynamicSupervisor": "@behaviour DynamicSupervisor" + _SUPERVISOR_SPEC,
    "use Mix.Task": """
Module.register_attribute(__MODULE__, :shortdoc, persist: true)
Module.register_attribute(__MODULE__, :recursive, persist: true)
Module.register_attribute(__MODULE__, :requirements, persist: true)
Module.register_attribute(__MODULE__, :preferred_cli_env, persist: true)
@behaviour Mix.Task
""",
    "use EEx.Engine": """
@behaviour EEx.Engine
def init(opts), do: EEx.Engine.init(opts)
def handle_body(state), do: EEx.Engine.handle_body(state)
def handle_begin(state), do: EEx.Engine.handle_begin(state)
def handle_end(state), do: EEx.Engine.handle_end(state)
def handle_text(state, text), do: EEx.Engine.handle_text(state, [], text)
def handle_expr(state, marker, expr), do: EEx.Engine.handle_expr(state, marker, expr)
defoverridable EEx.Engine
""",
    "use Application": """
@behaviour Application
def stop(_state), do: :ok
defoverridable Application
""",
}  # fmt: skip
