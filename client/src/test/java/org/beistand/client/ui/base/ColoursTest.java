package org.beistand.client.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/** Every text can be read on its ground: a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
final class ColoursTest {
    private static final double LEAST = 4.5;
    private static final Pattern ROLE = Pattern.compile("(-bs-[a-z-]+): (#[0-9a-f]{6});");
    private static final List<String> PAIRS = List.of(
            "-bs-text -bs-ground",
            "-bs-text -bs-section",
            "-bs-text -bs-section-title",
            "-bs-quiet -bs-ground",
            "-bs-quiet -bs-section",
            "-bs-on-brand -bs-brand",
            "-bs-on-brand -bs-brand-dark",
            "-bs-on-brand -bs-danger",
            "-bs-on-brand -bs-control",
            "-bs-brand-dark -bs-ground",
            "-bs-danger -bs-ground",
            "-bs-danger -bs-section",
            "-bs-good -bs-ground",
            "-bs-good -bs-good-ground",
            "-bs-paused -bs-ground",
            "-bs-paused -bs-paused-ground");

    @Test
    void everyTextCanBeReadOnItsGround() throws IOException {
        Map<String, Color> roles = roles();
        List<String> faint = new ArrayList<>();
        for (String pair : PAIRS) {
            String[] names = pair.split(" ");
            double contrast = contrast(roles.get(names[0]), roles.get(names[1]));
            if (contrast < LEAST) {
                faint.add(pair + " " + contrast);
            }
        }
        assertEquals(List.of(), faint);
    }

    @Test
    void contrastIsMeasuredAsTheStandardSays() {
        assertEquals(21, contrast(Color.BLACK, Color.WHITE), 0.01);
        assertEquals(4.54, contrast(Color.web("#767676"), Color.WHITE), 0.01);
    }

    private static Map<String, Color> roles() throws IOException {
        try (InputStream sheet = Look.class.getResourceAsStream("/org/beistand/client/ui/beistand.css")) {
            Map<String, Color> roles = new HashMap<>();
            Matcher found = ROLE.matcher(new String(sheet.readAllBytes(), StandardCharsets.UTF_8));
            while (found.find()) {
                roles.put(found.group(1), Color.web(found.group(2)));
            }
            return roles;
        }
    }

    private static double contrast(Color one, Color other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
