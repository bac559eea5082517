package org.beistand.stories;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** How the engineer and the customer come together, and what he may do then: all of it through their windows. */
public final class Meeting {
    private final Theatre theatre;
    private final Person engineer;
    private final Person customer;
    private final Consumer<String> tell;
    private final Photographer photographer;

    /** Keeps what both see at this moment, by that name. */
    interface Photographer {
        void take(String name) throws StoryFailed;
    }

    Meeting(Theatre theatre, Consumer<String> tell, Photographer photographer) {
        this.theatre = theatre;
        this.engineer = theatre.engineer;
        this.customer = theatre.customer;
        this.tell = tell;
        this.photographer = photographer;
    }

    /** Of which nobody keeps pictures. */
    public static Meeting in(Theatre theatre) {
        return new Meeting(theatre, theatre.tell, name -> {});
    }

    /** @return the session number */
    public String meet() throws StoryFailed {
        tell.accept("The engineer signs in with his user name and the password that the administrator gave him.");
        engineer.click("login");
        engineer.type(Theatre.LOGIN);
        engineer.press("Tab");
        engineer.type(Theatre.FIRST_PASSWORD);
        photographer.take("sign-in");
        engineer.press("Return");
        tell.accept("Before anything else he chooses a password of his own.");
        engineer.click("newPassword");
        engineer.type(Theatre.PASSWORD);
        engineer.press("Tab");
        engineer.type(Theatre.PASSWORD);
        photographer.take("own-password");
        engineer.press("Return");
        tell.accept("He opens a session and gets a new six-digit number.");
        engineer.click("openSession");
        String number = engineer.readDigits("number", 6);
        sheComesIn(number, 2);
        return number;
    }

    /** @param which the how many-th she is in the session, the engineer counted */
    void sheComesIn(String number, int which) throws StoryFailed {
        tell.accept("The customer types the number and her name.");
        customer.click("sessionNumber");
        customer.type(number);
        customer.click("yourName");
        customer.type("Anna Weiss");
        photographer.take("customer-connects");
        customer.click("connect");
        tell.accept("She waits in the lobby until the engineer lets her in.");
        engineer.see("admit-" + which);
        photographer.take("lobby");
        engineer.click("admit-" + which);
        tell.accept("Their programs agree on keys. He reads a code out, and she picks the one she hears.");
        String code = engineer.readDigits("code-" + which, 5);
        photographer.take("spoken-check");
        customer.see("code-none");
        String choice = IntStream.rangeClosed(0, 3)
                .mapToObj(place -> "code-" + place)
                .filter(id -> customer.look(id)
                        .filter(seen -> seen.text().replaceAll("\\D", "").equals(code))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the code is not among the choices"));
        customer.click(choice);
        engineer.see("request-VIEW_SCREEN");
        customer.see("endSession");
    }

    public void heMaySeeHerScreen() throws StoryFailed {
        tell.accept("He asks to see her screen; she is asked, and allows it.");
        engineer.click("request-VIEW_SCREEN");
        customer.see("allow");
        photographer.take("asked-to-view");
        sheAllows();
        engineer.see("giveBack-VIEW_SCREEN");
    }

    public void heMayOperate() throws StoryFailed {
        tell.accept("He asks to operate her mouse and keyboard; she allows it.");
        engineer.click("request-REMOTE_CONTROL");
        customer.see("allow");
        photographer.take("asked-to-operate");
        sheAllows();
        engineer.see("giveBack-REMOTE_CONTROL");
    }

    /** A question does not take clicks in its first moment; a person takes longer than that to read it. */
    void sheAllows() throws StoryFailed {
        customer.see("allow");
        theatre.patience.hold("she reads", Duration.ofMillis(900), () -> true);
        customer.click("allow");
    }
}
