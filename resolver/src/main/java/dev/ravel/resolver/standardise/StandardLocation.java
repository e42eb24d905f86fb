package dev.ravel.resolver.standardise;

import java.util.List;
import java.util.Locale;

/**
 * A place on earth in its comparable form: WGS-84 in whole millionths of a degree, some eleven centimetres.
 *
 * @param latitude millionths of a degree north
 * @param longitude millionths of a degree east
 */
public record StandardLocation(int latitude, int longitude) {
    /** Two locations at most this far apart, in metres, are in a cell in common, up to 60 degrees north and south. */
    public static final int CELL_REACH_METRES = 300;

    private static final double MILLIONTHS = 1e6;
    private static final double METRES_PER_DEGREE = 111_195;

    /** The side of a cell from south to north: three times the reach. */
    private static final double CELL_HEIGHT = 3 * CELL_REACH_METRES / METRES_PER_DEGREE;

    /** The side from west to east, which is as long as the height at 60 degrees and longer nearer to the equator. */
    private static final double CELL_WIDTH = 2 * CELL_HEIGHT;

    private static final int GRIDS = 3;

    /** The distance in metres, to a part in a thousand for places of one region; symmetric, allocates nothing. */
    public double metresTo(StandardLocation other) {
        double middle = StrictMath.toRadians(((double) latitude + other.latitude) / 2 / MILLIONTHS);
        double north = ((double) latitude - other.latitude) / MILLIONTHS;
        double east = Math.abs((double) longitude - other.longitude) / MILLIONTHS;
        double shorterEast = Math.min(east, 360 - east) * StrictMath.cos(middle);
        return METRES_PER_DEGREE * Math.sqrt(north * north + shorterEast * shorterEast);
    }

    /**
     * The cells that the location is in: one of each of three grids, which are shifted against each other by a third of a
     * cell in both directions. Two locations within reach of each other have at most one border of one grid between them
     * in each direction, so at least one of the three has none: neighbouring cells need not be looked at.
     */
    public List<String> cells() {
        return List.of(cell(0), cell(1), cell(2));
    }

    private String cell(int grid) {
        double shift = grid / (double) GRIDS;
        long row = (long) Math.floor(latitude / MILLIONTHS / CELL_HEIGHT + shift);
        long column = (long) Math.floor(longitude / MILLIONTHS / CELL_WIDTH + shift);
        return grid + ":" + row + ":" + column;
    }

    /** Latitude and longitude in degrees. */
    public String text() {
        return String.format(Locale.ROOT, "%.6f,%.6f", latitude / MILLIONTHS, longitude / MILLIONTHS);
    }
}
