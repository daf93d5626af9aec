package io.xunshi.platform;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Starts the market's server. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@EnableTransactionManagement
public class PlatformApplication {
    /** The order to rebuild the search index and end. */
    private static final String REINDEX = "reindex";

    public static void main(String[] arguments) {
        var platform = SpringApplication.run(PlatformApplication.class, arguments);
        if (platform.getBean(ApplicationArguments.class).containsOption(REINDEX)) {
            System.exit(SpringApplication.exit(platform));
        }
    }
}
