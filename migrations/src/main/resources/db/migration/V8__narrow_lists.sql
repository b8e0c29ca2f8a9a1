-- Lists are written for nearly every event, so that each of their btrees costs as much as the index of the log itself: what no
-- query needs is taken out of them.
--
-- A wallet, a merchant and a drop belong to one ledger, and a text's HMAC is under a key of its ledger: the ledger in front of them
-- only made keys longer. Nothing is listed by its client alone. 128 bits of an HMAC are as many as a request's key has. In keys
-- that end in a position no two are alike, so that there is nothing to deduplicate.

DROP INDEX listed_by_client;

DROP INDEX listed_by_wallet;
CREATE INDEX listed_by_wallet ON listed (partition, wallet, kind, position)
    WITH (deduplicate_items = off) WHERE wallet IS NOT NULL;

DROP INDEX listed_by_merchant;
CREATE INDEX listed_by_merchant ON listed (partition, merchant, kind, position)
    WITH (deduplicate_items = off) WHERE merchant IS NOT NULL;

DROP INDEX listed_by_drop;
CREATE INDEX listed_by_drop ON listed (partition, of_drop, kind, position)
    WITH (deduplicate_items = off) WHERE of_drop IS NOT NULL;

ALTER TABLE text_index DROP CONSTRAINT text_index_pkey, DROP CONSTRAINT text_index_hmac_check;
ALTER TABLE text_index ALTER COLUMN hmac TYPE uuid USING encode(substring(hmac FROM 1 FOR 16), 'hex')::uuid;
ALTER TABLE text_index ADD PRIMARY KEY (partition, hmac, kind, position);
