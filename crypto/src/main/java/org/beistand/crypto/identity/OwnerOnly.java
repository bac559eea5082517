package org.beistand.crypto.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Files that only their owner may read: by permission bits where there are such, by the access control list elsewhere. */
final class OwnerOnly {
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private OwnerOnly() {}

    /** What a file there is created with. */
    static FileAttribute<?>[] onCreation(Path file) throws IOException {
        return posix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
                : new FileAttribute<?>[] {new OnlyEntry(me(file))};
    }

    static boolean ownedByMe(Path file) throws IOException {
        return Files.getOwner(file).equals(me(file));
    }

    /** Whether the group, others, or anybody but the owner and the system itself has any right. */
    static boolean readableByOthers(Path file) throws IOException {
        if (posix(file)) {
            return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
        }
        AclFileAttributeView list = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (list == null) {
            return true; // a file system without any protection is no place for a key
        }
        UserPrincipal owner = list.getOwner();
        return list.getAcl().stream()
                .filter(entry -> entry.type() == AclEntryType.ALLOW)
                .filter(entry -> entry.permissions().contains(AclEntryPermission.READ_DATA))
                .anyMatch(entry -> !entry.principal().equals(owner) && !isSystem(entry.principal()));
    }

    /** The system account can read everything anyway. The part before the backslash is in the system's language. */
    private static boolean isSystem(UserPrincipal principal) {
        return principal.getName().toUpperCase(Locale.ROOT).endsWith("\\SYSTEM");
    }

    private static UserPrincipal me(Path file) throws IOException {
        try {
            return file.getFileSystem()
                    .getUserPrincipalLookupService()
                    .lookupPrincipalByName(System.getProperty("user.name"));
        } catch (UserPrincipalNotFoundException e) {
            // In a container the process's user often has no name.
            return Files.getOwner(Path.of("/proc/self"), LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** An access control list with one entry. */
    private record OnlyEntry(UserPrincipal owner) implements FileAttribute<List<AclEntry>> {
        @Override
        public String name() {
            return "acl:acl";
        }

        @Override
        public List<AclEntry> value() {
            return List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(owner)
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build());
        }
    }
}
