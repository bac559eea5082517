package org.beistand.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules that can be read off compiled classes.
 *
 * @param root the package that the house stands in: the product's, or that of the bad house
 */
record House(String root) {
    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime");

    /** Every rule by its name. */
    Map<String, ArchRule> rules() {
        Map<String, ArchRule> all = new LinkedHashMap<>();
        all.put("no cycles between packages", noCycles());
        // client.start is what both Mains have in common: it puts windows and pipes together.
        all.put(
                "JavaFX stays in the windows",
                onlyIn("javafx..", "client.ui..", "client.start..", "moderator..", "attendee.."));
        all.put("Netty stays in the pipes", nettyInThePipes());
        all.put("BouncyCastle stays among the secrets", onlyIn("org.bouncycastle..", "crypto.."));
        all.put("mail stays on its way out", onlyIn("jakarta.mail..", "operator.mail.."));
        all.put("robots stay in the platform", robotsInThePlatform());
        all.put("native code stays in the platform", nativeInThePlatform());
        all.put("windows never touch pipes or keys", windowsHoldNoPipes());
        all.put("servers do not see what is sealed", serversSeeNothingSealed());
        all.put("only people open the seal", onlyPeopleOpenTheSeal());
        all.put("servers start no program", serversStartNoProgram());
        all.put("moderators do not know attendees", notFrom("moderator..", "attendee.."));
        all.put("attendees do not know moderators", notFrom("attendee..", "moderator.."));
        all.put("operators do not know relays", notFrom("operator..", "communication.."));
        all.put("relays do not know operators", notFrom("communication..", "operator.."));
        all.put("operators do not know people", notFrom("operator..", "client..", "moderator..", "attendee.."));
        all.put("relays do not know people", notFrom("communication..", "client..", "moderator..", "attendee.."));
        all.put("the shared side knows no program", notFrom("client..", "moderator..", "attendee.."));
        all.put("clients do not know operators", notFrom("client..", "operator..", "communication.."));
        all.put("moderators do not know servers", notFrom("moderator..", "operator..", "communication.."));
        all.put("attendees do not know servers", notFrom("attendee..", "operator..", "communication.."));
        all.put("nobody prints outside command lines", printing());
        all.put("nobody sleeps", sleeping());
        all.put("the clock is handed in", clocks());
        all.put("randomness is handed in", randomness());
        all.put("no Java serialization", serialization());
        all.put("names are of the field", names());
        all.put("there is no lumber room", lumberRooms());
        all.put("no test is ignored or switched by a flag", ignoredTests());
        return all;
    }

    /** A promise is a type that only one package can make. */
    static final Map<String, String> MINTS = Map.of(
            "Permitted", "client.consent",
            "Released", "client.release",
            "Sealed", "crypto.channel",
            "EntitledModerator", "operator.login",
            "Admitted", "communication.admission");

    Map<String, ArchRule> mints() {
        Map<String, ArchRule> all = new LinkedHashMap<>();
        MINTS.forEach((type, mint) -> {
            String name = root + "." + mint + "." + type;
            all.put(
                    type + " cannot be made by others",
                    constructors()
                            .that()
                            .areDeclaredIn(name)
                            .should()
                            .notHaveModifier(JavaModifier.PUBLIC)
                            .andShould()
                            .notHaveModifier(JavaModifier.PROTECTED)
                            .allowEmptyShould(true));
            all.put(
                    type + " is made nowhere else",
                    noClasses()
                            .that()
                            .resideOutsideOfPackage(root + "." + mint)
                            .should()
                            .callConstructorWhere(describe(
                                    "it makes a " + type,
                                    call -> call.getTargetOwner().getFullName().equals(name)))
                            .allowEmptyShould(true));
        });
        return all;
    }

    private ArchRule noCycles() {
        // The messages inside the seal are one family in several packages, its table beside its root: one chapter.
        String sealedFamily = root + ".protocol.session";
        return SlicesRuleDefinition.slices()
                .assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass one) {
                        String name = one.getPackageName();
                        if (!name.startsWith(root)) {
                            return SliceIdentifier.ignore();
                        }
                        return SliceIdentifier.of(name.startsWith(sealedFamily) ? sealedFamily : name);
                    }

