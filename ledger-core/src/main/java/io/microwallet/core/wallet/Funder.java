package io.microwallet.core.wallet;

import io.microwallet.core.journal.Account;
import io.microwallet.core.merchant.MerchantId;
import org.jspecify.annotations.Nullable;

/** Who paid for a credit; {@code merchant} is there for a merchant's alone. */
public record Funder(Kind kind, @Nullable MerchantId merchant) {
    /** What paid. */
    public enum Kind {
        /** A membership's own price: the member paid for it. */
        PLAN,
        /** The ledger: a promotion of its own. */
        LEDGER,
        /** A merchant's promotion. */
        MERCHANT
    }

    /** @throws IllegalArgumentException unless a merchant is named by its own kind, and by no other */
    public Funder {
        if ((kind == Kind.MERCHANT) != (merchant != null)) {
            throw new IllegalArgumentException("a merchant is named where it pays, and nowhere else");
        }
    }

    public static Funder plan() {
        return new Funder(Kind.PLAN, null);
    }

    public static Funder ledger() {
        return new Funder(Kind.LEDGER, null);
    }

    public static Funder merchant(MerchantId merchant) {
        return new Funder(Kind.MERCHANT, merchant);
    }

    /** Where its credit goes that expires unspent: back to who gave it, and to breakage where the member paid for it. */
    public Account breaksInto() {
        if (merchant != null) {
            return new Account.MerchantPayable(merchant);
        }
        return kind == Kind.PLAN ? new Account.Breakage() : new Account.MembershipCredits();
    }
}
