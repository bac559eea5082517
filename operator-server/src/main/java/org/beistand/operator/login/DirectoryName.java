package org.beistand.operator.login;

/** How somebody named himself to the directory. */
public sealed interface DirectoryName {
    /** Without domain or suffix. */
    String name();

    /** {@code DOMAIN\name} or a name alone: the account's name before Windows 2000, {@code sAMAccountName}. */
    record Plain(String name) implements DirectoryName {}

    /** {@code name@suffix}: {@code userPrincipalName}, or the account's name with the name of the domain. */
    record Principal(String name, String suffix) implements DirectoryName {}
}
