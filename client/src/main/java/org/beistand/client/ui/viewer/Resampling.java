package org.beistand.client.ui.viewer;

/**
 * One axis of a picture drawn at another size. Each target pixel is the mean of the stretch of source pixels under it: small
 * text stays readable when it shrinks, and edges stay sharp when it grows.
 */
final class Resampling {
    private static final int WHOLE = 256;

    private final int source;
    private final int target;
    private final int[] first;
    private final int[] weightsAt;
    private final short[] weights;

    Resampling(int source, int target) {
        this.source = source;
        this.target = target;
        this.first = new int[target];
        this.weightsAt = new int[target + 1];
        int widest = source / target + 3;
        short[] all = new short[target * widest];
        int used = 0;
        for (int t = 0; t < target; t++) {
            double from = (double) t * source / target;
            double to = (double) (t + 1) * source / target;
            int begin = (int) from;
            int end = Math.min(source, (int) Math.ceil(to - 1e-9));
            first[t] = begin;
            weightsAt[t] = used;
            int left = WHOLE;
            for (int s = begin; s < end; s++) {
                double share = (Math.min(to, s + 1) - Math.max(from, s)) / (to - from);
                int weight = s == end - 1 ? left : Math.min(left, (int) Math.round(share * WHOLE));
                all[used++] = (short) weight;
                left -= weight;
            }
        }
        weightsAt[target] = used;
        this.weights = java.util.Arrays.copyOf(all, used);
    }

    int target() {
        return target;
    }

    boolean isIdentity() {
        return source == target;
    }

    /** The first target pixel that shows something of this source pixel. */
    int targetFrom(int sourcePixel) {
        return (int) ((long) sourcePixel * target / source);
    }

    /** The target pixel after the last one that shows something of the source before this one. */
    int targetTo(int sourceEnd) {
        return Math.min(target, (int) (((long) sourceEnd * target + source - 1) / source));
    }

    int sourceFrom(int targetPixel) {
        return first[targetPixel];
    }

    int sourceTo(int targetPixel) {
        return first[targetPixel] + weightsAt[targetPixel + 1] - weightsAt[targetPixel];
    }

    int weight(int targetPixel, int sourcePixel) {
        return weights[weightsAt[targetPixel] + sourcePixel - first[targetPixel]];
    }

    /**
     * Draws one row of the target.
     *
     * @param pixels of the source
     * @param offset of its first pixel
     * @param stride from row to row
     * @param row of the target
     * @param from first column of the target
     * @param into receives the columns {@code from} to {@code to}, from index 0 on
     * @param scratch twice as long as a source row
     */
    static void drawRow(
            int[] pixels,
            int offset,
            int stride,
            Resampling columns,
            Resampling rows,
            int row,
            int from,
            int to,
            int[] into,
            int[] scratch) {
        int width = columns.source;
        int left = columns.sourceFrom(from);
        int right = columns.sourceTo(to - 1);
        foldRows(pixels, offset, stride, width, rows, row, left, right, scratch);
        for (int t = from; t < to; t++) {
            int redBlue = 0;
            int green = 0;
            int weightAt = columns.weightsAt[t];
            int begin = columns.first[t];
            int count = columns.weightsAt[t + 1] - weightAt;
            for (int i = 0; i < count; i++) {
                int weight = columns.weights[weightAt + i];
                redBlue += scratch[begin + i] * weight;
                green += scratch[width + begin + i] * weight;
            }
            into[t - from] = 0xFF000000 | redBlue >>> 8 & 0xFF00FF | green & 0xFF00;
        }
    }

    /** Red and blue go into the first half of the scratch row together, green into the second. */
    private static void foldRows(
            int[] pixels,
            int offset,
            int stride,
            int width,
            Resampling rows,
            int row,
            int left,
            int right,
            int[] scratch) {
        int top = rows.sourceFrom(row);
        int bottom = rows.sourceTo(row);
        for (int x = left; x < right; x++) {
            int redBlue = 0;
            int green = 0;
            int at = offset + top * stride + x;
            for (int y = top; y < bottom; y++) {
                int pixel = pixels[at];
                int weight = rows.weight(row, y);
                redBlue += (pixel & 0xFF00FF) * weight;
                green += (pixel >>> 8 & 0xFF) * weight;
                at += stride;
            }
            scratch[x] = redBlue >>> 8 & 0xFF00FF;
            scratch[width + x] = green >>> 8;
        }
    }
}
