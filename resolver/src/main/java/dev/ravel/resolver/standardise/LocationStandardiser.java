package dev.ravel.resolver.standardise;

import dev.ravel.model.location.Datum;
import dev.ravel.model.location.GeoPoint;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Coordinates in decimal degrees, latitude first: {@code 31.2304,121.4737}, {@code gcj02:31.2285,121.4782},
 * {@code 31.2304N 121.4737E}, {@code 东经121.4737° 北纬31.2304°}. Which datum they are of must be said before them, else it
 * is WGS-84.
 *
 * <p>The order is told by letters where there are any, by size where one number can be no latitude, and in China by which
 * of the two orders is in the country; else latitude comes first. What lies at 0, 0 or says no more than two decimals,
 * which is a kilometre, is no place of a customer.
 */
final class LocationStandardiser {
    private static final String DEGREES = "([nsew]|北纬|南纬|东经|西经)?\\s*([+-]?\\d{1,3}(?:\\.(\\d*))?)\\s*°?\\s*([nsew])?";
    private static final Pattern COORDINATES =
            Pattern.compile("(?:(wgs|gcj|高德|腾讯|bd|百度)-?(?:84|02|09|09ll)?\\s*:?\\s*)?[(\\[]?" + DEGREES
                    + "\\s*[,;/|\\s]\\s*" + DEGREES + "[)\\]]?");
    private static final String SOUTH_OR_WEST = "sw南西";
    private static final String EAST_OR_WEST = "ew东西";
    private static final int MIN_DECIMALS = 3;
    private static final double NOWHERE = 0.001;

    private final boolean inChina;

    LocationStandardiser(String defaultRegion) {
        this.inChina = defaultRegion.equals("CN");
    }

    /** The place; empty if the text holds none, or none that says where a customer is. */
    Optional<StandardLocation> standardise(String raw) {
        Matcher matcher = COORDINATES.matcher(FoldedText.of(raw));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        if (Math.max(decimals(matcher.group(4)), decimals(matcher.group(8))) < MIN_DECIMALS) {
            return Optional.empty();
        }
        double first = degrees(matcher.group(3), matcher.group(2), matcher.group(5));
        double second = degrees(matcher.group(7), matcher.group(6), matcher.group(9));
        if (Math.abs(first) < NOWHERE && Math.abs(second) < NOWHERE) {
            return Optional.empty();
        }
        boolean longitudeFirst = isAlong(matcher.group(2), matcher.group(5))
                || Math.abs(first) > 90
                || (inChina && isInChina(second, first) && !isInChina(first, second));
        double latitude = longitudeFirst ? second : first;
        double longitude = longitudeFirst ? first : second;
        if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            return Optional.empty();
        }
        GeoPoint place = datum(matcher.group(1)).toWgs84(new GeoPoint(latitude, longitude));
        return Optional.of(new StandardLocation(millionths(place.latitude()), millionths(place.longitude())));
    }

    private static double degrees(String number, String before, String after) {
        double degrees = Double.parseDouble(number);
        boolean negative = says(SOUTH_OR_WEST, before) || says(SOUTH_OR_WEST, after);
        return negative ? -Math.abs(degrees) : degrees;
    }

    private static boolean isAlong(String before, String after) {
        return says(EAST_OR_WEST, before) || says(EAST_OR_WEST, after);
    }

    private static boolean says(String signs, String hemisphere) {
        return hemisphere != null && signs.indexOf(hemisphere.charAt(0)) >= 0;
    }

    private static int decimals(String decimals) {
        return decimals == null ? 0 : decimals.length();
    }

    private static boolean isInChina(double latitude, double longitude) {
        return latitude > 17 && latitude < 54 && longitude > 73 && longitude < 136;
    }

    private static Datum datum(String named) {
        if (named == null || named.equals("wgs")) {
            return Datum.WGS84;
        }
        return named.equals("bd") || named.equals("百度") ? Datum.BD09 : Datum.GCJ02;
    }

    private static int millionths(double degrees) {
        return (int) Math.round(degrees * 1e6);
    }
}
