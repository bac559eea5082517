-- What a person must do at the next sign-in, and what he is.

ALTER TABLE users ADD COLUMN must_change     BOOLEAN DEFAULT TRUE  NOT NULL;
ALTER TABLE users ADD COLUMN factor_required BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE users ADD COLUMN role            INTEGER DEFAULT 1     NOT NULL;
-- Passwords chosen before this was kept were chosen by their owners.
UPDATE users SET must_change = FALSE;

-- The second factor of a user of our own.
CREATE TABLE second_factors (
    login_key    VARCHAR(128)                NOT NULL PRIMARY KEY,
    -- AES-256-GCM under the operator server's sealing key, in hexadecimal
    sealed       VARCHAR(200)                NOT NULL,
    -- SHA-256 of the recovery codes that are left, with blanks between them
    recovery     VARCHAR(1000)               NOT NULL,
    -- the 30 seconds of the last code that was accepted: it and all before are used up
    used_up_to   BIGINT                      NOT NULL,
    -- wrong codes since the last right one, and until when no more are looked at
    wrong        INTEGER                     NOT NULL,
    locked_until TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    -- counts the changes, so that no two of them happen to one state
    version      BIGINT                      NOT NULL
);

-- Training, briefing and signed undertaking (001-115, 001-116, 001-117).
CREATE TABLE entitlements (
    account  VARCHAR(200) NOT NULL,
    evidence INTEGER      NOT NULL,
    given    DATE         NOT NULL,
    expires  DATE         NOT NULL,
    PRIMARY KEY (account, evidence),
    CONSTRAINT days_in_order CHECK (given <= expires)
);

-- Rows are added and read, never changed.
CREATE TABLE entitlement_changes (
    id       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    changed  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    -- the name in the administrator's certificate
    changed_by VARCHAR(200)              NOT NULL,
    account  VARCHAR(200)                NOT NULL,
    evidence INTEGER                     NOT NULL,
    -- null when it was struck out
    given    DATE,
    expires  DATE
);

-- What was known of a moderator when he was given a session; written before the session, never changed.
CREATE TABLE vouchings (
    session  CHAR(32)     NOT NULL PRIMARY KEY,
    account  VARCHAR(200) NOT NULL,
    -- lines of evidence, first and last day
    attested VARCHAR(400) NOT NULL
);
