package io.microwallet.api.server;

import io.microwallet.embedded.DatabaseLogin;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the service is to be started.
 *
 * @param data keys, heads of the log, exports and the embedded database
 * @param database the login of the service's role in a database of one's own; empty for the embedded one
 * @param address to bind to; another than loopback needs TLS or a proxy in front that has it
 * @param port 0 for any free one
 * @param managementPort of health and metrics, always on loopback; 0 for any free one
 * @param authorities hosts (and ports) that signed calls may name; empty for the bound address
 */
public record ServeSettings(
        Path data,
        Optional<DatabaseLogin> database,
        String address,
        int port,
        int managementPort,
        List<String> authorities,
        boolean behindProxy,
        Optional<Tls> tls,
        int callsPerSecondAndClient) {
    public static final int PORT = 8480;
    public static final int MANAGEMENT_PORT = 8481;
    public static final int CALLS_PER_SECOND_AND_CLIENT = 5_000;

    private static final String LOOPBACK = "127.0.0.1";

    /** PEM files. */
    public record Tls(Path certificate, Path privateKey) {}

    /** @throws IllegalArgumentException where calls would come over a network in clear */
    public ServeSettings {
        authorities = List.copyOf(authorities);
        if (!isLoopback(address) && tls.isEmpty() && !behindProxy) {
            throw new IllegalArgumentException("the address " + address
                    + " is not loopback: give a certificate and its key, or say that a proxy with TLS is in front");
        }
    }

    /** The embedded database in a data directory, on loopback, on the usual ports. */
    public static ServeSettings of(Path data) {
        return new ServeSettings(
                data,
                Optional.empty(),
                LOOPBACK,
                PORT,
                MANAGEMENT_PORT,
                List.of(),
                false,
                Optional.empty(),
                CALLS_PER_SECOND_AND_CLIENT);
    }

    public ServeSettings withDatabase(DatabaseLogin login) {
        return new ServeSettings(
                data,
                Optional.of(login),
                address,
                port,
                managementPort,
                authorities,
                behindProxy,
                tls,
                callsPerSecondAndClient);
    }

    public ServeSettings withPorts(int port, int managementPort) {
        return new ServeSettings(
                data, database, address, port, managementPort, authorities, behindProxy, tls, callsPerSecondAndClient);
    }

    public ServeSettings withCallsPerSecondAndClient(int calls) {
        return new ServeSettings(data, database, address, port, managementPort, authorities, behindProxy, tls, calls);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException _) {
            throw new IllegalArgumentException("not an address of this machine: " + address);
        }
    }
}
