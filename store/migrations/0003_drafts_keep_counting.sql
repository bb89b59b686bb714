-- Up Migration
-- A draft that was handed in leaves its row behind, without content: `rev` never begins again, so that an old tab
-- cannot take a new draft for the one it knew.
alter table draft alter column content drop not null;

-- Down Migration
delete from draft where content is null;
alter table draft alter column content set not null;
