package io.microwallet.core.accounts;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.decision.EventCatalog;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ACCOUNTS.md, row by row: what happened, and what is booked for it. */
class AccountTableTest {
    private static final Path TABLE = Path.of("ACCOUNTS.md");

    static Stream<AccountRow> rows() {
        return Stream.concat(SpendingRows.rows(), ReturnRows.rows());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void an_event_books_what_the_table_says(AccountRow row) {
        assertThat(row.booked(Side.DEBIT)).isEqualTo(row.debits());
        assertThat(row.booked(Side.CREDIT)).isEqualTo(row.credits());
    }

    @Test
    void every_row_of_the_table_is_here_by_its_name_and_no_other() throws IOException {
        assertThat(rows().map(AccountRow::name).collect(toSet())).isEqualTo(namesInTheTable());
    }

    @Test
    void every_kind_of_event_that_books_has_a_row() {
        var booking = EventCatalog.entries().stream()
                .map(EventCatalog.Entry::type)
                .filter(AccountTableTest::books)
                .collect(toSet());

        assertThat(rows().<Class<?>>map(AccountRow::event).collect(toSet())).isEqualTo(booking);
    }

    private static boolean books(Class<?> event) {
        return Arrays.stream(event.getRecordComponents())
                .anyMatch(component -> component.getType() == JournalEntry.class);
    }

    private static Set<String> namesInTheTable() throws IOException {
        try (var lines = Files.lines(TABLE)) {
            return lines.filter(line -> line.startsWith("| "))
                    .skip(1)
                    .map(line -> line.split("\\|")[1].strip())
                    .collect(toSet());
        }
    }
}
