package org.beistand.client.desktop;

import java.util.Optional;

/** Keeps a picture of the whole screen and brings it up to date before each look. */
final class SourceGlance implements Glance {
    private final ScreenSource source;
    private Optional<Picture> whole = Optional.empty();

    SourceGlance(ScreenSource source) {
        this.source = source;
    }

    @Override
    public Area bounds() {
        return source.bounds();
    }

    @Override
    public Optional<Picture> look(Area area) {
        Area bounds = source.bounds();
        Picture picture = whole.filter(one -> one.width() == bounds.width() && one.height() == bounds.height())
                .orElseGet(() -> new Picture(bounds.width(), bounds.height()));
        whole = Optional.of(picture);
        source.grab(picture);
        if (!area.equals(area.intersect(picture.area()))) {
            return Optional.empty();
        }
        Picture part = new Picture(area.width(), area.height());
        for (int y = 0; y < area.height(); y++) {
            int at = (area.y() + y) * picture.width() + area.x();
            System.arraycopy(picture.pixels(), at, part.pixels(), y * area.width(), area.width());
        }
        return Optional.of(part);
    }

    @Override
    public void close() {
        source.close();
    }
}
