package dev.ravel.model.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatumTest {
    /** A tenth of a metre, in degrees: the published values agree with each other no better. */
    private static final double PUBLISHED = 1e-6;

    private static final double CENTIMETRE = 1e-7;

    /** The published test values of eviltransform: Shanghai, Shenzhen, Beijing. */
    @ParameterizedTest
    @CsvSource({
        "31.1774276, 121.5272106, 31.17530398364597, 121.531541859215",
        "22.543847, 113.912316, 22.540796131694766, 113.9171764808363",
        "39.911954, 116.377817, 39.91334545536069, 116.38404722455657"
    })
    void gcj02(double latitude, double longitude, double shiftedLatitude, double shiftedLongitude) {
        GeoPoint wgs = new GeoPoint(latitude, longitude);
        GeoPoint gcj = new GeoPoint(shiftedLatitude, shiftedLongitude);

        assertClose(Datum.GCJ02.fromWgs84(wgs), gcj, PUBLISHED);
        assertClose(Datum.GCJ02.toWgs84(gcj), wgs, PUBLISHED);
    }

    /** The published test value of geotool, east of Shanghai. */
    @Test
    void bd09() {
        GeoPoint wgs = new GeoPoint(30.6107779, 121.0917077);
        GeoPoint baidu = new GeoPoint(30.61484572185035, 121.10271732371203);

        assertClose(Datum.BD09.fromWgs84(wgs), baidu, PUBLISHED);
        assertClose(Datum.BD09.toWgs84(baidu), wgs, 20 * CENTIMETRE);
    }

    /** The published test value of coordtransform. */
    @Test
    void bd09LiesUponGcj02() {
        GeoPoint gcj = Datum.GCJ02.fromWgs84(Datum.BD09.toWgs84(new GeoPoint(39.915, 116.404)));

        assertClose(gcj, new GeoPoint(39.90865673957631, 116.39762729119315), PUBLISHED);
    }

    @Test
    void thereAndBackIsTheSamePlace() {
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            GeoPoint point = new GeoPoint(18 + random.nextDouble() * 35, 74 + random.nextDouble() * 60);

            assertClose(Datum.GCJ02.toWgs84(Datum.GCJ02.fromWgs84(point)), point, CENTIMETRE);
            assertClose(Datum.BD09.toWgs84(Datum.BD09.fromWgs84(point)), point, 20 * CENTIMETRE);
        }
    }

    @Test
    void nothingIsShiftedElsewhere() {
        GeoPoint berlin = new GeoPoint(52.52, 13.405);
        GeoPoint tokyo = new GeoPoint(35.681236, 139.767125);

        assertThat(Datum.GCJ02.fromWgs84(berlin)).isEqualTo(berlin);
        assertThat(Datum.GCJ02.toWgs84(tokyo)).isEqualTo(tokyo);
    }

    @Test
    void whatIsNotOnEarthIsRefused() {
        assertThatThrownBy(() -> new GeoPoint(90.1, 0)).hasMessageContaining("90.1");
        assertThatThrownBy(() -> new GeoPoint(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertClose(GeoPoint actual, GeoPoint expected, double degrees) {
        assertThat(actual.latitude()).isCloseTo(expected.latitude(), within(degrees));
        assertThat(actual.longitude()).isCloseTo(expected.longitude(), within(degrees));
    }
}
