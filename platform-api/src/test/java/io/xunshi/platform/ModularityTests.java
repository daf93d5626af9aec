package io.xunshi.platform;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {
    private final ApplicationModules modules = ApplicationModules.of(PlatformApplication.class);

    @Test
    void modulesTalkOnlyThroughTheirPublicApis() {
        modules.verify();
    }

    @Test
    void writesTheModuleDocumentation() {
        new Documenter(modules)
                .writeDocumentation(
                        org.springframework.modulith.docs.Documenter.DiagramOptions.defaults(),
                        org.springframework.modulith.docs.Documenter.CanvasOptions.defaults()
                                .revealInternals());
    }
}
