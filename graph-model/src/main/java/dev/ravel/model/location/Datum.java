package dev.ravel.model.location;

/**
 * What coordinates are relative to. Chinese maps must not show WGS-84: they shift every point by some hundred metres, by
 * an amount that depends on the place. Without taking the shift back, one shop has three places.
 *
 * <p>The shift of GCJ-02 is known only as the approximation that the public has found out and that all converters share
 * (github.com/googollee/eviltransform); it has no closed inverse, so the inverse is iterated. BD-09 is a second shift upon
 * GCJ-02 (github.com/wandergis/coordtransform); its own inverse is good to two metres. Both are computed with {@link StrictMath}, so that every machine gives the same bits. Outside of the rectangle
 * around China nothing is shifted.
 */
public enum Datum {
    /** What satellites give, and all maps outside of China use. */
    WGS84 {
        @Override
        public GeoPoint toWgs84(GeoPoint point) {
            return point;
        }

        @Override
        public GeoPoint fromWgs84(GeoPoint point) {
            return point;
        }
    },
    /** 火星坐标: Amap (高德), Tencent (腾讯), WeChat, and Google's map of China. */
    GCJ02 {
        @Override
        public GeoPoint toWgs84(GeoPoint point) {
            GeoPoint guess = point;
            for (int round = 0; round < MAX_ROUNDS; round++) {
                GeoPoint shifted = fromWgs84(guess);
                double north = point.latitude() - shifted.latitude();
                double east = point.longitude() - shifted.longitude();
                guess = new GeoPoint(guess.latitude() + north, guess.longitude() + east);
                if (Math.abs(north) < EXACT && Math.abs(east) < EXACT) {
                    break;
                }
            }
            return guess;
        }

        @Override
        public GeoPoint fromWgs84(GeoPoint point) {
            if (!isAroundChina(point)) {
                return point;
            }
            double x = point.longitude() - 105;
            double y = point.latitude() - 35;
            double latitude = StrictMath.toRadians(point.latitude());
            double squeeze = 1 - ECCENTRICITY_SQUARED * square(StrictMath.sin(latitude));
            double metresPerDegreeNorth =
                    Math.PI / 180 * AXIS * (1 - ECCENTRICITY_SQUARED) / (squeeze * StrictMath.sqrt(squeeze));
            double metresPerDegreeEast = Math.PI / 180 * AXIS / StrictMath.sqrt(squeeze) * StrictMath.cos(latitude);
            return new GeoPoint(
                    point.latitude() + metresNorth(x, y) / metresPerDegreeNorth,
                    point.longitude() + metresEast(x, y) / metresPerDegreeEast);
        }
    },
    /** Baidu's (百度). */
    BD09 {
        @Override
        public GeoPoint toWgs84(GeoPoint point) {
            double x = point.longitude() - BAIDU_EAST;
            double y = point.latitude() - BAIDU_NORTH;
            double radius = StrictMath.hypot(x, y) - 2e-5 * StrictMath.sin(y * BAIDU_WAVE);
            double angle = StrictMath.atan2(y, x) - 3e-6 * StrictMath.cos(x * BAIDU_WAVE);
            return GCJ02.toWgs84(new GeoPoint(radius * StrictMath.sin(angle), radius * StrictMath.cos(angle)));
        }

        @Override
        public GeoPoint fromWgs84(GeoPoint point) {
            GeoPoint gcj = GCJ02.fromWgs84(point);
            double x = gcj.longitude();
            double y = gcj.latitude();
            double radius = StrictMath.hypot(x, y) + 2e-5 * StrictMath.sin(y * BAIDU_WAVE);
            double angle = StrictMath.atan2(y, x) + 3e-6 * StrictMath.cos(x * BAIDU_WAVE);
            return new GeoPoint(
                    radius * StrictMath.sin(angle) + BAIDU_NORTH, radius * StrictMath.cos(angle) + BAIDU_EAST);
        }
    };

    /** The Krasovsky ellipsoid of 1940, in metres. */
    private static final double AXIS = 6_378_245;

    private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;

    /** A millimetre's hundredth, in degrees. */
    private static final double EXACT = 1e-10;

    /** Four are enough inside of China; at the rectangle's edge, where the shift jumps, there may be no inverse. */
    private static final int MAX_ROUNDS = 16;

    private static final double BAIDU_EAST = 0.0065;
    private static final double BAIDU_NORTH = 0.006;
    private static final double BAIDU_WAVE = Math.PI * 3000 / 180;

    /** The point in WGS-84; in China for GCJ-02 to a centimetre, for BD-09 to two metres. */
    public abstract GeoPoint toWgs84(GeoPoint point);

    /** The point that is this one in WGS-84. */
    public abstract GeoPoint fromWgs84(GeoPoint point);

    private static boolean isAroundChina(GeoPoint point) {
        return point.longitude() >= 72.004
                && point.longitude() <= 137.8347
                && point.latitude() >= 0.8293
                && point.latitude() <= 55.8271;
    }

    private static double metresNorth(double x, double y) {
        return -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * StrictMath.sqrt(Math.abs(x))
                + ripple(x)
                + (20 * wave(y, 1) + 40 * wave(y, 3) + 160 * wave(y, 12) + 320 * wave(y, 30)) * 2 / 3;
    }

    private static double metresEast(double x, double y) {
        return 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * StrictMath.sqrt(Math.abs(x))
                + ripple(x)
                + (20 * wave(x, 1) + 40 * wave(x, 3) + 150 * wave(x, 12) + 300 * wave(x, 30)) * 2 / 3;
    }

    private static double ripple(double x) {
        return (20 * StrictMath.sin(6 * x * Math.PI) + 20 * StrictMath.sin(2 * x * Math.PI)) * 2 / 3;
    }

    private static double wave(double degrees, double halfPeriod) {
        return StrictMath.sin(degrees / halfPeriod * Math.PI);
    }

    private static double square(double number) {
        return number * number;
    }
}
