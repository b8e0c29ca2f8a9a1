package io.microwallet.api.listing;

import io.microwallet.api.http.page.PageRequest;
import io.microwallet.vault.BlindIndex;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Positions of the events that lists show, newest first. */
final class ListingQueries {
    private static final short PARTITION = 0;

    private static final String BY_LIST = """
            SELECT l.position FROM listed l
             WHERE l.partition = ? AND l.ledger = ? AND l.kind = ? AND l.position < ?
            """;

    private static final String BY_REFERENCE = """
            SELECT l.position FROM text_index t
              JOIN listed l ON l.partition = t.partition AND l.ledger = t.ledger AND l.kind = t.kind AND l.position = t.position
             WHERE t.partition = ? AND t.ledger = ? AND t.kind = ? AND t.position < ? AND t.hmac = ?
            """;

    private static final String OF_WALLET = " AND l.wallet = ?";
    private static final String OF_MERCHANT = " AND l.merchant = ?";
    private static final String OF_DROP = " AND l.of_drop = ?";
    private static final String BY_CLIENT = " AND l.client = ?";
    private static final String VISIBLE_TO = """
             AND EXISTS (SELECT FROM wallet_token w WHERE w.partition = l.partition AND w.wallet = l.wallet AND w.client = ?)
            """;
    private static final String NEWEST_FIRST = " ORDER BY l.position DESC LIMIT ?";

    private final JdbcClient database;
    private final BlindIndex blindIndex;

    ListingQueries(JdbcClient database, BlindIndex blindIndex) {
        this.database = database;
        this.blindIndex = blindIndex;
    }

    /** One more than a page at most: whether there is a next page is known from it. */
    List<Long> positions(Listed.Query query, PageRequest page) {
        var sql = new StringBuilder(query.reference().isPresent() ? BY_REFERENCE : BY_LIST);
        var values = new ArrayList<Object>();
        values.add(PARTITION);
        values.add(query.ledger().value());
        values.add(query.kind().code());
        values.add(page.beforePosition());
        query.reference().ifPresent(text -> values.add(blindIndex.of(query.ledger(), text)));
        query.wallet().ifPresent(wallet -> with(sql, OF_WALLET, values, wallet.value()));
        query.merchant().ifPresent(merchant -> with(sql, OF_MERCHANT, values, merchant.value()));
        query.drop().ifPresent(drop -> with(sql, OF_DROP, values, drop.value()));
        query.by().ifPresent(client -> with(sql, BY_CLIENT, values, client.value()));
        query.visibleTo().ifPresent(client -> with(sql, VISIBLE_TO, values, client.value()));
        with(sql, NEWEST_FIRST, values, page.limit() + 1);
        return database.sql(sql.toString()).params(values).query(Long.class).list();
    }

    private static void with(StringBuilder sql, String condition, List<Object> values, Object value) {
        sql.append(condition);
        values.add(value);
    }
}
