package io.microwallet.api.batch;

import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.json.Fields;
import io.microwallet.api.http.json.Ids;
import io.microwallet.api.http.problem.Problem;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.api.http.problem.ProblemException;
import io.microwallet.api.http.write.WriteRoutes;
import io.microwallet.core.batch.BatchCommand;
import io.microwallet.core.hold.HoldId;
import io.microwallet.vault.IdempotencyKeys;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a batch: what is wrong with one item is wrong with all of it, before anything is decided. */
@Component
final class BatchItems {
    private static final Pattern PATH = Pattern.compile("/v1(?:/[A-Za-z0-9._~-]+)+");

    private final WriteRoutes routes;
    private final IdempotencyKeys keys;

    BatchItems(WriteRoutes routes, IdempotencyKeys keys) {
        this.routes = routes;
        this.keys = keys;
    }

    List<BatchItem> read(WriteCall batch, BatchBody body) {
        var items = Fields.required("/items", body.items());
        if (items.isEmpty() || items.size() > BatchCommand.ITEMS_MAX) {
            throw ProblemCode.INVALID_FIELD.at("/items", "A batch has 1 to " + BatchCommand.ITEMS_MAX + " items.");
        }
        return IntStream.range(0, items.size())
                .mapToObj(i -> read(batch, i, items.get(i)))
                .toList();
    }

    private BatchItem read(WriteCall batch, int index, BatchBody.@Nullable Item item) {
        var pointer = "/items/" + index;
        var asked = Fields.required(pointer, item);
        if (!"POST".equals(Fields.required(pointer + "/method", asked.method()))) {
            throw ProblemCode.INVALID_FIELD.at(pointer + "/method", "The method of an item is POST.");
        }
        var path = Fields.required(pointer + "/path", asked.path());
        if (!PATH.matcher(path).matches()) {
            throw ProblemCode.INVALID_FIELD.at(pointer + "/path", "A path under /v1, without a query.");
        }
        var body = asked.body() == null || asked.body().isNull() ? null : asked.body();
        return item(batch, index, path, body, pointer, pointer + "/body");
    }

    /** The captures of many holds, as items: each goes to the path of its own hold. */
    List<BatchItem> captures(WriteCall batch, List<@Nullable ObjectNode> captures) {
        if (captures.isEmpty() || captures.size() > BatchCommand.ITEMS_MAX) {
            throw ProblemCode.INVALID_FIELD.at("", "Send 1 to " + BatchCommand.ITEMS_MAX + " captures.");
        }
        return IntStream.range(0, captures.size())
                .mapToObj(i -> capture(batch, i, captures.get(i)))
                .toList();
    }

    private BatchItem capture(WriteCall batch, int index, @Nullable ObjectNode capture) {
        var pointer = "/" + index;
        var body = Fields.required(pointer, capture).deepCopy();
        var hold = Ids.parse(pointer + "/hold", text(pointer + "/hold", body.remove("hold")), HoldId::parse, "ho_");
        return item(
                batch, index, "/v1/holds/" + hold.text() + "/capture", body.isEmpty() ? null : body, pointer, pointer);
    }

    private static String text(String pointer, @Nullable JsonNode named) {
        var given = Fields.required(pointer, named == null || named.isNull() ? null : named);
        if (!given.isString()) {
            throw ProblemCode.INVALID_FIELD.at(pointer, "A text is expected.");
        }
        return given.asString();
    }

    private BatchItem item(
            WriteCall batch, int index, String path, @Nullable JsonNode body, String pointer, String bodyPointer) {
        var call = batch.item(keys.ofItem(batch.id(), index));
        try {
            return new BatchItem(call, routes.write(call, path, body));
        } catch (ProblemException e) {
            throw new ProblemException(placed(e.problem(), index, pointer, bodyPointer));
        }
    }

    /** The item's own problem, where it stands in the batch. */
    private static Problem placed(Problem problem, int index, String item, String body) {
        var pointer = Optional.ofNullable(problem.members().get("pointer"))
                .map(inBody -> body + inBody)
                .orElse(item);
        return problem.with("pointer", pointer).with("index", index);
    }
}
