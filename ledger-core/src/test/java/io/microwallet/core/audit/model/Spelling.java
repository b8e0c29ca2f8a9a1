package io.microwallet.core.audit.model;

import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.LotId;
import java.time.Instant;

/** How both sides write down what they compare. */
public final class Spelling {
    private Spelling() {}

    public static String lot(String kind, LotId id, String amount, Instant since, Instant expires, Funder funder) {
        return kind + ' ' + id + ' ' + amount + " since " + since + (expires == null ? "" : " until " + expires)
                + (funder == null ? "" : " by " + funder);
    }
}
