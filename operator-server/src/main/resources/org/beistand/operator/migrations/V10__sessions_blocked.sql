-- Whether the moderator has closed the session to further people (001-69); its number is refused like one that does not exist.
ALTER TABLE sessions ADD COLUMN blocked BOOLEAN DEFAULT FALSE NOT NULL;
