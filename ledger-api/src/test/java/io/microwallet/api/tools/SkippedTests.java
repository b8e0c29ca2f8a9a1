package io.microwallet.api.tools;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Counts the tests that a missing tool kept from running, and lists them when all is done: a skipped proof is no proof. */
public final class SkippedTests implements LauncherSessionListener, TestExecutionListener {
    private final List<String> skipped = new CopyOnWriteArrayList<>();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        session.getLauncher().registerTestExecutionListeners(this);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        if (reason.startsWith(ToolCondition.MISSING)) {
            skipped.add(nameOf(test) + ": " + reason);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (!skipped.isEmpty()) {
            System.out.println(summary());
        }
    }

    String summary() {
        return skipped.size() + " skipped for want of a tool (./microwallet test installs them):\n  "
                + String.join("\n  ", skipped);
    }

    private static String nameOf(TestIdentifier test) {
        return test.getSource()
                .map(source -> switch (source) {
                    case ClassSource c -> c.getClassName();
                    case MethodSource m -> m.getClassName() + '.' + m.getMethodName();
                    default -> test.getDisplayName();
                })
                .orElse(test.getDisplayName());
    }
}
