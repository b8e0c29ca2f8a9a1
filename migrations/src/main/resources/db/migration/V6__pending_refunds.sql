-- Parts of refunds whose outcome is not known yet: the worker asks the processor for each, also after a crash.
--
-- A projection like the one of top-ups: built behind the log, and dropped with its token at any time.
CREATE TABLE pending_refund (
    partition smallint NOT NULL CHECK (partition >= 0),
    refund    uuid     NOT NULL,
    top_up    uuid     NOT NULL,
    ledger    uuid     NOT NULL,
    position  bigint   NOT NULL CHECK (position >= 0),
    PRIMARY KEY (partition, refund, top_up)
);

CREATE INDEX pending_refund_oldest_first ON pending_refund (partition, position);
