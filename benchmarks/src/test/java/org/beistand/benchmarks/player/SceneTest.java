package org.beistand.benchmarks.player;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SceneTest {
    @ParameterizedTest
    @EnumSource(Scenes.class)
    void aPictureIsTheSameWhicheverWereLeftOut(Scenes which) {
        Scene smooth = which.draw();
        Scene hasty = which.draw();
        hasty.show(0);
        int[] first = hasty.pixels();
        hasty.show(3);
        for (int number = 0; number <= 40; number++) {
            smooth.show(number);
        }
        hasty.show(40);
        int[] pixels = smooth.pixels();
        assertTrue(withoutNumber(which, pixels, hasty.pixels()), "not the same picture");
        assertEquals(which != Scenes.IDLE, !withoutNumber(which, first, pixels), "it must move, unless it is idle");
    }

    /** In scenes that stand still for a while the number is that of the last change, which depends on who looked when. */
    private static boolean withoutNumber(Scenes which, int[] one, int[] other) {
        Rectangle number = which.draw().numberArea();
        for (int i = 0; i < one.length; i++) {
            if (one[i] != other[i] && (which == Scenes.TYPING || !number.contains(i % Scene.WIDTH, i / Scene.WIDTH))) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @EnumSource(Scenes.class)
    void nothingChangesOutsideOfWhatIsSaidToHaveChanged(Scenes which) {
        Scene scene = which.draw();
        scene.show(0);
        int last = 0;
        for (int number : List.of(1, 2, 5, 30, 31, 70, 75)) {
            int[] before = scene.pixels();
            List<Rectangle> where = scene.show(number);
            int[] after = scene.pixels();
            for (int i = 0; i < before.length; i++) {
                int x = i % Scene.WIDTH;
                int y = i / Scene.WIDTH;
                if (before[i] != after[i]) {
                    assertTrue(where.stream().anyMatch(area -> area.contains(x, y)), () -> x + "," + y);
                }
            }
            if (!where.isEmpty()) {
                last = scene.numberIn((x, y) -> after[y * Scene.WIDTH + x], last);
                assertEquals(number, last, "the picture does not say which it is");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Scenes.class)
    void aClickChangesThePatchAndNothingElse(Scenes which) {
        Scene scene = which.draw();
        scene.show(0);
        int[] before = scene.pixels();
        int middle = (Scene.PATCH.y + Scene.PATCH.height / 2) * Scene.WIDTH + Scene.PATCH.x + Scene.PATCH.width / 2;
        assertEquals(Scene.PATCH, scene.toggle());
        assertTrue(Scene.isBright(scene.pixels()[middle]));
        scene.toggle();
        assertFalse(Scene.isBright(scene.pixels()[middle]));
        assertArrayEquals(before, scene.pixels());
    }
}
