%% A server answers its last call and ends; its name may still be taken when the next one is started (bug).
-module(restart_race).
-export([bug/0, fixed/0]).

bug() -> restarted(fun(_) -> ok end).
fixed() -> restarted(fun(Ref) -> receive {'DOWN', Ref, _, _, _} -> ok end end).

restarted(Wait) ->
    First = begun(),
    Ref = monitor(process, First),
    First ! {finish, self()},
    receive finished -> ok end,
    Wait(Ref),
    Second = begun(),
    Second ! {finish, self()},
    receive finished -> ok end.

begun() ->
    Me = self(),
    Pid = spawn(fun() ->
        Up = try register(job, self()) catch error:badarg -> false end,
        Me ! {up, Up},
        receive {finish, Client} -> Client ! finished end
    end),
    receive {up, true} -> Pid; {up, false} -> exit(name_is_taken) end.
