%% A client gives up its first question and takes the late answer for the one to its second; fixed by a reference.
-module(stale_answer).
-export([bug/0, fixed/0]).

bug() -> asked(fun(_) -> any end).
fixed() -> asked(fun(Ref) -> Ref end).

asked(Tag) ->
    Server = spawn(fun serve/0),
    allowed(Server, alice, Tag(make_ref())),
    case allowed(Server, bob, Tag(make_ref())) of
        true -> exit(bob_has_the_answer_to_alice);
        _ -> ok
    end.

allowed(Server, User, Tag) ->
    Server ! {self(), Tag, User},
    receive {answer, Tag, Answer} -> Answer after 50 -> no_answer end.

serve() ->
    [receive {Client, Tag, User} -> Client ! {answer, Tag, User =:= alice} end || _ <- [1, 2]].
