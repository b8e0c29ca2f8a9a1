package io.microwallet.api.http.call;

/** Where a request carries what the door found out about it. */
final class CallAttributes {
    static final String CALLER = Caller.class.getName();
    static final String WRITE = WriteCall.class.getName();

    private CallAttributes() {}
}
