-- A person opens a closed number again with the ground written down.
alter table messaging.number_stop
  add column heard text not null default '' check (heard in ('', 'spoken', 'written')),
  add column words text not null default '' check (length(words) <= 2000),
  add column said_on date,
  add constraint number_stop_ground check (closed or source = 'reply' or length(trim(words)) > 0),
  add constraint number_stop_asked check (closed or source <> 'person' or (heard <> '' and said_on is not null));
comment on column messaging.number_stop.heard is 'How it was asked for when a person opened the number: spoken or written';
comment on column messaging.number_stop.words is
  'Why a person opened the number: what was asked for, in the words of who asked; for a mistyped import why it was wrong';
comment on column messaging.number_stop.said_on is 'The clinic''s day on which it was asked for';
