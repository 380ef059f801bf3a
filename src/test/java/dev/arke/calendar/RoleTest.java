package dev.arke.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleTest {
    @Test
    void dutiesAndAbsencesAreReadInAnyCase() {
        assertThat(Role.parse(" PRIMARY ")).contains(Role.Duty.PRIMARY);
        assertThat(Role.parse("VACATION")).contains(Role.Absence.VACATION);
        assertThat(Role.parse("Unavailable")).contains(Role.Absence.UNAVAILABLE);
        assertThat(Role.parse("night-watch")).contains(new Role.Duty("night-watch"));
        assertThat(Role.parse("veille-réseau")).contains(new Role.Duty("veille-réseau"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "1st", "a.b", "-x", "primary of payments"})
    void whatCannotBeARoleIsRefused(String word) {
        assertThat(Role.parse(word)).isEmpty();
    }

    @Test
    void anAbsenceIsNoDuty() {
        assertThatThrownBy(() -> new Role.Duty("vacation")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knownDutiesComeFirst() {
        var duties = Stream.of("manager", "zebra", "secondary", "attic", "primary", "shadow")
                .map(Role.Duty::new)
                .sorted(Role.Duty.ORDER);

        assertThat(duties.map(Role.Duty::word))
                .containsExactly("primary", "secondary", "shadow", "manager", "attic", "zebra");
    }
}
