"""Record which functions and macros the real Elixir and OTP export in ``simulator/elixir/runtime/known.txt``.

Run it from the project's root, with Elixir 1.14 on OTP 25 installed: ``python tests/elixir/runtime/record_known.py``.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

KNOWN = Path(__file__).parents[3] / "simulator" / "elixir" / "runtime" / "known.txt"

SCRIPT = r"""
erlang = ~w(
  application array atomics auth base64 beam_lib binary c calendar code counters crypto dets dict digraph
  digraph_utils erl_eval erl_parse erl_scan erlang error_handler error_logger erpc erts_debug ets file file_sorter
  filelib filename gb_sets gb_trees gen gen_event gen_fsm gen_sctp gen_server gen_statem gen_tcp gen_udp global
  global_group heart httpc inet inet_db init io io_lib io_lib_format lists log_mf_h logger logger_filters
  logger_formatter logger_std_h maps math net_adm net_kernel ordsets orddict os persistent_term pg pool prim_file
  proc_lib proplists public_key qlc queue rand random re rpc seq_trace sets shell slave sofs ssl string supervisor
  supervisor_bridge sys timer unicode uri_string user win32reg wrap_log_reader zip zlib dbg observer crypto inets
  memsup cpu_sup os_mon runtime_tools alarm_handler compile cover disksup edlin eprof epp erl_anno erl_error erl_lint
  erl_pp erl_syntax erl_tar eunit fprof gen_sctp httpd merl mnesia release_handler ssh systools xmerl xmerl_scan
  xmerl_xpath
)a
elixir =
  for app <- [:elixir, :logger, :ex_unit, :eex, :mix, :iex],
      _ = Application.load(app),
      module <- Application.spec(app, :modules),
      do: module

# Kernel.SpecialForms and Kernel are what every file is written with; compiler and protocol internals are nobody's.
hidden = [
  ~r/^elixir|^Elixir\.(Kernel\.(Utils|LexicalTracker|Typespec|ParallelCompiler|ErrorHandler|CLI))/,
  ~r/^Elixir\.(Module\.(Types|Locals|Parallel)|(Collectable|String\.Chars|List\.Chars)\.[A-Z])/,
  ~r/^Elixir\.(Inspect\.(?!Algebra|Error|Opts)|Enumerable\.(?!List|Map|Range|MapSet))/,
  ~r/^Elixir\.Mix\.(Tasks|Compilers|Dep\.|SCM|RemoteConverger|ProjectStack|State|PubSub|Sync|Rebar|Hex\b|Local\.)/,
  ~r/^Elixir\.Mix\.(Release|CLI|Utils|Shell|Generator|TasksServer)|^Elixir\.IEx\.(App|Auto|Broker|Config|Evaluator)/,
  ~r/^Elixir\.IEx\.(History|Info|Intro|MixListener|Remsh|Server|State|CLI)|^Elixir\.ExUnit\.(Server|Runner|OnExit)/,
  ~r/^Elixir\.ExUnit\.(CLIF|Event|Manifest|Parallel|Diff|DocTest\.|Failures|Filters|Pattern)/
]

exported = fn module ->
  functions = module.module_info(:exports) -- [module_info: 0, module_info: 1]
  inner? = fn {name, _} -> String.starts_with?(Atom.to_string(name), ["MACRO-", "__info__"]) end
  functions = Enum.reject(functions, inner?)
  macros = if function_exported?(module, :__info__, 1), do: module.__info__(:macros), else: []
  {functions, macros}
end

line = fn module ->
  {functions, macros} = exported.(module)
  grouped = fn entries ->
    entries
    |> Enum.group_by(&Atom.to_string(elem(&1, 0)), &elem(&1, 1))
    |> Enum.sort()
    |> Enum.map(fn {name, arities} -> name <> "/" <> Enum.map_join(Enum.sort(arities), ",", &to_string/1) end)
  end
  behind_bar = if macros == [], do: [], else: ["|" | grouped.(macros)]
  Enum.join([Atom.to_string(module) | grouped.(functions)] ++ behind_bar, " ")
end

modules = Enum.reject(elixir, fn module -> Enum.any?(hidden, &(Atom.to_string(module) =~ &1)) end) ++ erlang
modules = Enum.filter(modules, &match?({:module, _}, Code.ensure_loaded(&1)))
IO.puts("# Elixir #{System.version()}, OTP #{System.otp_release()}: module, functions, after a bar macros.")
modules |> Enum.uniq() |> Enum.sort() |> Enum.each(&IO.puts(line.(&1)))
"""


def main() -> None:
    """Write the file."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "known.exs")
        script.write_text(SCRIPT, encoding="utf-8")
        command = ["elixir", "--erl", "+S 1:1", str(script)]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    KNOWN.write_text(printed, encoding="utf-8")


if __name__ == "__main__":
    main()
