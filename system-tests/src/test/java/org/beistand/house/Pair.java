package org.beistand.house;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.beistand.client.meeting.SignInStep;
import org.beistand.client.session.SessionView.InSession;
import org.beistand.client.session.SessionView.Knocking;
import org.beistand.client.session.SessionView.Listening;
import org.beistand.client.session.SessionView.Person;
import org.beistand.client.session.SessionView.Present;
import org.beistand.client.session.SessionView.ReadingOut;
import org.beistand.crypto.handshake.SessionPassword;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.SessionNumber;

/** A moderator and an attendee in one session, with the code compared. */
public final class Pair {
    public final House.Machine engineersMachine;
    public final House.Machine customersMachine;
    public final Somebody engineer;
    public final Somebody customer;
    /** The customer, as the engineer knows her, and the other way round. */
    public final ParticipantId anna;

    public final ParticipantId martin;

    private Pair(House.Machine engineersMachine, House.Machine customersMachine, Somebody engineer, Somebody customer)
            throws Exception {
        this.engineersMachine = engineersMachine;
        this.customersMachine = customersMachine;
        this.engineer = engineer;
        this.customer = customer;
        this.anna = engineer.seesPerson(Present.class).id();
        this.martin = customer.seesPerson(Present.class).id();
    }

    public static Pair meet(House house) throws Exception {
        return meet(house, House.Machine.of("engineer"), House.Machine.of("customer"));
    }

    public static Pair meet(House house, House.Machine engineers, House.Machine customers) throws Exception {
        Somebody engineer = open(house, engineers);
        Somebody customer = join(house, customers, number(engineer), "Anna Weiß");
        admit(engineer);
        compare(engineer, customer);
        return new Pair(engineers, customers, engineer, customer);
    }

    public static Somebody open(House house, House.Machine machine) throws Exception {
        return open(house, machine, false);
    }

    public static Somebody open(House house, House.Machine machine, boolean withPassword) throws Exception {
        SignInStep step = house.moderator(machine)
                .signIn(House.LOGIN, House.PASSWORD.toCharArray())
                .get(30, TimeUnit.SECONDS);
        if (!(step instanceof SignInStep.Welcome(var moderator))) {
            throw new AssertionError("more was asked: " + step);
        }
        return new Somebody(moderator.openSession(withPassword).get(30, TimeUnit.SECONDS));
    }

    public static SessionNumber number(Somebody engineer) throws Exception {
        return ((InSession) engineer.sees("a number", now -> now.stage() instanceof InSession)
                        .stage())
                .number()
                .orElseThrow();
    }

    public static SessionPassword password(Somebody engineer) throws Exception {
        return ((InSession) engineer.sees("a number", now -> now.stage() instanceof InSession)
                        .stage())
                .password()
                .orElseThrow();
    }

    public static Somebody join(House house, House.Machine machine, SessionNumber number, String name)
            throws Exception {
        return new Somebody(
                house.attendee(machine).join(number, new PersonName(name)).get(30, TimeUnit.SECONDS));
    }

    public static void admit(Somebody engineer) throws Exception {
        engineer.session.admit(engineer.seesPerson(Knocking.class).id());
    }

    public static void compare(Somebody engineer, Somebody customer) throws Exception {
        Person reading = engineer.seesPerson(ReadingOut.class);
        Person listening = customer.seesPerson(Listening.class);
        String code = ((ReadingOut) reading.standing()).code();
        customer.session.pickCode(listening.id(), Optional.of(code));
    }

    /** The engineer asks and the customer allows. */
    public void grant(Permission permission) throws Exception {
        engineer.session.request(anna, permission);
        customer.session.allow(customer.isAsked(permission).id(), Path.of("unused"));
        engineer.holds(anna, permission);
    }
}
