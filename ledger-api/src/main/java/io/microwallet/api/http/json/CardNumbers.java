package io.microwallet.api.http.json;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Tells card numbers from other numbers: 13 to 19 digits once spaces and dashes are gone, a network's prefix with one of its
 * lengths, and Luhn's check digit. One EAN-13 barcode in ten passes Luhn alone. What stands inside a UUID (RFC 9562) is none: of
 * random ones, one in some thousands would be refused.
 */
public final class CardNumbers {
    private static final String GAP = "[\\s\\u00a0\\u2010-\\u2015\\u2212-]";
    private static final Pattern RUNS = Pattern.compile("[0-9](?:" + GAP + "*[0-9]){12,}");
    /** With a letter at least: digits alone may be a card number and something beside it. */
    private static final Pattern UUIDS = Pattern.compile(
            "(?<![0-9a-zA-Z])(?=[0-9-]*[a-fA-F])[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}(?![0-9a-zA-Z])");

    private static final Pattern GROUPS = Pattern.compile("[0-9]+");

    /** Visa; Mastercard; American Express; Diners Club; Discover; JCB; UnionPay; Maestro. */
    private static final Pattern NETWORKS = Pattern.compile("4(?:\\d{12}|\\d{15}|\\d{18})"
            + "|(?:5[1-5]\\d{2}|222[1-9]|22[3-9]\\d|2[3-6]\\d{2}|27[01]\\d|2720)\\d{12}"
            + "|3[47]\\d{13}"
            + "|(?:30[0-5]\\d|309\\d|36\\d{2}|3[89]\\d{2})\\d{10,15}"
            + "|(?:6011|64[4-9]\\d|65\\d{2})\\d{12,15}"
            + "|35(?:2[89]|[3-8]\\d)\\d{12,15}"
            + "|(?:62|81)\\d{14,17}"
            + "|(?:50|5[6-9]|6[0-9])\\d{14,17}");

    private CardNumbers() {}

    /** Whether a text holds a card number; a longer row of digits without a gap is another number. */
    public static boolean in(String text) {
        var others = UUIDS.matcher(text).replaceAll("uuid");
        return RUNS.matcher(others).results().anyMatch(run -> holdsOne(groups(run.group())));
    }

    private static List<String> groups(String run) {
        return GROUPS.matcher(run).results().map(MatchResult::group).toList();
    }

    /** Any neighbouring groups may be one number: an expiry date is often written behind it. */
    private static boolean holdsOne(List<String> groups) {
        for (var first = 0; first < groups.size(); first++) {
            var digits = new StringBuilder();
            for (var group : groups.subList(first, groups.size())) {
                if (isOne(digits.append(group).toString())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOne(String digits) {
        return NETWORKS.matcher(digits).matches() && passesLuhn(digits);
    }

    private static boolean passesLuhn(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
