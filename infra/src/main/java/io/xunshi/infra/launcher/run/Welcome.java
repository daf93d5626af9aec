package io.xunshi.infra.launcher.run;

import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.launcher.state.DemoAccount;
import io.xunshi.infra.launcher.state.RunRecord.Part;
import io.xunshi.infra.launcher.state.StateFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a person needs to know when the platform has started. */
public record Welcome(StateFolder state, String url) {

    public void print(Console console) {
        var lines = new ArrayList<>(List.of("Xunshi is up: " + url, ""));
        List<DemoAccount> accounts = state.demoAccounts();
        if (!accounts.isEmpty()) {
            lines.add("Demo logins");
            accounts.forEach(account -> lines.add(login(account)));
            lines.add("");
        }
        simulation().ifPresent(address -> {
            lines.add("Codes and messages " + address + "/messages");
            lines.add("Simulated payments " + address + "  (orders lead there)");
        });
        lines.add("Public log         " + url + "/log/checkpoint");
        lines.add("API description    " + url + "/v3/api-docs");
        lines.add("State and logs     " + state.path());
        console.box(lines);
    }

    /** Where the simulated providers are, if any is simulated. */
    private Optional<String> simulation() {
        return state.runRecord().stream()
                .flatMap(run -> run.parts().stream())
                .filter(part -> part.name().equals(Providers.NAME))
                .map(Part::address)
                .findFirst();
    }

    private static String login(DemoAccount account) {
        String role = account.role().toLowerCase(Locale.ROOT).replace('_', ' ');
        return String.format(Locale.ROOT, "  %-20s %-28s %s", role, account.contact(), account.password());
    }
}
