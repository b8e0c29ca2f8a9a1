package io.microwallet.api.server;

import com.zaxxer.hikari.HikariDataSource;
import io.microwallet.vault.BlindIndex;
import io.microwallet.vault.DataKeys;
import io.microwallet.vault.DerivedIds;
import io.microwallet.vault.Erasure;
import io.microwallet.vault.IdempotencyKeys;
import io.microwallet.vault.KeyRotation;
import io.microwallet.vault.LinkSecrets;
import io.microwallet.vault.LinkSessions;
import io.microwallet.vault.ReceiptSeeds;
import io.microwallet.vault.SealedTexts;
import io.microwallet.vault.Vault;
import io.microwallet.vault.WalletTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The vault, part by part, and the connections that it shares with the queries of lists. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    @Bean(destroyMethod = "")
    HikariDataSource dataSource(Engine engine) {
        return engine.connections();
    }

    @Bean
    JdbcClient database(HikariDataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    Vault vault(Engine engine) {
        return engine.vault();
    }

    @Bean
    DataKeys dataKeys(Vault vault) {
        return vault.dataKeys();
    }

    @Bean
    SealedTexts sealedTexts(Vault vault) {
        return vault.sealedTexts();
    }

    @Bean
    WalletTokens walletTokens(Vault vault) {
        return vault.walletTokens();
    }

    @Bean
    BlindIndex blindIndex(Vault vault) {
        return vault.blindIndex();
    }

    @Bean
    DerivedIds derivedIds(Vault vault) {
        return vault.derivedIds();
    }

    @Bean
    IdempotencyKeys idempotencyKeys(Vault vault) {
        return vault.idempotencyKeys();
    }

    @Bean
    LinkSecrets linkSecrets(Vault vault) {
        return vault.linkSecrets();
    }

    @Bean
    LinkSessions linkSessions(Vault vault) {
        return vault.linkSessions();
    }

    @Bean
    ReceiptSeeds receiptSeeds(Vault vault) {
        return vault.receiptSeeds();
    }

    @Bean
    Erasure erasure(Vault vault) {
        return vault.erasure();
    }

    @Bean
    KeyRotation keyRotation(Vault vault) {
        return vault.keyRotation();
    }
}
