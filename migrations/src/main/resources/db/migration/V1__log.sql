-- The log and the indexes over it.
--
-- One row of `log` is one commit: everything else here is built behind it, checked against it, and can be dropped and built
-- again (`reindex`). Every key begins with `partition`, so that a distributed PostgreSQL can shard by it and a
-- compare-and-swap on the head stays one task on one node. Nothing is ever updated or deleted in `log`.

CREATE TABLE log (
    partition   smallint  NOT NULL CHECK (partition >= 0),
    -- Of the row's first event; positions are gapless, and their order is the order of commits.
    position    bigint    NOT NULL CHECK (position >= 0),
    events      integer   NOT NULL CHECK (events > 0),
    -- The machine's clock, in microseconds since 1970; an integer because it enters the chain.
    recorded_at bigint    NOT NULL CHECK (recorded_at > 0),
    -- The UTF-8 JSON array of the events, kept byte for byte: jsonb would not give back what was hashed.
    body        bytea     NOT NULL CHECK (octet_length(body) BETWEEN 4 AND 1048576),
    -- Where each event ends in the body, so that one event is sliced out without reading the others.
    ends        integer[] NOT NULL,
    root        bytea     NOT NULL CHECK (octet_length(root) = 32),
    chain       bytea     NOT NULL CHECK (octet_length(chain) = 32),
    -- What the first row's chain begins from: random, and the name of this deployment.
    genesis     bytea     CHECK (octet_length(genesis) = 32),
    PRIMARY KEY (partition, position),
    CONSTRAINT log_ends_fit_the_body CHECK (cardinality(ends) = events AND ends[events] = octet_length(body) - 1),
    CONSTRAINT log_only_the_first_row_has_a_genesis CHECK ((position = 0) = (genesis IS NOT NULL))
);

-- Uncompressed, out of line: a slice at the end of a 4 MB body then costs 0.1 ms, not 22.
ALTER TABLE log ALTER COLUMN body SET STORAGE EXTERNAL, ALTER COLUMN ends SET STORAGE EXTERNAL;

-- What events are found by. Kinds that are indexed once a commit point to their row of the log, all others to the event.
CREATE TABLE event_tag (
    partition smallint NOT NULL,
    kind      smallint NOT NULL,
    id        uuid     NOT NULL,
    position  bigint   NOT NULL,
    PRIMARY KEY (partition, kind, id, position)
);

-- One key, one outcome: where the first event of each decided call is. The primary key leaves the position out, so that a
-- second outcome under one key cannot be indexed.
CREATE TABLE request (
    partition smallint NOT NULL,
    client    uuid     NOT NULL,
    key       uuid     NOT NULL,
    position  bigint   NOT NULL,
    PRIMARY KEY (partition, client, key)
);

-- The trial balance up to the indexer's position; minor units.
CREATE TABLE control (
    partition smallint NOT NULL,
    ledger    uuid     NOT NULL,
    account   text     NOT NULL CHECK (length(account) BETWEEN 1 AND 200),
    currency  text     NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    debits    bigint   NOT NULL CHECK (debits >= 0),
    credits   bigint   NOT NULL CHECK (credits >= 0),
    PRIMARY KEY (partition, ledger, account, currency)
);

-- The last position that the indexes hold.
CREATE TABLE indexed (
    partition smallint NOT NULL PRIMARY KEY,
    position  bigint   NOT NULL CHECK (position >= -1)
);

-- How far each projection is: Axon's own table, which knows no partitions.
CREATE TABLE token_entry (
    processor_name text    NOT NULL,
    segment        integer NOT NULL,
    mask           integer NOT NULL,
    token          bytea,
    token_type     text,
    timestamp      text,
    owner          text,
    PRIMARY KEY (processor_name, segment)
);

-- The log for people with SQL: one row an event.
CREATE VIEW event AS
SELECT l.partition,
       l.position + e.n - 1                                               AS position,
       timestamptz '1970-01-01 00:00:00Z'
           + make_interval(secs => (e.json ->> 'at')::numeric / 1000000)  AS at,
       e.json ->> 't'                                                     AS type,
       (e.json ->> 'v')::integer                                          AS version,
       e.json ->> 'l'                                                     AS ledger,
       e.json -> 'r'                                                      AS request,
       e.json -> 'd'                                                      AS data
FROM log l
         CROSS JOIN LATERAL jsonb_array_elements(convert_from(l.body, 'UTF8')::jsonb) WITH ORDINALITY AS e(json, n);
