package org.beistand.client.session;

import java.util.Optional;
import org.beistand.protocol.session.control.AllReleased;
import org.beistand.protocol.session.control.ButtonChanged;
import org.beistand.protocol.session.control.ControlMessage;
import org.beistand.protocol.session.control.KeyChanged;
import org.beistand.protocol.session.control.PointerMoved;
import org.beistand.protocol.session.control.Sighting;
import org.beistand.protocol.session.control.WheelTurned;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;

/** What the viewer's mouse and keyboard become: words under the grant that stands at that moment. */
final class Hands implements RemoteHands {
    private final Ground ground;
    private final Talk talk;
    private final Asker asker;
    private final ParticipantId owner;

    Hands(Ground ground, Talk talk, Asker asker, ParticipantId owner) {
        this.ground = ground;
        this.talk = talk;
        this.asker = asker;
        this.owner = owner;
    }

    @Override
    public void pointer(int x, int y) {
        say(epoch -> new PointerMoved(epoch, pixel(x), pixel(y)));
    }

    @Override
    public void button(int x, int y, int button, boolean down, Optional<Sighting> seen) {
        say(epoch -> new ButtonChanged(epoch, pixel(x), pixel(y), button, down, seen));
    }

    @Override
    public void wheel(int x, int y, int horizontal, int vertical, Optional<Sighting> seen) {
        say(epoch -> new WheelTurned(epoch, pixel(x), pixel(y), notches(horizontal), notches(vertical), seen));
    }

    @Override
    public void key(int position, int character, boolean command, boolean down) {
        say(epoch -> new KeyChanged(epoch, position, character, command, down));
    }

    @Override
    public void releaseAll() {
        say(AllReleased::new);
    }

    private void say(java.util.function.IntFunction<ControlMessage> word) {
        ground.run(() -> asker.requests()
                .find(owner, Permission.REMOTE_CONTROL)
                .ifPresent(held -> talk.say(owner, word.apply(held.epoch()))));
    }

    private static int pixel(int coordinate) {
        return Math.clamp(coordinate, 0, 0xFFFF);
    }

    private static int notches(int count) {
        return Math.clamp(count, -50, 50);
    }
}
