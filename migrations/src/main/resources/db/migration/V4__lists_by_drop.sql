-- Holds are listed by the drop that they are of: one more id in the rows of lists.
--
-- No hold was ever listed before this, so that no row lacks it.
ALTER TABLE listed ADD COLUMN of_drop uuid;

CREATE INDEX listed_by_drop ON listed (partition, ledger, kind, of_drop, position) WHERE of_drop IS NOT NULL;
