package io.microwallet.api.listing.call;

/** What a list can be narrowed by: a parameter of its query. */
public enum Filter {
    WALLET("wallet", "Only what concerns this wallet: this client's token for it"),
    MERCHANT("merchant", "Only this merchant's"),
    PLAN("plan", "Only those of this plan"),
    DROP("drop", "Only those of this drop"),
    POP_UP("popUp", "Only those of this pop-up"),
    PROCESSOR("processor", "Only this processor's"),
    PURCHASE("purchase", "Only those of this purchase; named alone"),
    REFERENCE("reference", "Only those with this reference");

    private final String parameter;
    private final String description;

    Filter(String parameter, String description) {
        this.parameter = parameter;
        this.description = description;
    }

    String parameter() {
        return parameter;
    }

    String description() {
        return description;
    }
}
