package io.microwallet.api.cli.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A thing of the API with all that can be done to it: {@code hold place|capture|void|list|show}.
 *
 * @param others verbs that are more than one call, by their names: classes of commands
 */
public record Noun(String name, String description, List<Verb> verbs, Map<String, Class<?>> others) {
    public static Noun of(String name, String description, Verb... verbs) {
        return new Noun(name, description, List.of(verbs), Map.of());
    }

    public Noun and(String verb, Class<?> command) {
        var more = new LinkedHashMap<>(others);
        more.put(verb, command);
        return new Noun(name, description, verbs, more);
    }

    /** A command with a command for each verb. */
    public CommandSpec spec() {
        var spec = CommandSpec.create().name(name);
        spec.usageMessage().description(description);
        others.forEach((verb, command) -> spec.addSubcommand(verb, CommandSpec.forAnnotatedObject(command)));
        verbs.forEach(verb -> spec.addSubcommand(verb.name(), verb.spec(name)));
        return spec;
    }

    /** The calls that its verbs make, as in {@code POST /v1/holds/{}/capture}. */
    public Stream<String> calls() {
        return verbs.stream().map(Verb::call);
    }
}
