/** The rules of the ledger. Nothing but the JDK at run time. */
module io.microwallet.core {
    requires static org.jspecify;
}
