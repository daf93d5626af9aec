package io.xunshi.sample;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.usecase.DescribeDevice;
import io.xunshi.platform.listing.usecase.DescribeDevice.Described;
import io.xunshi.platform.regulation.DeviceNumber;
import io.xunshi.platform.regulation.Devices;
import io.xunshi.platform.regulation.WipeDeclaration;
import io.xunshi.platform.regulation.WipeRecord;
import io.xunshi.platform.regulation.WipeRecord.Result;
import io.xunshi.platform.regulation.usecase.VerifyWipe;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Has every device wiped and verified at the demo point, so that it may be sold whatever the day is. */
class Wipes {
    private final Devices devices;
    private final DescribeDevice describeDevice;
    private final VerifyWipe verifyWipe;
    private final Accounts accounts;

    Wipes(Devices devices, DescribeDevice describeDevice, VerifyWipe verifyWipe, Accounts accounts) {
        this.devices = devices;
        this.describeDevice = describeDevice;
        this.verifyWipe = verifyWipe;
        this.accounts = accounts;
    }

    /** Nothing for goods that hold no data. */
    Mono<Void> prepare(AccountId seller, ListingId id, String category, int number, LocalDate day) {
        return devices.holdDataIn(category)
                ? describeDevice
                        .enterNumbers(seller, id, List.of(serial(number)))
                        .then(describeDevice.declareWiped(seller, id, wipe(day)))
                        .flatMap(described -> verify(described, serial(number)))
                : Mono.empty();
    }

    private Mono<Void> verify(Described described, DeviceNumber number) {
        var code = Optional.ofNullable(described.device().wipeRecord())
                .map(WipeRecord::code)
                .orElseThrow();
        return accounts.findByContact(People.POINT)
                .map(AccountView::id)
                .flatMap(point -> verifyWipe.verify(point, code, Result.PASSED, number.tail(), ""))
                .then();
    }

    private static DeviceNumber serial(int number) {
        return new DeviceNumber(DeviceNumber.Kind.SERIAL, "XS%08d".formatted(number));
    }

    private static WipeDeclaration wipe(LocalDate day) {
        return new WipeDeclaration(
                WipeDeclaration.Method.BLOCK_ERASE,
                WipeDeclaration.Medium.SEMICONDUCTOR,
                null,
                "系统设置 · 抹掉所有内容",
                day,
                null,
                true);
    }
}
