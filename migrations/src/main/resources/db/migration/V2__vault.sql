-- The vault: what makes members' texts readable, and clients' tokens mean something.
--
-- No index over the log, and no money: these tables are the only thing besides the log that a backup must have. What is
-- secret is wrapped by a key that lives outside the database; what must be forgotten is forgotten by deleting rows here.

-- Recognises a secret that lives outside, so that a start with another one is refused instead of reading rubbish.
CREATE TABLE secret_check (
    partition   smallint    NOT NULL CHECK (partition >= 0),
    name        text        NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
    check_value bytea       NOT NULL CHECK (octet_length(check_value) = 32),
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (partition, name)
);

-- The versions of the key-encryption key that data keys are still wrapped by; the keys themselves are outside.
CREATE TABLE key_encryption_key (
    partition   smallint    NOT NULL CHECK (partition >= 0),
    version     integer     NOT NULL CHECK (version > 0),
    check_value bytea       NOT NULL CHECK (octet_length(check_value) = 32),
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (partition, version)
);

-- One key a subject (a wallet, or the ledger for what has no wallet). The reference keeps a key-encryption key from being
-- destroyed while anything is wrapped by it, and anything from being wrapped by one that is about to be destroyed.
CREATE TABLE data_key (
    partition   smallint NOT NULL,
    subject     uuid     NOT NULL,
    kek_version integer  NOT NULL,
    -- Nonce, ciphertext of 32 bytes and tag, AES-256-GCM.
    wrapped     bytea    NOT NULL CHECK (octet_length(wrapped) = 60),
    PRIMARY KEY (partition, subject),
    FOREIGN KEY (partition, kek_version) REFERENCES key_encryption_key (partition, version)
);

-- Rotation takes the keys of an old version in batches.
CREATE INDEX data_key_by_version ON data_key (partition, kek_version, subject);

-- What a client's token for a wallet means. After an erasure the row stays without its wallet: a tombstone.
CREATE TABLE wallet_token (
    partition     smallint NOT NULL,
    client        uuid     NOT NULL,
    token         bytea    NOT NULL CHECK (octet_length(token) = 15),
    token_version integer  NOT NULL CHECK (token_version > 0),
    wallet        uuid,
    PRIMARY KEY (partition, client, token)
);

CREATE INDEX wallet_token_by_wallet ON wallet_token (partition, wallet) WHERE wallet IS NOT NULL;

-- Who has a balance link open: the cookie's SHA-256, never the cookie.
CREATE TABLE link_session (
    partition   smallint    NOT NULL,
    link        uuid        NOT NULL,
    cookie_hash bytea       NOT NULL CHECK (octet_length(cookie_hash) = 32),
    wallet      uuid        NOT NULL,
    opened_at   timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL CHECK (expires_at > opened_at),
    PRIMARY KEY (partition, link, cookie_hash)
);

CREATE INDEX link_session_by_wallet ON link_session (partition, wallet);

-- Sessions that are over are swept whenever another one opens.
CREATE INDEX link_session_by_end ON link_session (partition, expires_at);
