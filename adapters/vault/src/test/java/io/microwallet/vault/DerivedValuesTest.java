package io.microwallet.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.RequestId;
import io.microwallet.vault.crypto.DerivedKeys;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The golden values were computed by another program, from the description alone: they must never change. */
class DerivedValuesTest {
    private static final ClientId CLIENT = new ClientId(new UUID(0, 1));
    private static final ClientId OTHER = new ClientId(new UUID(0, 2));
    private static final IdempotencyKey KEY = new IdempotencyKey(new UUID(0, 3));
    private static final LedgerId LEDGER = new LedgerId(new UUID(0, 4));

    private final DerivedKeys keys = new DerivedKeys(secret());
    private final IdempotencyKeys idempotencyKeys = new IdempotencyKeys(keys);
    private final DerivedIds ids = new DerivedIds(keys);
    private final LinkSecrets links = new LinkSecrets(keys);
    private final BlindIndex index = new BlindIndex(keys);

    @Test
    void golden_values_are_what_another_program_computes() {
        assertThat(index.of(LEDGER, "order-42")).hasToString("ede7a67a-6dee-bd7d-5572-cee32f562883");
        assertThat(ids.of(new RequestId(CLIENT, KEY), "wallet")).hasToString("0a48d817-7cf5-ed57-2227-d77bbc8c280f");
        assertThat(idempotencyKeys.of(CLIENT, "till-7/1").value()).hasToString("e22a820e-6191-6cdf-227e-8c34e9b8dc79");
        assertThat(links.secret(1, CLIENT, KEY)).isEqualTo("WxsEFqhTjFa3HO-p7ge-zw");
        assertThat(HexFormat.of().formatHex(new ReceiptSeeds(keys).seed(1)))
                .isEqualTo("2c0e205ac03013a11df302f05e02852fdde20b8834858b502e032039ddf66094");
    }

    @Test
    void a_key_that_is_a_uuid_stays_as_it_is_in_both_cases() {
        var text = "0198c0de-cafe-7abc-8def-0123456789ab";
        assertThat(idempotencyKeys.of(CLIENT, text).value()).isEqualTo(UUID.fromString(text));
        assertThat(idempotencyKeys
                        .of(CLIENT, "0198C0DE-CAFE-7ABC-8DEF-0123456789AB")
                        .value())
                .isEqualTo(UUID.fromString(text));
    }

    @Test
    void no_client_can_send_the_key_of_an_item_of_a_batch() {
        var batch = new RequestId(CLIENT, KEY);
        var items = IntStream.range(0, 1_000)
                .mapToObj(i -> idempotencyKeys.ofItem(batch, i))
                .toList();
        assertThat(items).doesNotHaveDuplicates();
        assertThat(items)
                .allSatisfy(item -> assertThat(
                                idempotencyKeys.of(CLIENT, item.value().toString()))
                        .isNotEqualTo(item));
        assertThat(idempotencyKeys.ofItem(batch, 0)).isEqualTo(items.getFirst());
        assertThat(idempotencyKeys.ofItem(new RequestId(OTHER, KEY), 0)).isNotEqualTo(items.getFirst());
    }

    @Test
    void a_text_that_is_almost_a_uuid_is_none() {
        assertThat(idempotencyKeys.of(CLIENT, "1-1-1-1-1").value()).isNotEqualTo(UUID.fromString("1-1-1-1-1"));
    }

    @Test
    void the_same_text_from_two_clients_is_two_keys() {
        assertThat(idempotencyKeys.of(CLIENT, "till-7/1")).isNotEqualTo(idempotencyKeys.of(OTHER, "till-7/1"));
        assertThat(idempotencyKeys.of(CLIENT, "till-7/1")).isNotEqualTo(idempotencyKeys.of(CLIENT, "till-7/2"));
    }

    @Test
    void ids_differ_by_client_key_and_kind_and_are_the_same_for_a_retry() {
        var all = new HashSet<UUID>();
        for (var client : new ClientId[] {CLIENT, OTHER}) {
            for (var key = 0; key < 50; key++) {
                for (var kind : new String[] {"wallet", "link"}) {
                    var request = new RequestId(client, new IdempotencyKey(new UUID(7, key)));
                    assertThat(all.add(ids.of(request, kind))).isTrue();
                    assertThat(ids.of(request, kind)).isEqualTo(ids.of(request, kind));
                }
            }
        }
    }

    @Test
    void a_links_secret_depends_on_version_client_and_key() {
        assertThat(links.secret(2, CLIENT, KEY)).isNotEqualTo(links.secret(1, CLIENT, KEY));
        assertThat(links.secret(1, OTHER, KEY)).isNotEqualTo(links.secret(1, CLIENT, KEY));
        assertThat(links.secret(1, CLIENT, new IdempotencyKey(new UUID(0, 9))))
                .isNotEqualTo(links.secret(1, CLIENT, KEY));
        assertThat(links.secret(1, CLIENT, KEY)).hasSize(22);
    }

    @Test
    void a_links_secret_matches_its_own_hash_only() {
        var secret = links.secret(1, CLIENT, KEY);
        assertThat(LinkSecrets.matches(secret, LinkSecrets.hash(secret))).isTrue();
        assertThat(LinkSecrets.matches(secret + "x", LinkSecrets.hash(secret))).isFalse();
    }

    @Test
    void a_text_is_found_in_its_own_ledger_only() {
        assertThat(index.of(LEDGER, "order-42")).isNotEqualTo(index.of(new LedgerId(new UUID(0, 5)), "order-42"));
        assertThat(index.of(LEDGER, "order-42")).isNotEqualTo(index.of(LEDGER, "order-43"));
    }

    @Test
    void values_stay_the_same_when_the_kept_keys_are_thrown_away() {
        var before = index.of(LEDGER, "order-42");
        IntStream.range(0, 10_001).forEach(i -> index.of(new LedgerId(new UUID(9, i)), "x"));
        assertThat(index.of(LEDGER, "order-42")).isEqualTo(before);
    }

    static byte[] secret() {
        var secret = new byte[32];
        for (var i = 0; i < secret.length; i++) {
            secret[i] = (byte) i;
        }
        return secret;
    }
}
