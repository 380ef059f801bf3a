-- Addresses that a mail goes to when an incident opens, is taken and is over, a line each; null: none.
alter table service add column mail_to varchar(3000);
alter table team add column mail_to varchar(3000);
