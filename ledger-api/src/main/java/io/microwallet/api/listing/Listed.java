package io.microwallet.api.listing;

import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.drop.DropId;
import io.microwallet.core.id.DerivedUuid;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.wallet.WalletId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What lists are made of. */
public final class Listed {
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private Listed() {}

    /** What stands for a processor where a sale has its merchant. */
    public static MerchantId processor(ProcessorId processor) {
        return new MerchantId(DerivedUuid.of("processor", processor.value()));
    }

    /** What can be listed, with the number that stands for each in the table; never renumber one. */
    public enum Kind {
        LEDGER(1),
        CLIENT(2),
        MERCHANT(3),
        WALLET(4),
        TOP_UP(5),
        PURCHASE(6),
        /** Members that were erased: at each start their rows are deleted again. */
        ERASED_WALLET(7),
        PLAN(10),
        MEMBERSHIP(11),
        DROP(12),
        HOLD(13),
        REFUND(14),
        CHARGEBACK(15),
        PAYOUT(16),
        POP_UP(18),
        CREDIT(19),
        JOB(20),
        PROCESSOR_PAYOUT(21),
        /** What fits nothing, and a person has to look at. */
        EXCEPTION(30);

        private final short code;

        Kind(int code) {
            this.code = (short) code;
        }

        public short code() {
            return code;
        }
    }

    /**
     * Which of a ledger's things are asked for.
     *
     * @param visibleTo only what concerns a wallet that this client has a token for
     * @param by only what this client itself asked for
     */
    public record Query(
            Kind kind,
            LedgerId ledger,
            Optional<ClientId> visibleTo,
            Optional<ClientId> by,
            Optional<WalletId> wallet,
            Optional<MerchantId> merchant,
            Optional<DropId> drop,
            Optional<String> reference) {

        public static Query of(Kind kind, LedgerId ledger) {
            return new Query(
                    kind,
                    ledger,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /** Checkout clients see what concerns their own wallets; finance and admins see all of their ledger. */
        public Query visibleTo(Caller caller) {
            var only = caller.seesWholeLedger() ? Optional.<ClientId>empty() : Optional.of(caller.client());
            return new Query(kind, ledger, only, by, wallet, merchant, drop, reference);
        }

        /** A checkout client's reference finds what that client named so, not what another one did. */
        public Query namedBy(Caller caller) {
            var only = caller.seesWholeLedger() ? Optional.<ClientId>empty() : Optional.of(caller.client());
            return new Query(kind, ledger, visibleTo, only, wallet, merchant, drop, reference);
        }

        public Query wallet(Optional<WalletId> only) {
            return new Query(kind, ledger, visibleTo, by, only, merchant, drop, reference);
        }

        public Query merchant(Optional<MerchantId> only) {
            return new Query(kind, ledger, visibleTo, by, wallet, only, drop, reference);
        }

        public Query drop(Optional<DropId> only) {
            return new Query(kind, ledger, visibleTo, by, wallet, merchant, only, reference);
        }

        /** A 400 for what cannot be a reference. */
        public Query reference(@Nullable String text) {
            if (text != null && !REFERENCE.matcher(text).matches()) {
                throw ProblemCode.INVALID_PARAMETER.exception(
                        "A reference is 1 to 64 characters of A-Z a-z 0-9 . _ : -");
            }
            return new Query(kind, ledger, visibleTo, by, wallet, merchant, drop, Optional.ofNullable(text));
        }
    }
}
