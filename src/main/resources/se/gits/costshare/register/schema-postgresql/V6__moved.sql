-- Where the register went on, once it was moved: nobody goes on here, nor with a copy of this.
create table if not exists moved (
    place varchar(1000) not null
);

create or replace trigger moved_append_only before update or delete on moved
    for each row execute function append_only();
create or replace trigger moved_whole before truncate on moved
    for each statement execute function append_only();
