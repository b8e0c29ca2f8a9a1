package io.microwallet.api.wallet;

import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.json.Fields;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.core.books.Books;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.request.AbsentException;
import io.microwallet.core.request.RequestHeader;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.vault.WalletToken;
import io.microwallet.vault.WalletTokens;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Wallets by the tokens of the client that calls: the only place where one becomes the other. */
@Component
public final class ClientWallets {
    private static final String EXPECTED =
            "A wallet token is w1_… with 24 digits of Crockford's base32 and a check character.";

    private final WalletTokens tokens;
    private final Books books;

    public ClientWallets(WalletTokens tokens, Books books) {
        this.tokens = tokens;
        this.books = books;
    }

    /** A token from a path or a query; a 400 where it is none or its check character is wrong. */
    public static WalletToken parse(String text) {
        try {
            return WalletToken.parse(text);
        } catch (IllegalArgumentException _) {
            throw ProblemCode.INVALID_TOKEN.exception(EXPECTED);
        }
    }

    /** A token from a field of a body. */
    public static WalletToken parse(String pointer, @Nullable String value) {
        var text = Fields.required(pointer, value);
        try {
            return WalletToken.parse(text);
        } catch (IllegalArgumentException _) {
            throw ProblemCode.INVALID_TOKEN.at(pointer, EXPECTED);
        }
    }

    /** The wallet of a token of this client, while a command is prepared. */
    public WalletId find(Caller caller, WalletToken token) throws AbsentException {
        return switch (tokens.resolve(caller.client(), token)) {
            case WalletTokens.Found found -> found.wallet();
            case WalletTokens.Erased _ -> throw new AbsentException(Absence.WALLET_ERASED);
            case WalletTokens.Unknown _ -> throw new AbsentException(Absence.WALLET_NOT_FOUND);
        };
    }

    /** The wallet of a token of this client, for a read: a 404 or 410 where there is none. */
    public WalletId read(Caller caller, WalletToken token) {
        try {
            return find(caller, token);
        } catch (AbsentException e) {
            throw Absences.exception(e.absence());
        }
    }

    /** Whether this client may see a wallet of its ledger: finance and admin all, checkout those that it has a token for. */
    public boolean sees(Caller caller, WalletId wallet) {
        return caller.seesWholeLedger()
                || tokens.resolve(caller.client(), tokenOf(caller, wallet)) instanceof WalletTokens.Found;
    }

    /** Makes sure that this client can use its token for a wallet from now on. */
    public void give(Caller caller, WalletId wallet) {
        tokens.issue(caller.client(), caller.tokenVersion(), List.of(wallet));
    }

    /** The tokens under which this client knows wallets that it may see; they are good from now on. */
    public Map<WalletId, String> show(Caller caller, Collection<WalletId> wallets) {
        var distinct = wallets.stream().distinct().toList();
        if (caller.seesWholeLedger()) {
            tokens.issue(caller.client(), caller.tokenVersion(), remembered(distinct));
        }
        return distinct.stream()
                .collect(Collectors.toMap(
                        Function.identity(), wallet -> tokenOf(caller, wallet).text()));
    }

    /** No row says again which wallet a token meant once its member is erased. */
    private List<WalletId> remembered(List<WalletId> wallets) {
        return wallets.stream()
                .filter(wallet -> !(books.read(wallet) instanceof Wallet.Erased))
                .toList();
    }

    public String show(Caller caller, WalletId wallet) {
        return show(caller, List.of(wallet)).getOrDefault(wallet, "");
    }

    /** The token in an answer: of the client that asked first, in the version of that time. Pure. */
    public String inAnswer(RequestHeader request, WalletId wallet) {
        return token(request.id().client(), request.tokenVersion(), wallet).text();
    }

    private WalletToken tokenOf(Caller caller, WalletId wallet) {
        return token(caller.client(), caller.tokenVersion(), wallet);
    }

    private WalletToken token(ClientId client, int version, WalletId wallet) {
        return tokens.of(client, version, wallet);
    }
}
