package io.xunshi.platform.invoicing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.invoicing.FlowFault;
import io.xunshi.platform.invoicing.FlowKind;
import io.xunshi.platform.invoicing.FlowVerdict;
import io.xunshi.platform.invoicing.domain.Flow.FlowParty;
import io.xunshi.platform.invoicing.domain.FlowTable.Difference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether contract, goods, money and invoice say the same. */
class FlowTableTests {
    private static final FlowParty SELLER = new FlowParty("S", "卖方");
    private static final FlowParty BUYER = new FlowParty("B", "买方");
    private static final Flow CONTRACT = flow(20_000L, 900L);
    private static final Flow GOODS = flow(19_950L, 1_000L);
    private static final Flow MONEY = new Flow(SELLER, BUYER, null, null, 1_000L, "");
    private static final Flow INVOICE = flow(19_950L, 1_000L);

    @Test
    void fourThatAgreeMatchThoughLessCameThanWasAgreed() {
        assertThat(of(CONTRACT, GOODS, MONEY, INVOICE).verdict()).isEqualTo(FlowVerdict.MATCHES);
    }

    @Test
    void eachThatIsNotThereIsMissing() {
        assertThat(of(null, GOODS, MONEY, INVOICE).differences())
                .containsExactly(new Difference(FlowKind.CONTRACT, FlowFault.MISSING));
        assertThat(of(CONTRACT, null, MONEY, INVOICE).verdict()).isEqualTo(FlowVerdict.MISSING);
        assertThat(of(CONTRACT, GOODS, null, INVOICE).verdict()).isEqualTo(FlowVerdict.MISSING);
        assertThat(of(CONTRACT, GOODS, MONEY, null).verdict()).isEqualTo(FlowVerdict.MISSING);
    }

    @Test
    void whatDiffersIsNamedWhereItDoes() {
        var other = new FlowParty("X", "别家");

        assertThat(of(CONTRACT, GOODS, new Flow(SELLER, other, null, null, 999L, ""), INVOICE)
                        .differences())
                .containsExactly(
                        new Difference(FlowKind.MONEY, FlowFault.BUYER_DIFFERS),
                        new Difference(FlowKind.MONEY, FlowFault.AMOUNT_DIFFERS));
        assertThat(of(CONTRACT, GOODS, MONEY, new Flow(other, BUYER, "FE", 19_951L, 1_001L, ""))
                        .differences())
                .containsExactly(
                        new Difference(FlowKind.INVOICE, FlowFault.SELLER_DIFFERS),
                        new Difference(FlowKind.INVOICE, FlowFault.MATERIAL_DIFFERS),
                        new Difference(FlowKind.INVOICE, FlowFault.QUANTITY_DIFFERS),
                        new Difference(FlowKind.INVOICE, FlowFault.AMOUNT_DIFFERS));
    }

    @Test
    void moreThanTheContractTakesIsADifferenceAtTheLastGram() {
        assertThat(of(CONTRACT, flow(20_600L, 1_000L), MONEY, flow(20_600L, 1_000L))
                        .verdict())
                .isEqualTo(FlowVerdict.MATCHES);
        assertThat(of(CONTRACT, flow(20_601L, 1_000L), MONEY, flow(20_601L, 1_000L))
                        .differences())
                .containsExactly(new Difference(FlowKind.GOODS, FlowFault.QUANTITY_DIFFERS));
    }

    @Test
    void anObjectionIsADifference() {
        assertThat(FlowTable.of(CONTRACT, GOODS, MONEY, INVOICE, 20_600, 1_000, true)
                        .verdict())
                .isEqualTo(FlowVerdict.DIFFERS);
    }

    private static FlowTable of(
            @Nullable Flow contract, @Nullable Flow goods, @Nullable Flow money, @Nullable Flow invoice) {
        return FlowTable.of(contract, goods, money, invoice, 20_600, 1_000, false);
    }

    private static Flow flow(long quantity, long fen) {
        return new Flow(SELLER, BUYER, "NF-AL", quantity, fen, "");
    }
}
