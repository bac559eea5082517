package org.beistand.client.ui.base;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;

/** Ticks with the pulses that draw the windows. */
public final class PulseTicker implements Ticker {
    @Override
    public Running after(Duration delay, Runnable task) {
        return run(delay, task, 1);
    }

    @Override
    public Running every(Duration period, Runnable task) {
        return run(period, task, Animation.INDEFINITE);
    }

    private static Running run(Duration period, Runnable task, int times) {
        Timeline line = new Timeline(
                new KeyFrame(javafx.util.Duration.millis(Math.max(1, period.toMillis())), event -> task.run()));
        line.setCycleCount(times);
        line.play();
        return line::stop;
    }
}
