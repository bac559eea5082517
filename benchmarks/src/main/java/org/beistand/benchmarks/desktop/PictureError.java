package org.beistand.benchmarks.desktop;

/** How far a picture is from the one that it shows, over all three colours. */
final class PictureError {
    /** Said of equal pictures, which have no error. */
    static final double EXACT = Double.POSITIVE_INFINITY;

    private PictureError() {}

    /** Peak signal to noise ratio in dB. @param one as 0xRRGGBB, as long as the other */
    static double psnr(int[] one, int[] other) {
        long squares = 0;
        for (int i = 0; i < one.length; i++) {
            if (one[i] != other[i]) {
                squares += square(one[i] >> 16 & 0xFF, other[i] >> 16 & 0xFF)
                        + square(one[i] >> 8 & 0xFF, other[i] >> 8 & 0xFF)
                        + square(one[i] & 0xFF, other[i] & 0xFF);
            }
        }
        return squares == 0 ? EXACT : 10 * Math.log10(255.0 * 255.0 * 3 * one.length / squares);
    }

    private static long square(int one, int other) {
        return (long) (one - other) * (one - other);
    }

    /** The share of pixels that are not the same. */
    static double differing(int[] one, int[] other) {
        int count = 0;
        for (int i = 0; i < one.length; i++) {
            count += one[i] != other[i] ? 1 : 0;
        }
        return (double) count / one.length;
    }
}
