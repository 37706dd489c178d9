package io.muster.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.muster.console.World;
import io.muster.console.history.Plant;
import io.muster.console.users.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Coming in: the login, what a role is shown, the languages, the end of a login. */
@Timeout(240)
class ShellTest {
    private static final String SITE = "live-shell";
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    private static World world;
    private static Plant plant;
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        world = World.shared();
        world.user("shell-viewer", Role.VIEWER, Set.of(), SITE)
                .user("shell-operator", Role.OPERATOR, Set.of(), SITE)
                .user("shell-elsewhere", Role.OPERATOR, Set.of(), "live-nowhere");
        plant = Plant.open(world.kafka().bootstrapServers(), SITE);
        plant.alarm("shell-1", 1, "raised_unacknowledged", Instant.now(), "");
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        browser.close();
        plant.close();
    }

    @Test
    void aWrongPasswordIsSaidAndARightOneOpensThePageOnTheSiteWithItsAlarms() {
        Page page = browser.window(world, "now");
        page.fill("[name=username]", "shell-operator");
        page.fill("[name=password]", "not the password");
        page.click("button[type=submit]");
        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                .containsText("wrong name or password");

        page.fill("[name=password]", World.PASSWORD);
        page.click("button[type=submit]");

        assertThat(page.locator(".bar .waiting")).containsText("1", SOON);
        assertThat(page.locator(".bar .link")).containsText("Live", SOON);
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void aRoleIsShownTheViewsOfItsRightsAndRefusedTheRestOfTheApi() {
        Page viewer = browser.loggedIn(world, "shell-viewer", "admin");
        Locator views = viewer.locator(".bar nav a");
        assertThat(views).containsText(new String[] {"Now", "Devices", "Compliance"}, SOON);
        assertFalse(views.allTextContents().contains("Admin"), "a viewer was offered the administration");
        // The address of a view that is not theirs opens the first that is.
        assertThat(viewer.locator("main.view-now")).isVisible();
        assertEquals(
                List.of(403, 403),
                viewer.evaluate("Promise.all(['/users', '/sites/" + SITE
                        + "/history/alarms'].map((path) => fetch('/api/v1' + path).then((answer) => answer.status)))"));

        Page administrator = browser.loggedIn(world, "shell-operator", "now");
        assertThat(administrator.locator(".bar nav a"))
                .containsText(new String[] {"Now", "Alarms", "Playback", "Orders"}, SOON);
    }

    @Test
    void whoeverIsOfAnotherSiteSeesThatThereIsNone() {
        Page page = browser.loggedIn(world, "shell-elsewhere", "now");
        assertThat(page.locator("main")).containsText("There is no site for you to see", SOON);
    }

    @Test
    void theLanguageIsSwitchedAndRemembered() {
        Page page = browser.loggedIn(world, "shell-viewer", "now");
        assertThat(page.locator(".bar nav a").first()).hasText("Now");
        page.click(".bar .language");
        assertThat(page.locator(".bar nav a").first()).hasText("实时");
        page.reload();
        assertThat(page.locator(".bar nav a").first()).hasText("实时");
    }

    @Test
    void loggingOutInOneWindowEndsTheOtherOfTheSameLogin() {
        Page page = browser.loggedIn(world, "shell-viewer", "now");
        Page other = page.context().newPage();
        other.navigate(world.address() + "/#/now");
        assertThat(other.locator(".bar .link")).containsText("Live", SOON);

        page.getByText("Log out").click();

        assertThat(page.locator("[name=password]")).isVisible();
        // It hears no more, and says so; its next question leads to the form.
        assertThat(other.locator(".bar .link"))
                .hasText(Pattern.compile("Link lost.*"), new LocatorAssertions.HasTextOptions().setTimeout(60_000));
    }
}
