package io.microwallet.api.server;

import io.microwallet.api.http.json.AnswerJson;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code service.json} in the data directory: how commands on this machine find the running service. */
final class ServiceFile {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceFile.class);
    private static final String NAME = "service.json";

    private ServiceFile() {}

    private record Contents(String url, String managementUrl, long pid) {}

    static void write(Path data, URI url, URI managementUrl) throws IOException {
        var contents = new Contents(
                url.toString(),
                managementUrl.toString(),
                ProcessHandle.current().pid());
        var fresh = Files.createTempFile(data, NAME, ".new");
        Files.write(fresh, AnswerJson.bytes(contents));
        Files.move(fresh, data.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A file that stays behind names a process that is gone, which whoever reads it will notice. */
    static void remove(Path data) {
        try {
            Files.deleteIfExists(data.resolve(NAME));
        } catch (IOException e) {
            LOG.warn("{} stays in {}: {}", NAME, data, e.toString());
        }
    }
}
