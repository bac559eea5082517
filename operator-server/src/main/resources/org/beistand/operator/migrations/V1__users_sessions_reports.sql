-- Standard SQL only, so that the same file serves the embedded database and PostgreSQL.

CREATE TABLE users (
    -- folded to one case, so that "Anna" and "anna" are one user
    login_key VARCHAR(128)                NOT NULL PRIMARY KEY,
    login     VARCHAR(64)                 NOT NULL,
    name      VARCHAR(160)                NOT NULL,
    -- Argon2id, as a PHC string
    password  VARCHAR(300)                NOT NULL,
    enabled   BOOLEAN                     NOT NULL,
    created   TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    changed   TIMESTAMP(3) WITH TIME ZONE NOT NULL
);

CREATE TABLE sessions (
    id              CHAR(32)                    NOT NULL PRIMARY KEY,
    number          INTEGER                     NOT NULL,
    -- the number while the session lives, otherwise null: no two living sessions can have the same (001-47)
    living_number   INTEGER,
    moderator_login VARCHAR(64)                 NOT NULL,
    moderator       VARCHAR(160)                NOT NULL,
    state           VARCHAR(8)                  NOT NULL,
    server          VARCHAR(64)                 NOT NULL,
    server_host     VARCHAR(255)                NOT NULL,
    server_port     INTEGER                     NOT NULL,
    opened          TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    expires         TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    ended           TIMESTAMP(3) WITH TIME ZONE,
    reason          INTEGER,
    CONSTRAINT one_living_session_per_number UNIQUE (living_number),
    CONSTRAINT known_state CHECK (state IN ('open', 'waiting', 'running', 'ended')),
    CONSTRAINT over_without_number CHECK (
        (state = 'ended' AND living_number IS NULL AND ended IS NOT NULL AND reason IS NOT NULL)
        OR (state <> 'ended' AND living_number = number AND ended IS NULL AND reason IS NULL))
);

CREATE INDEX sessions_by_number ON sessions (number, ended);
CREATE INDEX sessions_by_state ON sessions (state, expires);

-- Rows are added and read, never changed (001-74).
CREATE TABLE reports (
    session      CHAR(32)                    NOT NULL PRIMARY KEY,
    server       VARCHAR(64)                 NOT NULL,
    began        TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    ended        TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    moderator    VARCHAR(160)                NOT NULL,
    participants INTEGER                     NOT NULL,
    reason       INTEGER                     NOT NULL,
    document     TEXT                        NOT NULL
);

CREATE INDEX reports_by_time ON reports (began, session);
