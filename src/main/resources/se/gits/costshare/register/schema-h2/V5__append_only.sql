-- What was done is added, never changed and never taken away: the database refuses it, whoever asks.
-- On H2 a trigger is a class of the program's.

create trigger if not exists input_file_append_only before update, delete on input_file
    for each row call 'se.gits.costshare.register.AppendOnly';

create trigger if not exists run_append_only before update, delete on run
    for each row call 'se.gits.costshare.register.AppendOnly';

create trigger if not exists run_input_append_only before update, delete on run_input
    for each row call 'se.gits.costshare.register.AppendOnly';

create trigger if not exists run_event_append_only before update, delete on run_event
    for each row call 'se.gits.costshare.register.AppendOnly';

create trigger if not exists attest_append_only before update, delete on attest
    for each row call 'se.gits.costshare.register.AppendOnly';

create trigger if not exists act_append_only before update, delete on act
    for each row call 'se.gits.costshare.register.AppendOnly';

create trigger if not exists invoice_append_only before update, delete on invoice
    for each row call 'se.gits.costshare.register.AppendOnly';

create trigger if not exists amount_append_only before update, delete on amount
    for each row call 'se.gits.costshare.register.AppendOnly';

create trigger if not exists history_chain_append_only before update, delete on history_chain
    for each row call 'se.gits.costshare.register.AppendOnly';
