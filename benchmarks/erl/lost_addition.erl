%% Two clients add one to a value that a server keeps: asked for and told (bug), or added by the server (fixed).
-module(lost_addition).
-export([bug/0, fixed/0, many/0]).

bug() -> added(2, fun told/2).
fixed() -> added(2, fun asked/2).
many() -> added(4, fun asked/2).

added(Count, Client) ->
    Server = spawn(fun() -> counter(0) end),
    Me = self(),
    [spawn(fun() -> Client(Server, Me) end) || _ <- lists:seq(1, Count)],
    [receive done -> ok end || _ <- lists:seq(1, Count)],
    Server ! {read, Me},
    receive Value -> Count = Value end,
    Server ! stop.

told(Server, Boss) ->
    Server ! {read, self()},
    receive Value -> Server ! {write, Value + 1} end,
    Boss ! done.

asked(Server, Boss) ->
    Server ! add,
    Boss ! done.

counter(Value) ->
    receive
        {read, Client} -> Client ! Value, counter(Value);
        {write, New} -> counter(New);
        add -> counter(Value + 1);
        stop -> ok
    end.
