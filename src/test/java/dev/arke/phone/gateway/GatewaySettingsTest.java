package dev.arke.phone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a body is taken for, by how it begins. */
final class GatewaySettingsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"to\": \"{to}\", \"text\": \"{text}\"}'|true",
                "'{\n  \"to\": \"{to}\",\n  \"text\": \"{text}\"\n}'|true",
                "' [\"{to}\", \"{text}\"]'|true",
                "'to={to}&text={text}'|false",
                "'{to}={text}'|false"
            })
    void jsonBeginsWithABraceThatHoldsAName(String body, boolean isJson) {
        var problems = new ArrayList<String>();

        var settings = GatewaySettings.read("https://sms.example.com/send", body, "", problems);

        assertThat(problems).isEmpty();
        assertThat(settings)
                .hasValueSatisfying(found -> assertThat(found.isJson()).isEqualTo(isJson));
    }
}
