-- Where the register went on, once it was moved: nobody goes on here, nor with a copy of this.
create table if not exists moved (
    place varchar(1000) not null
);

create trigger if not exists moved_append_only before update, delete on moved
    for each row call 'se.gits.costshare.register.AppendOnly';
