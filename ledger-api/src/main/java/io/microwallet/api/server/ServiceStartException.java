package io.microwallet.api.server;

import java.util.Objects;

/** The service cannot start; the message says why, to a person. */
public final class ServiceStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ServiceStartException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The innermost reason is the one that a person can do something about. */
    static ServiceStartException of(RuntimeException e) {
        Throwable reason = e;
        while (reason.getCause() != null && reason.getCause() != reason) {
            reason = reason.getCause();
        }
        return new ServiceStartException(Objects.requireNonNullElse(reason.getMessage(), reason.toString()), e);
    }
}
