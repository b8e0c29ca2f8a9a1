package io.microwallet.simulator.server;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The test cards, each a pure function of the card's token and the charge's key:
 *
 * <table>
 * <caption>Test cards</caption>
 * <tr><th>Token</th><th>What happens</th></tr>
 * <tr><td>{@code tok_visa}, {@code tok_mastercard}</td><td>approved, answered at once</td></tr>
 * <tr><td>{@code tok_declined_CODE}</td><td>declined with {@code CODE}: {@code insufficient_funds}, {@code lost_card},
 * {@code stolen_card}, {@code expired_card}, {@code do_not_honor}, or any other of {@code [a-z_]{1,40}}</td></tr>
 * <tr><td>{@code tok_late}</td><td>approved, answered late (3 s); {@code pending} to a look-up until then</td></tr>
 * <tr><td>{@code tok_twice}</td><td>approved, answered at once, and notified twice</td></tr>
 * <tr><td>{@code tok_silent}</td><td>approved, never answered; a look-up finds it</td></tr>
 * <tr><td>{@code tok_broken}</td><td>the answer breaks off in the middle, every time. Approved for one half of all keys,
 * declined with {@code processing_error} for the other; a look-up tells</td></tr>
 * <tr><td>{@code tok_lost}</td><td>the first attempt is lost before the processor sees it, so that a look-up finds
 * nothing; the second is approved</td></tr>
 * <tr><td>{@code tok_refund_late}</td><td>approved; a refund of it is {@code pending} for 3 s, then settles and is
 * notified</td></tr>
 * <tr><td>{@code tok_refund_fails}</td><td>approved; every refund of it fails with {@code account_closed}</td></tr>
 * <tr><td>{@code tok_refund_fails_late}</td><td>approved; a refund of it settles at once, and 3 s later it has failed with
 * {@code account_closed} and is notified</td></tr>
 * <tr><td>{@code tok_disputed}</td><td>approved; 3 s later its holder disputes all of it, with a fee of 1,500 minor units:
 * notified twice</td></tr>
 * <tr><td>{@code tok_disputed_early}</td><td>the same, notified before the approval is answered</td></tr>
 * <tr><td>{@code tok_disputed_won}</td><td>as {@code tok_disputed}; 3 s later the dispute is won and notified</td></tr>
 * <tr><td>any other</td><td>declined with {@code no_such_card}</td></tr>
 * </table>
 *
 * @param declineCode empty where the money is taken
 */
record TestCard(String declineCode, Manner manner) {

    /** How the processor answers. */
    enum Manner {
        AT_ONCE,
        LATE,
        AND_NOTIFIED_TWICE,
        NEVER,
        BROKEN_OFF,
        LOST_AT_FIRST
    }

    private static final String APPROVED = "";

    static TestCard of(String token, String key) {
        return switch (token) {
            case "tok_visa", "tok_mastercard", "tok_refund_late", "tok_refund_fails", "tok_refund_fails_late" ->
                new TestCard(APPROVED, Manner.AT_ONCE);
            case "tok_disputed", "tok_disputed_early", "tok_disputed_won" -> new TestCard(APPROVED, Manner.AT_ONCE);
            case "tok_late" -> new TestCard(APPROVED, Manner.LATE);
            case "tok_twice" -> new TestCard(APPROVED, Manner.AND_NOTIFIED_TWICE);
            case "tok_silent" -> new TestCard(APPROVED, Manner.NEVER);
            case "tok_broken" -> new TestCard(inTheLuckyHalf(key) ? APPROVED : "processing_error", Manner.BROKEN_OFF);
            case "tok_lost" -> new TestCard(APPROVED, Manner.LOST_AT_FIRST);
            default -> new TestCard(declineCodeIn(token), Manner.AT_ONCE);
        };
    }

    boolean approves() {
        return declineCode.isEmpty();
    }

    private static String declineCodeIn(String token) {
        return token.matches("tok_declined_[a-z_]{1,40}") ? token.substring("tok_declined_".length()) : "no_such_card";
    }

    private static boolean inTheLuckyHalf(String key) {
        var crc = new CRC32();
        crc.update(key.getBytes(StandardCharsets.US_ASCII));
        return (crc.getValue() & 1) == 0;
    }
}