                    @Override
                    public String getDescription() {
                        return "packages of " + root;
                    }
                })
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    private ArchRule onlyIn(String foreign, String... rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(within(rooms))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(foreign)
                .allowEmptyShould(true);
    }

    private ArchRule nettyInThePipes() {
        DescribedPredicate<JavaClass> mains = describe(
                "a server's Main",
                one -> Set.of(root + ".operator.Main", root + ".communication.Main")
                        .contains(outermost(one).getFullName()));
        return noClasses()
                .that(DescribedPredicate.not(
                        resideInAPackage(root + ".transport..").or(mains)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty..")
                .allowEmptyShould(true);
    }

    private ArchRule robotsInThePlatform() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".client.platform..")
                .should()
                .dependOnClassesThat(describe(
                        "robots",
                        (JavaClass one) -> one.getFullName().equals("java.awt.Robot")
                                || one.getPackageName().startsWith("javafx.scene.robot")
                                || one.getPackageName().startsWith("java.lang.foreign")
                                || one.getPackageName().startsWith("com.sun.jna")))
                .allowEmptyShould(true);
    }

    private ArchRule nativeInThePlatform() {
        return methods()
                .that()
                .areDeclaredInClassesThat(resideInAPackage(root + "..")
                        .and(DescribedPredicate.not(resideInAPackage(root + ".client.platform.."))))
                .should()
                .notHaveModifier(JavaModifier.NATIVE)
                .allowEmptyShould(true);
    }

    private ArchRule windowsHoldNoPipes() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".client.ui..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(within("client.channel..", "transport..", "crypto..")))
                .allowEmptyShould(true);
    }

    private ArchRule serversSeeNothingSealed() {
        return noClasses()
                .that()
                .resideInAnyPackage(within("operator..", "communication.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(within("protocol.session..", "crypto.channel..", "crypto.handshake..")))
                .allowEmptyShould(true);
    }

    private ArchRule onlyPeopleOpenTheSeal() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(within("client..", "moderator..", "attendee..", "crypto.."))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".crypto.channel..")
                .allowEmptyShould(true);
    }

    private ArchRule serversStartNoProgram() {
        return noClasses()
                .that()
                .resideInAnyPackage(within("operator..", "communication.."))
                .should()
                .callMethodWhere(describe(
                        "it starts a program",
                        call -> targets(call, "java.lang.ProcessBuilder", "start")
                                || targets(call, "java.lang.Runtime", "exec")))
                .allowEmptyShould(true);
    }

    private ArchRule notFrom(String room, String... forbidden) {
        return noClasses()
                .that()
                .resideInAPackage(root + "." + room)
                .should()
                .dependOnClassesThat(resideInAnyPackage(within(forbidden)))
                .allowEmptyShould(true);
    }

    private ArchRule printing() {
        return noClasses()
                .that(DescribedPredicate.not(wiring()))
                .should()
                .accessFieldWhere(describe(
                        "it prints",
                        access -> access.getTargetOwner().getFullName().equals("java.lang.System")
                                && List.of("out", "err").contains(access.getName())))
                .orShould()
                .callMethodWhere(describe(
                        "it prints a stack trace", call -> call.getName().equals("printStackTrace")))
                .allowEmptyShould(true);
    }

    private ArchRule sleeping() {
        return noClasses()
                .should()
                .accessTargetWhere(describe("it sleeps", (JavaAccess<?> access) -> {
                    AccessTarget target = access.getTarget();
                    String owner = target.getOwner().getFullName();
                    return target.getName().equals("sleep")
                                    && (owner.startsWith("java.") || owner.startsWith("org.testfx."))
                            || owner.equals("java.awt.Robot")
                                    && List.of("delay", "setAutoDelay").contains(target.getName());
                }))
                .allowEmptyShould(true);
    }

    private ArchRule clocks() {
        return noClasses()
                .that(DescribedPredicate.not(wiring()))
                .should()
                .accessTargetWhere(describe("it asks the machine's clock", (JavaAccess<?> access) -> {
                    String owner = access.getTargetOwner().getFullName();
                    String name = access.getName();
                    boolean withoutClock = access instanceof JavaCall<?> call
                            && call.getTarget().getRawParameterTypes().stream()
                                    .noneMatch(type -> type.getFullName().equals("java.time.Clock"));
                    return CLOCKS.contains(owner) && name.equals("now") && withoutClock
                            || owner.equals("java.time.Clock") && name.startsWith("system")
                            || owner.equals("java.time.InstantSource") && name.equals("system")
                            || owner.equals("java.lang.System") && name.equals("currentTimeMillis")
                            || owner.equals("java.util.Date") && name.equals("<init>") && noArguments(access);
                }))
                .allowEmptyShould(true);
    }

    private ArchRule randomness() {
        return noClasses()
                .that(DescribedPredicate.not(wiring()))
                .should()
                .accessTargetWhere(describe("it makes its own randomness", (JavaAccess<?> access) -> {
                    String owner = access.getTargetOwner().getFullName();
                    String name = access.getName();
                    return Set.of("java.util.Random", "java.security.SecureRandom", "java.util.SplittableRandom")
                                            .contains(owner)
                                    && (name.equals("<init>") || name.startsWith("getInstance"))
                            || owner.equals("java.util.concurrent.ThreadLocalRandom") && name.equals("current")
                            || owner.equals("java.lang.Math") && name.equals("random")
                            || owner.equals("java.util.UUID") && name.equals("randomUUID")
                            || owner.equals("java.util.random.RandomGenerator")
                                    && List.of("of", "getDefault").contains(name);
                }))
                .allowEmptyShould(true);
    }

    private ArchRule serialization() {
        return noClasses()
                .should()
                .dependOnClassesThat(describe(
                        "Java serialization",
                        (JavaClass one) -> Set.of("java.io.ObjectInputStream", "java.io.ObjectOutputStream")
                                .contains(one.getFullName())))
                .allowEmptyShould(true);
    }

    private ArchRule names() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Manager|Utils?|Helper|Impl|Common|Data|Info|Base)")
                .allowEmptyShould(true);
    }

    private ArchRule lumberRooms() {
        return noClasses()
                .should()
                .resideInAnyPackage("..common..", "..util..", "..utils..", "..core..", "..helper..", "..misc..")
                .allowEmptyShould(true);
    }

    private ArchRule ignoredTests() {
        return noClasses()
                .should()
                .dependOnClassesThat(describe(
                        "what ignores tests or hangs them on a flag",
                        (JavaClass one) -> one.getFullName().equals("org.junit.jupiter.api.Disabled")
                                || one.getFullName().equals("org.junit.jupiter.api.Assumptions")
                                || one.getPackageName().equals("org.junit.jupiter.api.condition")
                                        && one.getSimpleName().matches("(En|Dis)abledIf.*")))
                .allowEmptyShould(true);
    }

    /** The two places that may print and that know the real clock and the real dice: a Main, and a command line. */
    private static DescribedPredicate<JavaClass> wiring() {
        return describe("wiring", one -> {
            JavaClass outermost = outermost(one);
            return outermost.getSimpleName().equals("Main")
                    || outermost.isAnnotatedWith("picocli.CommandLine$Command")
                    || outermost.isAnnotatedWith("picocli.CommandLine.Command");
        });
    }

    private static JavaClass outermost(JavaClass one) {
        JavaClass outer = one;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }

    private static boolean targets(JavaCall<?> call, String owner, String name) {
        return call.getTargetOwner().getFullName().equals(owner)
                && call.getName().equals(name);
    }

    private static boolean noArguments(JavaAccess<?> access) {
        return access instanceof JavaCall<?> call
                && call.getTarget().getRawParameterTypes().isEmpty();
    }

    private String[] within(String... rooms) {
        return List.of(rooms).stream().map(room -> root + "." + room).toArray(String[]::new);
    }
}
