-- What lists, searches and workers read: projections, built behind the log and dropped with their token at any time.
--
-- They hold ids and positions only: what a row shows is read from the log. Texts are found by an HMAC, never by themselves.

-- One row for each thing that a list shows, newest first by position.
CREATE TABLE listed (
    partition smallint NOT NULL CHECK (partition >= 0),
    ledger    uuid     NOT NULL,
    -- The kind of thing; the numbers belong to the projection that writes them.
    kind      smallint NOT NULL,
    -- Of the event that made it.
    position  bigint   NOT NULL CHECK (position >= 0),
    subject   uuid     NOT NULL,
    wallet    uuid,
    merchant  uuid,
    client    uuid,
    PRIMARY KEY (partition, ledger, kind, position)
);

CREATE INDEX listed_by_wallet ON listed (partition, ledger, kind, wallet, position) WHERE wallet IS NOT NULL;
CREATE INDEX listed_by_merchant ON listed (partition, ledger, kind, merchant, position) WHERE merchant IS NOT NULL;
CREATE INDEX listed_by_client ON listed (partition, ledger, kind, client, position) WHERE client IS NOT NULL;

-- Where a text occurs: the event at that position carries it, sealed under the data key of `subject`. Erasing the subject
-- deletes its rows.
CREATE TABLE text_index (
    partition smallint NOT NULL CHECK (partition >= 0),
    ledger    uuid     NOT NULL,
    hmac      bytea    NOT NULL CHECK (octet_length(hmac) = 32),
    kind      smallint NOT NULL,
    position  bigint   NOT NULL CHECK (position >= 0),
    subject   uuid     NOT NULL,
    PRIMARY KEY (partition, ledger, hmac, kind, position)
);

CREATE INDEX text_index_by_subject ON text_index (partition, subject);

-- Top-ups whose outcome is not known yet: the worker asks the processor for each, also after a crash.
CREATE TABLE pending_top_up (
    partition    smallint    NOT NULL CHECK (partition >= 0),
    top_up       uuid        NOT NULL,
    ledger       uuid        NOT NULL,
    wallet       uuid        NOT NULL,
    requested_at timestamptz NOT NULL,
    position     bigint      NOT NULL CHECK (position >= 0),
    PRIMARY KEY (partition, top_up)
);

CREATE INDEX pending_top_up_oldest_first ON pending_top_up (partition, position);
