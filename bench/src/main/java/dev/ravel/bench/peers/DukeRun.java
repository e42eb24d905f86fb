package dev.ravel.bench.peers;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import no.priv.garshol.duke.ConfigLoader;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.matchers.AbstractMatchListener;
import org.xml.sax.SAXException;

/** The process that Duke runs in: reads a configuration, writes the links that it finds as {@code left,right,score}. */
final class DukeRun {
    private DukeRun() {}

    /** Runs Duke; the arguments are the configuration file and the file of links, which is replaced. */
    public static void main(String[] arguments) throws IOException, SAXException {
        try (BufferedWriter links = Files.newBufferedWriter(Path.of(arguments[1]))) {
            Processor processor = new Processor(ConfigLoader.load(arguments[0]));
            processor.addMatchListener(new Writing(links));
            processor.deduplicate();
            processor.close();
        }
    }

    private static final class Writing extends AbstractMatchListener {
        private final BufferedWriter links;

        Writing(BufferedWriter links) {
            this.links = links;
        }

        @Override
        public void matches(Record a, Record b, double confidence) {
            try {
                links.write(String.format(
                        Locale.ROOT,
                        "%s,%s,%.6f%n",
                        a.getValue(LabelledSet.ID),
                        b.getValue(LabelledSet.ID),
                        confidence));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
