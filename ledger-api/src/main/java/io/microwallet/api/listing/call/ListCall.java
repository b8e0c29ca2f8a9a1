package io.microwallet.api.listing.call;

import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.page.PageRequest;
import java.util.Map;
import java.util.Optional;

/**
 * A call for a page of a list.
 *
 * @param filters those that the caller named, as they came
 */
public record ListCall(Caller caller, Map<Filter, String> filters, PageRequest page) {
    public ListCall {
        filters = Map.copyOf(filters);
    }

    public Optional<String> filter(Filter filter) {
        return Optional.ofNullable(filters.get(filter));
    }
}
