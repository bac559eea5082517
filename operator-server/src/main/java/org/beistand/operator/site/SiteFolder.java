package org.beistand.operator.site;

import java.nio.file.Files;
import java.nio.file.Path;
import org.beistand.protocol.value.Reason;

/**
 * What stands where in the folder of a site.
 *
 * <pre>
 * authority/             current.p12 next.p12                                the roots of all trust: keep offline
 * operator/              operator.p12 session-issuer.p12 second-factor.key operator.json anchors.pem data/
 * communication-NAME/    communication.p12 communication.json anchors.pem operator.pem spool/
 * moderator-package/     device.p12 beistand.json anchors.pem
 * attendee-package/      attendee.p12 beistand.json anchors.pem              for everybody
 * administrator/         administrator.p12 beistand.json anchors.pem
 * auditor/               auditor.p12 beistand.json anchors.pem
 * </pre>
 */
public final class SiteFolder {
    static final String AUTHORITY = "authority";
    static final String OPERATOR = "operator";
    static final String COMMUNICATION = "communication-";
    static final String MODERATOR = "moderator-package";
    static final String ATTENDEE = "attendee-package";
    static final String ADMINISTRATOR = "administrator";
    static final String ANCHORS = "anchors.pem";
    static final String OPERATOR_KEY = "operator.p12";
    static final String ISSUER_KEY = "session-issuer.p12";
    static final String ADMINISTRATOR_KEY = "administrator.p12";
    static final String SEALING_KEY = "second-factor.key";
    static final String AUDITOR = "auditor";
    static final String AUDITOR_KEY = "auditor.p12";
    static final String DATA = "data";

    private SiteFolder() {}

    /**
     * @param given the folder of a site, or of its operator server alone
     * @return the operator server's
     */
    public static Path operator(Path given) throws SiteRefused {
        return part(given, OPERATOR, OperatorConfiguration.FILE);
    }

    /**
     * @param given the folder of a site, or of its administrator alone
     * @return the administrator's
     */
    public static Path administrator(Path given) throws SiteRefused {
        return part(given, ADMINISTRATOR, ClientConfiguration.FILE);
    }

    /**
     * @param given the folder of a site, or of its auditor or administrator alone
     * @return the folder of somebody who may read reports; with both there, the auditor's, who may do nothing else
     */
    public static Path reader(Path given) throws SiteRefused {
        if (Files.isRegularFile(given.resolve(AUDITOR).resolve(ClientConfiguration.FILE))) {
            return given.resolve(AUDITOR);
        }
        return administrator(given);
    }

    private static Path part(Path given, String name, String file) throws SiteRefused {
        if (Files.isRegularFile(given.resolve(name).resolve(file))) {
            return given.resolve(name);
        }
        if (Files.isRegularFile(given.resolve(file))) {
            return given;
        }
        throw new SiteRefused(Reason.SITE_MISSING, given.toString());
    }
}
