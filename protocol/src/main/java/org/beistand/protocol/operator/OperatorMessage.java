package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Message;

/** What is said between a client and the operator server. */
public sealed interface OperatorMessage extends Message
        permits Greeting,
                SignIn,
                OpenSession,
                JoinSession,
                AddUser,
                DisableUser,
                ResetPassword,
                ListUsers,
                ListReports,
                ReadReport,
                Greeted,
                SignedIn,
                SessionOpened,
                SessionFound,
                Done,
                UserList,
                ReportList,
                ReportFound,
                Refused {}
