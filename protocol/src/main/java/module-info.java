/** A module of its own, so that the families of messages can be sealed across packages. */
module org.beistand.protocol {
    requires static transitive org.jspecify;

    exports org.beistand.protocol.operator;
    exports org.beistand.protocol.relay;
    exports org.beistand.protocol.report;
    exports org.beistand.protocol.service;
    exports org.beistand.protocol.session;
    exports org.beistand.protocol.session.clipboard;
    exports org.beistand.protocol.session.consent;
    exports org.beistand.protocol.session.control;
    exports org.beistand.protocol.session.files;
    exports org.beistand.protocol.session.meeting;
    exports org.beistand.protocol.session.screen;
    exports org.beistand.protocol.value;
    exports org.beistand.protocol.wire;
}
