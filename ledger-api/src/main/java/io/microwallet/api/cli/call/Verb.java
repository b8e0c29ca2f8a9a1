package io.microwallet.api.cli.call;

import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/**
 * One call of the API as a command: {@code hold capture HOLD --amount "12.50 EUR"}.
 *
 * @param path as in {@code /v1/holds/{hold}/capture}: what is in braces is an argument, before all others
 * @param example its arguments as somebody would type them
 */
public record Verb(
        String name, String path, String description, Shape shape, Signer signer, List<Field> fields, String example) {
    private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");

    /** What kind of call it is. */
    sealed interface Shape {
        /** @param columns the members that a person sees of each item */
        record Listing(List<String> columns) implements Shape {}

        record Reading() implements Shape {}

        record Writing(String method) implements Shape {}
    }

    /** A list, page by page. */
    public static Verb list(String path, String description, String... columns) {
        return new Verb(
                "list", path, description, new Shape.Listing(List.of(columns)), Signer.ANYBODY, List.of(), "list");
    }

    public static Verb read(String name, String path, String description) {
        return new Verb(name, path, description, new Shape.Reading(), Signer.ANYBODY, List.of(), name);
    }

    /** A POST. */
    public static Verb write(String name, String path, String description) {
        return new Verb(name, path, description, new Shape.Writing("POST"), Signer.ADMIN, List.of(), name);
    }

    /** A PATCH. */
    public static Verb change(String name, String path, String description) {
        return new Verb(name, path, description, new Shape.Writing("PATCH"), Signer.ADMIN, List.of(), name);
    }

    public Verb by(Signer whose) {
        return new Verb(name, path, description, shape, whose, fields, example);
    }

    public Verb with(Field... more) {
        return new Verb(name, path, description, shape, signer, List.of(more), example);
    }

    /** @param arguments what follows the verb */
    public Verb as(String arguments) {
        return new Verb(name, path, description, shape, signer, fields, name + ' ' + arguments);
    }

    CommandSpec spec(String noun) {
        var inPath = IN_PATH.matcher(path)
                .results()
                .map(found -> Field.inPath(found.group(1)))
                .toList();
        var arguments = Arguments.of(path, inPath, fields);
        var command = switch (shape) {
            case Shape.Listing listing -> new ListCommand(signer, arguments, listing.columns());
            case Shape.Reading _ -> new ReadCommand(signer, arguments);
            case Shape.Writing writing -> new WriteCommand(signer, arguments, writing);
        };
        var spec = CommandSpec.forAnnotatedObject(command).name(name);
        arguments.addTo(spec);
        spec.usageMessage()
                .description(description)
                .sortOptions(false)
                .footer("", "Example:", "  microwallet " + noun + ' ' + example.replace("%", "%%"));
        return spec;
    }

    /** Where it goes, as in {@code POST /v1/holds/{}/capture}. */
    String call() {
        var method = shape instanceof Shape.Writing writing ? writing.method() : "GET";
        return method + ' ' + IN_PATH.matcher(path).replaceAll("{}");
    }
}
