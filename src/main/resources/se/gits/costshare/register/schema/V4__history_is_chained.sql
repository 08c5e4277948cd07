-- What was done (behandlingshistorik) and who approved are chained as the acts are: to each row
-- belongs a hash over it and the hash of the row before, so that one that is changed or gone shows.
-- Rows from before this script get theirs when the register is next opened.
create table if not exists history_chain (
    log    varchar(20) not null,
    row_id bigint      not null,
    hash   char(64)    not null,
    primary key (log, row_id)
);
