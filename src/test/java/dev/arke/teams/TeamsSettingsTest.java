package dev.arke.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.teams.TeamsSettings.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TeamsSettingsTest {
    private static final String APP = "11111111-2222-3333-4444-555555555555";
    private static final String TENANT = "99999999-8888-7777-6666-555555555555";

    private final List<String> problems = new ArrayList<>();

    private Optional<TeamsSettings> read(String app, String secret, String tenant, boolean anonymous) {
        return TeamsSettings.read(new Given(app, secret, tenant, anonymous), problems);
    }

    @Test
    void nothingIsNotWanted() {
        assertThat(read("", "", "", false)).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void aRegistrationIsWholeAndItsSecretIsNowhereShown() {
        assertThat(read(APP, "hidden", TENANT, false))
                .hasValueSatisfying(
                        settings -> assertThat(settings + "").contains(APP).doesNotContain("hidden"));
        assertThat(problems).isEmpty();
    }

    @Test
    void allThatIsMissingIsSaid() {
        assertThat(read(APP, "", "", false)).isEmpty();
        assertThat(problems)
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).contains("TEAMS_APP_SECRET is missing"))
                .anySatisfy(problem -> assertThat(problem).contains("TEAMS_TENANT_ID is missing"));
    }

    @Test
    void theIdOfASecretIsNoSecret() {
        assertThat(read(APP, TENANT, TENANT, false)).isEmpty();
        assertThat(problems).singleElement().asString().contains("the secret's ID");
    }

    @Test
    void nobodyIsAnonymousBesideARegistration() {
        assertThat(read(APP, "hidden", TENANT, true)).isEmpty();
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("TEAMS_ANONYMOUS")
                .doesNotContain("hidden");
        assertThat(read("", "", "", true))
                .hasValueSatisfying(settings -> assertThat(settings.anonymous()).isTrue());
    }
}
