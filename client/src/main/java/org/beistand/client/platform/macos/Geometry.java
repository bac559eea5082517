package org.beistand.client.platform.macos;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import org.beistand.client.platform.foreign.CStruct;

/** Points and rectangles as {@code CGGeometry.h} declares them on 64 bits, in points. */
final class Geometry {
    static final StructLayout POINT = CStruct.of("CGPoint", JAVA_DOUBLE.withName("x"), JAVA_DOUBLE.withName("y"));
    static final StructLayout SIZE =
            CStruct.of("CGSize", JAVA_DOUBLE.withName("width"), JAVA_DOUBLE.withName("height"));
    static final StructLayout RECT = CStruct.of("CGRect", POINT.withName("origin"), SIZE.withName("size"));

    private Geometry() {}

    /** A place on the desktop. */
    record Spot(double x, double y) {
        static Spot of(MemorySegment point) {
            return new Spot(point.get(JAVA_DOUBLE, 0), point.get(JAVA_DOUBLE, 8));
        }

        MemorySegment in(SegmentAllocator memory) {
            MemorySegment point = memory.allocate(POINT);
            point.set(JAVA_DOUBLE, 0, x);
            point.set(JAVA_DOUBLE, 8, y);
            return point;
        }
    }

    /** A part of the desktop. */
    record Part(double x, double y, double width, double height) {
        static Part of(MemorySegment rectangle) {
            return new Part(
                    rectangle.get(JAVA_DOUBLE, 0),
                    rectangle.get(JAVA_DOUBLE, 8),
                    rectangle.get(JAVA_DOUBLE, 16),
                    rectangle.get(JAVA_DOUBLE, 24));
        }

        MemorySegment in(SegmentAllocator memory) {
            MemorySegment rectangle = memory.allocate(RECT);
            rectangle.set(JAVA_DOUBLE, 0, x);
            rectangle.set(JAVA_DOUBLE, 8, y);
            rectangle.set(JAVA_DOUBLE, 16, width);
            rectangle.set(JAVA_DOUBLE, 24, height);
            return rectangle;
        }

        boolean contains(Spot spot) {
            return spot.x() >= x && spot.y() >= y && spot.x() < x + width && spot.y() < y + height;
        }
    }
}
