package org.beistand.operator.server;

import org.beistand.protocol.operator.Greeting;
import org.beistand.protocol.operator.ListReports;
import org.beistand.protocol.operator.OperatorMessage;
import org.beistand.protocol.operator.ReadReport;
import org.beistand.protocol.value.Reason;

/** An auditor: greets, then reads reports. Everything else is an administrator's or a moderator's. */
final class AuditorTalk implements Talk<OperatorMessage> {
    private final ReportAnswers reports;
    private final String organisation;
    private boolean greeted;

    AuditorTalk(ReportAnswers reports, String organisation) {
        this.reports = reports;
        this.organisation = organisation;
    }

    @Override
    public Answer<OperatorMessage> hear(OperatorMessage message) {
        if (message instanceof Greeting greeting && !greeted) {
            greeted = Greetings.fits(greeting);
            return Greetings.answer(greeting, organisation);
        }
        if (greeted && message instanceof ListReports asked) {
            return reports.list(asked);
        }
        return greeted && message instanceof ReadReport asked ? reports.read(asked) : new Answer.Violation<>();
    }

    @Override
    public Answer<OperatorMessage> failed(Reason reason) {
        return Greetings.refused(reason);
    }

    @Override
    public boolean isIntroduced() {
        return greeted;
    }
}
