package io.microwallet.api.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.signature.key.ClientKeyPair;
import io.microwallet.api.signature.key.PublicJwk;
import io.microwallet.core.client.PublicKey.Algorithm;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who plays: a ledger of their own, its admin, two tills, a live stream, a finance client, three merchants and the pop-up. */
record Cast(
        String ledger,
        LedgerTime time,
        Player admin,
        Player door,
        Player stall,
        Player stream,
        Player finance,
        String potter,
        String lemonade,
        String collab,
        String popUp) {
    private static final String TIME_ZONE = "Europe/Berlin";
    private static final Duration EVENING = Duration.ofHours(6);

    /** @param keys the folder with the operator's key pair; the new ones are written there too */
    static Cast gather(URI service, Path keys, DemoReport report, Narrator narrator) throws IOException {
        var hiring = new Hiring(service, keys, report);
        var operator = new Player("operator", service, ClientKeyPair.read(keys.resolve("operator.jwk")), report);
        var adminPair = ClientKeyPair.generate(Algorithm.ED25519, new SecureRandom());
        var ledger = operator.post("/v1/ledgers", ledger(adminPair)).orFail();
        var admin = hiring.hire(
                "admin", adminPair, ledger.path("admin").path("keyId").asString());
        narrator.say("The operator opens a sandbox ledger, %s.", Json.text(ledger, "id"));
        var door = hiring.add(admin, "door-till", "checkout", Algorithm.ED25519);
        var stall = hiring.add(admin, "stall-till", "checkout", Algorithm.ECDSA_P256_SHA256);
        var stream = hiring.add(admin, "live-stream", "checkout", Algorithm.ED25519);
        var finance = hiring.add(admin, "finance", "finance", Algorithm.ED25519);
        narrator.say("Its admin adds two tills (one signs with Ed25519, one with ES256), a live stream and finance.");
        var potter = merchant(admin, "Ana's Ceramics", "third-party", 1_000);
        var lemonade = merchant(admin, "Our Lemonade", "own", 0);
        var collab = merchant(admin, "Creator Collab", "third-party", 1_500);
        narrator.say(
                "Three merchants: Ana's Ceramics pays 10 %% commission, Creator Collab 15 %%; Our Lemonade is ours.");
        var time = new LedgerTime(admin);
        var popUp = popUp(admin, time);
        narrator.say("The pop-up is announced: Night market, six hours.");
        return new Cast(
                Json.text(ledger, "id"), time, admin, door, stall, stream, finance, potter, lemonade, collab, popUp);
    }

    private static JsonNode ledger(ClientKeyPair admin) {
        var body = Json.object();
        body.put("name", "Night market").put("mode", "sandbox").put("timeZone", TIME_ZONE);
        body.putObject("admin").put("name", "admin").set("key", jwk(admin));
        return body;
    }

    private static String merchant(Player admin, String name, String kind, int commissionBasisPoints) {
        var body = Json.object();
        body.put("name", name).put("kind", kind).put("commissionBasisPoints", commissionBasisPoints);
        return Json.text(admin.post("/v1/merchants", body).orFail(), "id");
    }

    private static String popUp(Player admin, LedgerTime time) {
        var body = Json.object().put("name", "Night market");
        body.put("opensAt", time.now().toString());
        body.put("closesAt", time.now().plus(EVENING).toString());
        return Json.text(admin.post("/v1/pop-ups", body).orFail(), "id");
    }

    private static JsonNode jwk(ClientKeyPair pair) {
        return Json.parse(PublicJwk.format(pair.publicKey()).getBytes(UTF_8)).orElseThrow();
    }

    /** Makes key pairs here and introduces only their public halves. */
    private record Hiring(URI service, Path keys, DemoReport report) {
        Player add(Player admin, String name, String scope, Algorithm algorithm) throws IOException {
            var pair = ClientKeyPair.generate(algorithm, new SecureRandom());
            ObjectNode body = Json.object();
            body.put("name", name).putArray("scopes").add(scope);
            body.set("key", jwk(pair));
            var added = admin.post("/v1/clients", body).orFail();
            return hire(name, pair, Json.text(added, "keyId"));
        }

        Player hire(String name, ClientKeyPair pair, String keyId) throws IOException {
            var named = pair.withKeyId(keyId);
            var file = keys.resolve(name + ".jwk");
            // Each run opens a ledger of its own: the key of the run before is not needed any more.
            Files.deleteIfExists(file);
            named.write(file);
            return new Player(name, service, named, report);
        }
    }
}
