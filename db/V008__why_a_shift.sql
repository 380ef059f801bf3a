-- Why the filling chose the person of a shift, or nobody: JSON, as ShiftStore writes it. Null: not chosen by a filling.
alter table shift add column reason varchar(4000);
