-- What was done is added, never changed and never taken away: the database refuses it, whoever asks.
create or replace function append_only() returns trigger language plpgsql as
'begin raise exception ''The register is only added to: %'', tg_table_name
    using errcode = ''restrict_violation''; end';

create or replace trigger input_file_append_only before update or delete on input_file
    for each row execute function append_only();
create or replace trigger input_file_whole before truncate on input_file
    for each statement execute function append_only();

create or replace trigger run_append_only before update or delete on run
    for each row execute function append_only();
create or replace trigger run_whole before truncate on run
    for each statement execute function append_only();

create or replace trigger run_input_append_only before update or delete on run_input
    for each row execute function append_only();
create or replace trigger run_input_whole before truncate on run_input
    for each statement execute function append_only();

create or replace trigger run_event_append_only before update or delete on run_event
    for each row execute function append_only();
create or replace trigger run_event_whole before truncate on run_event
    for each statement execute function append_only();

create or replace trigger attest_append_only before update or delete on attest
    for each row execute function append_only();
create or replace trigger attest_whole before truncate on attest
    for each statement execute function append_only();

create or replace trigger act_append_only before update or delete on act
    for each row execute function append_only();
create or replace trigger act_whole before truncate on act
    for each statement execute function append_only();

create or replace trigger invoice_append_only before update or delete on invoice
    for each row execute function append_only();
create or replace trigger invoice_whole before truncate on invoice
    for each statement execute function append_only();

create or replace trigger amount_append_only before update or delete on amount
    for each row execute function append_only();
create or replace trigger amount_whole before truncate on amount
    for each statement execute function append_only();

create or replace trigger history_chain_append_only before update or delete on history_chain
    for each row execute function append_only();
create or replace trigger history_chain_whole before truncate on history_chain
    for each statement execute function append_only();
