-- A wallet that has been used for years, or a drop with thousands of buyers, would be read event by event whenever it is not in
-- memory. Here its state is kept as it was at some durable position; the events behind that are read on top of it. A row is
-- believed only if the log still says the same: the chain of the row of the log that holds that position. It may be deleted at any
-- time.

CREATE TABLE snapshot (
    partition smallint NOT NULL CHECK (partition >= 0),
    kind      smallint NOT NULL,
    id        uuid     NOT NULL,
    -- Of the last event that is in it.
    position  bigint   NOT NULL CHECK (position >= 0),
    chain     bytea    NOT NULL CHECK (octet_length(chain) = 32),
    -- Of the state; another software's is not read.
    format    integer  NOT NULL,
    state     bytea    NOT NULL,
    PRIMARY KEY (partition, kind, id)
);
