package org.intercomjira.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The installed Chromium, driven by Playwright with the driver from npm and the installed Node. */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    /** It runs as root in containers, and nothing but the pages under test is to be loaded. */
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-background-networking", "--disable-component-update",
            "--disable-default-apps", "--disable-sync", "--no-first-run", "--no-default-browser-check", "--disable-domain-reliability",
            "--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication");
    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium launch() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        environment.put("PLAYWRIGHT_NODEJS_PATH", onPath("node").orElseThrow(() -> new IllegalStateException("Node.js is not on the path")).toString());
        PlaywrightAssertions.setDefaultAssertionTimeout(Person.PATIENCE.toMillis());
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setExecutablePath(executable()).setArgs(ARGUMENTS).setTimeout(Person.PATIENCE.toMillis());
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    /** A window of its own, in which nobody is logged in. */
    BrowserContext newWindow() {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900).setLocale("en-US"));
    }

    private static Path executable() {
        String given = System.getenv("BROWSER_EXECUTABLE");
        if (given != null && !given.isBlank()) {
            return Path.of(given);
        }
        return NAMES.stream().flatMap(name -> onPath(name).stream()).findFirst()
                .orElseThrow(() -> new IllegalStateException("No browser is on the path; looked for " + NAMES));
    }

    private static Optional<Path> onPath(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, name)).filter(Files::isExecutable).findFirst();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
