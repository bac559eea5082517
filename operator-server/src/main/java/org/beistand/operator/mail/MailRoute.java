package org.beistand.operator.mail;

/** Takes mails away. May block; not for event loops. */
public interface MailRoute {
    /** Returns when the mail server has promised to deliver it. */
    void send(Mail mail) throws NotSent;
}
