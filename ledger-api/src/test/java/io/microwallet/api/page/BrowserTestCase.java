package io.microwallet.api.page;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.tools.NeedsTool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A service of its own and a real browser. */
@NeedsTool("chromium")
abstract class BrowserTestCase {
    static RunningService service;
    static Chromium chromium;

    @BeforeAll
    static void start() {
        service = RunningService.start();
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        service.close();
    }
}
