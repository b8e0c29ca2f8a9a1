package io.microwallet.api.http.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A page of a list, newest first; {@code next} is the cursor of the page behind it, absent on the last. */
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * A page of what was found.
     *
     * @param found up to one entry more than the request's limit: that there is one says that there is a next page
     * @param position of an entry in the log
     * @param item what is shown of an entry; empty for what is shown no longer
     */
    public static <E, T> Page<T> of(
            PageRequest request, List<E> found, ToLongFunction<E> position, Function<E, Optional<T>> item) {
        var more = found.size() > request.limit();
        var shown = more ? found.subList(0, request.limit()) : found;
        var next = more ? new Cursor(position.applyAsLong(shown.getLast())).text(request.list()) : null;
        return new Page<>(shown.stream().map(item).flatMap(Optional::stream).toList(), next);
    }
}
