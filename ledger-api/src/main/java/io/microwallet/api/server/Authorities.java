package io.microwallet.api.server;

import io.microwallet.api.signature.SignedCall;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The hosts that the service answers for: those configured, or else the address that it is bound to. */
public final class Authorities implements Predicate<String> {
    private volatile Set<String> accepted;

    public Authorities(List<String> configured) {
        this.accepted = configured.stream().map(SignedCall::normalised).collect(Collectors.toUnmodifiableSet());
    }

    /** Told once the port is known; changes nothing where authorities are configured. */
    void bound(String address, int port) {
        if (accepted.isEmpty()) {
            accepted = Set.of(
                    SignedCall.normalised(bracketed(address) + ':' + port), SignedCall.normalised("localhost:" + port));
        }
    }

    static String bracketed(String address) {
        return address.contains(":") ? '[' + address + ']' : address;
    }

    @Override
    public boolean test(String authority) {
        return accepted.contains(authority);
    }
}
