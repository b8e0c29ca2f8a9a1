package io.microwallet.api.export.table;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A row of the account table, or one of its cases: its story over HTTP, and the transaction that an export must hold of it.
 *
 * @param name as it stands in ACCOUNTS.md
 * @param transaction its kind and its postings, in any order
 */
public record BookedRow(String name, Consumer<Evening> story, Transaction transaction) {
    static Told row(String name, Consumer<Evening> story) {
        return new Told(name, story);
    }

    record Told(String name, Consumer<Evening> story) {
        BookedRow books(String kind, String... postings) {
            return new BookedRow(
                    name,
                    story,
                    new Transaction(kind, Stream.of(postings).sorted().toList()));
        }
    }

    /** What an export shows of one entry; wallets are W, merchants M, the processor P. */
    public record Transaction(String kind, List<String> postings) {
        /** All of a journal in hledger's format. */
        public static List<Transaction> in(String journal) {
            return Stream.of(journal.split("\n\n"))
                    .filter(block -> block.matches("(?s)[0-9]{4}-[0-9]{2}-[0-9]{2}.*"))
                    .map(Transaction::of)
                    .toList();
        }

        private static Transaction of(String block) {
            var postings = block.lines()
                    .skip(1)
                    .map(String::strip)
                    .filter(line -> !line.startsWith(";"))
                    .map(Transaction::anonymous)
                    .sorted()
                    .toList();
            var head = block.lines().findFirst().orElseThrow();
            return new Transaction(head.substring(head.indexOf(") ") + 2), postings);
        }

        private static String anonymous(String posting) {
            return posting.replaceFirst(":w1_[^: ]+", ":W")
                    .replaceFirst(":m_[^: ]+", ":M")
                    .replaceFirst(":simulator", ":P")
                    .replaceFirst(" +", " ")
                    .replaceFirst(" EUR$", "");
        }
    }
}
