package io.muster.console.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.muster.console.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The real browser that is installed on this machine: the one that {@code CHROMIUM} names, or Chromium or Chrome where they usually are. Nothing is downloaded.
 * Each user has a window of their own, as two people at two desks. Not for several threads.
 */
public final class Browser implements AutoCloseable {
    private static final List<String> USUAL = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final double PATIENCE_MILLIS = 60_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Browser open() {
        // What is asserted has the patience of what is done; of its own accord it has 5 s.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(executable())
                                .setArgs(List.of(
                                        "--headless",
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-sync"))));
    }

    private static Path executable() {
        String named = System.getenv("CHROMIUM");
        return (named == null ? USUAL.stream() : Stream.of(named))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError(
                                "the stories of the page need a browser: install chromium, or name one by the environment variable CHROMIUM"));
    }

    /** Somebody at a desk of their own, logged in by the form as a person does, in English, at a view such as {@code now}. */
    public Page loggedIn(World world, String user, String view) {
        return loggedIn(world.address(), user, World.PASSWORD, view);
    }

    /** The same at any console, such as {@code http://127.0.0.1:8080}. */
    Page loggedIn(String address, String user, String password, String view) {
        Page page = window(address, view);
        page.fill("[name=username]", user);
        page.fill("[name=password]", password);
        page.click("button[type=submit]");
        page.waitForSelector(".shell");
        return page;
    }

    /** A window in which nobody is logged in. */
    public Page window(World world, String view) {
        return window(world.address(), view);
    }

    private Page window(String address, String view) {
        return window(address, view, new com.microsoft.playwright.Browser.NewContextOptions());
    }

    /** The login of this page in a window that never loaded anything. */
    Page afresh(Page page, String address, String view) {
        return window(
                address,
                view,
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setStorageState(page.context().storageState()));
    }

    private Page window(String address, String view, com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext desk = browser.newContext(options.setViewportSize(1440, 900));
        desk.setDefaultTimeout(PATIENCE_MILLIS);
        desk.addInitScript("localStorage.getItem('muster.language') ?? localStorage.setItem('muster.language', 'en')");
        Page page = desk.newPage();
        page.onPageError(complaints::add);
        page.navigate(address + "/#/" + view);
        return page;
    }

    /** Mistakes of scripts so far; a page has none. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
