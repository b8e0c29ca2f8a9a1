package io.microwallet.api.page.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** The pages' few files, each under a name that holds its hash: cached for ever, and run only if unchanged (SRI). */
public final class PageAssets {
    public static final String ROOT = "/assets/";

    private static final String HTMX = "META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
    private static final int HASH_BYTES_IN_NAME = 8;

    private final Asset style = read("page/page.css", "page", "css", "text/css;charset=UTF-8");
    private final Asset script = read("page/page.js", "page", "js", "text/javascript;charset=UTF-8");
    private final Asset icon = read("page/icon.svg", "icon", "svg", "image/svg+xml");
    private final Asset htmx = read(HTMX, "htmx", "js", "text/javascript;charset=UTF-8");

    private final Map<String, Asset> byPath = Stream.of(style, script, icon, htmx)
            .collect(Collectors.toUnmodifiableMap(Asset::path, Function.identity()));

    /** {@code integrity} is the attribute of Subresource Integrity, SHA-384. */
    public record Asset(String path, String mediaType, String integrity, byte[] bytes) {}

    public Asset getStyle() {
        return style;
    }

    public Asset getScript() {
        return script;
    }

    public Asset getIcon() {
        return icon;
    }

    public Asset getHtmx() {
        return htmx;
    }

    public Optional<Asset> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    private static Asset read(String resource, String name, String suffix, String mediaType) {
        try {
            var bytes = new ClassPathResource(resource).getContentAsByteArray();
            var hash = MessageDigest.getInstance("SHA-384").digest(bytes);
            var path = ROOT + name + '-' + HexFormat.of().formatHex(hash, 0, HASH_BYTES_IN_NAME) + '.' + suffix;
            return new Asset(path, mediaType, "sha384-" + Base64.getEncoder().encodeToString(hash), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " is not in this build", e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-384", impossible);
        }
    }
}
