package org.beistand.operator.site;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.Locale;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Language;
import org.jspecify.annotations.Nullable;

/**
 * What {@code beistand.json} of a package says.
 *
 * <pre>
 * {
 *   "organisation": "Optics South",              whose installation it is
 *   "productLine": "powered by Beistand",        the line in the header
 *   "operator": "support.example.org:2000",      the only operator server, as it stands in its certificate
 *   "sessionPassword": "required",               optional: optional (so if it does not stand here) or required
 *   "language": "en"                             optional: en, de or ja; otherwise that of the system
 * }
 * </pre>
 */
public record ClientConfiguration(String organisation, String productLine, Endpoint operator) {
    public static final String FILE = "beistand.json";

    /** @param folder of the package */
    public static ClientConfiguration read(Path folder) throws SiteRefused {
        return StrictJson.read(folder.resolve(FILE), Raw.class);
    }

    private record Raw(
            @JsonProperty("organisation") @Nullable String organisation,
            @JsonProperty("productLine") @Nullable String productLine,
            @JsonProperty("operator") @Nullable String operator,
            @JsonProperty("language") @Nullable String language,
            @JsonProperty("sessionPassword") @Nullable String sessionPassword)
            implements StrictJson.Raw<ClientConfiguration> {
        @Override
        public ClientConfiguration checked() {
            if (language != null && !isKnown(language)) {
                throw new IllegalArgumentException("language");
            }
            if (sessionPassword != null && !sessionPassword.matches("optional|required")) {
                throw new IllegalArgumentException("sessionPassword");
            }
            return new ClientConfiguration(
                    StrictJson.text("organisation", organisation, OperatorConfiguration.LONGEST_ORGANISATION),
                    StrictJson.text("productLine", productLine, 200),
                    StrictJson.endpoint("operator", operator));
        }

        private static boolean isKnown(String tag) {
            Locale wanted = Locale.forLanguageTag(tag);
            return Language.of(wanted).locale().getLanguage().equals(wanted.getLanguage());
        }
    }
}
