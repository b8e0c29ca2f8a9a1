-- What ends by itself has to be booked also if nobody looks: expired credit, lapsed holds, periods of memberships. The sweeper
-- finds here which wallets to look at, and when; decisions never read it.
--
-- A projection adds the rows. The sweeper takes each away once its instant has come and it has seen to it, so that one too many
-- costs a look and changes nothing.

CREATE TABLE due (
    partition smallint    NOT NULL CHECK (partition >= 0),
    ledger    uuid        NOT NULL,
    wallet    uuid        NOT NULL,
    -- By the ledger's own clock.
    due_at    timestamptz NOT NULL,
    PRIMARY KEY (partition, ledger, due_at, wallet)
);
