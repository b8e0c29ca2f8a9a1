package io.microwallet.core.wallet;

import io.microwallet.core.popup.PopUpId;
import org.jspecify.annotations.Nullable;

/** What shows that a member was at a pop-up: memberships count it. */
public interface VisitsPopUp {
    WalletId wallet();

    /** Null where none was named. */
    @Nullable
    PopUpId popUp();
}
