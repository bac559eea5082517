-- A session belongs to an account, not to a spelling of its name: 'local:' and the folded login, or 'directory:' and the SID.

ALTER TABLE sessions ALTER COLUMN moderator_login SET DATA TYPE VARCHAR(160);
ALTER TABLE sessions RENAME COLUMN moderator_login TO moderator_account;
UPDATE sessions SET moderator_account = 'local:' || LOWER(moderator_account);
