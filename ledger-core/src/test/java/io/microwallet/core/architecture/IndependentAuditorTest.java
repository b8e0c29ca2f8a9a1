package io.microwallet.core.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.microwallet.core.batch.BatchCommand;
import io.microwallet.core.chargeback.Dispute;
import io.microwallet.core.client.Credentials;
import io.microwallet.core.client.PublicKey;
import io.microwallet.core.client.Scope;
import io.microwallet.core.decision.Command;
import io.microwallet.core.drop.Offer;
import io.microwallet.core.hold.HoldCommand;
import io.microwallet.core.id.Identifier;
import io.microwallet.core.job.ReturnTotals;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.ledger.LimitsChange;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.link.SecretHash;
import io.microwallet.core.membership.Benefits;
import io.microwallet.core.membership.Cliff;
import io.microwallet.core.membership.MemberPrice;
import io.microwallet.core.membership.PlanTerms;
import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.payout.PayoutCommand;
import io.microwallet.core.popup.Window;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.refund.RefundTarget;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.RefusalCode;
import io.microwallet.core.settlement.Settlement;
import io.microwallet.core.topup.CardToken;
import io.microwallet.core.topup.DeclineCode;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.wallet.Funder;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The auditor's model shares the words of commands with the product, and no rule, state or arithmetic. */
class IndependentAuditorTest {
    private static final String MODEL = "io.microwallet.core.audit.model";

    /** What commands carry, besides ids. */
    private static final Set<Class<?>> WORDS = Set.of(
            Money.class,
            Currency.class,
            ProcessorId.class,
            Mode.class,
            Scope.class,
            Credentials.class,
            PublicKey.class,
            PublicKey.Algorithm.class,
            MerchantKind.class,
            SealedText.class,
            CardToken.class,
            DeclineCode.class,
            ProcessorReference.class,
            SecretHash.class,
            Funder.class,
            Funder.Kind.class,
            PayoutCommand.Payable.class,
            Offer.class,
            Offer.EarlyAccess.class,
            Window.class,
            HoldCommand.Rest.class,
            RefundTarget.class,
            Dispute.class,
            Settlement.class,
            PlanTerms.class,
            Benefits.class,
            Cliff.class,
            MemberPrice.class,
            BatchCommand.Item.class,
            Operation.class,
            ReturnTotals.class,
            ReturnTotals.Refused.class,
            RefusalCode.class,
            Limits.class,
            LimitsChange.class);

    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(MODEL);

    private static final DescribedPredicate<JavaClass> KNOWN = DescribedPredicate.describe(
            "the JDK's, the model's own, a command, an id, or a word that commands carry",
            type -> type.getPackageName().startsWith("java.")
                    || type.getPackageName().startsWith("org.jspecify.")
                    || type.getPackageName().equals(MODEL)
                    || type.isPrimitive()
                    || type.isAssignableTo(Command.class)
                    || type.isAssignableTo(Identifier.class)
                    || WORDS.stream().anyMatch(word -> type.isEquivalentTo(word))
                    || (type.isArray()
                            && type.getBaseComponentType().getPackageName().equals(MODEL)));

    @Test
    void the_model_imports_nothing_but_commands_and_their_words() {
        assertThat(CLASSES).isNotEmpty();
        classes().should().onlyDependOnClassesThat(KNOWN).check(CLASSES);
    }

    @Test
    void no_word_is_allowed_that_the_model_does_not_use() {
        assertThat(WORDS)
                .isNotEmpty()
                .allMatch(word -> CLASSES.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(word)));
    }
}
