-- What somebody signed in with, in words, so that they know their own devices from a stranger's.

alter table sign_in add column device text;
