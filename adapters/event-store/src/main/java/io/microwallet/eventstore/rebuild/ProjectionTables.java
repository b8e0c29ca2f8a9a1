package io.microwallet.eventstore.rebuild;

import java.util.List;

/** What a projection has built: emptied with its token, so that the projection builds it anew at the next start. */
public record ProjectionTables(String projection, List<String> tables) {
    public ProjectionTables {
        tables = List.copyOf(tables);
    }
}
