package dev.ravel.bench.peers;

import dev.ravel.bench.measure.MeasuredProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A Python package, run by a script beside this class, in a virtual environment that is made for it. */
final class PythonPeer implements Peer {
    private static final String INSTALLER = "install.sh";

    private final String distribution;
    private final String version;
    private final List<String> pins;
    private final boolean learnsFromTruth;
    private final Path environment;

    /**
     * A package of one version.
     *
     * @param distribution its name, which is also that of its script
     * @param pins what it needs beside, as pip takes it
     * @param learnsFromTruth whether its script takes the truth, to learn from
     * @param environment the virtual environment, made if it is not there
     */
    PythonPeer(String distribution, String version, List<String> pins, boolean learnsFromTruth, Path environment) {
        this.distribution = distribution;
        this.version = version;
        this.pins = List.copyOf(pins);
        this.learnsFromTruth = learnsFromTruth;
        this.environment = environment.toAbsolutePath();
    }

    @Override
    public String name() {
        return distribution + ' ' + version;
    }

    @Override
    public Optional<String> missing() throws InterruptedException {
        try {
            Path directory = Files.createTempDirectory("ravel-bench");
            Path installer = copied(INSTALLER, directory);
            List<String> command = new ArrayList<>(
                    List.of("sh", installer.toString(), environment.toString(), distribution + "==" + version));
            command.addAll(pins);
            MeasuredProcess.run(command);
            Files.delete(installer);
            Files.delete(directory);
            return Optional.empty();
        } catch (IOException | IllegalStateException e) {
            return Optional.of("it cannot be installed into " + environment
                    + "; it needs python3 with venv, and pip a package index (" + e.getMessage() + ")");
        }
    }

    @Override
    public Outcome resolve(LabelledSet set, Path directory) throws IOException, InterruptedException {
        Path script = copied(distribution + ".py", Files.createDirectories(directory.resolve("scripts")));
        // A script must not be found when it imports the package that it is named after.
        Path renamed = Files.move(
                script, script.resolveSibling("run_" + script.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        Path links = directory.resolve(distribution + '-' + set.name() + ".csv");
        List<String> command = new ArrayList<>(List.of(
                environment.resolve("bin").resolve("python").toString(),
                renamed.toString(),
                set.records().toString(),
                links.toString()));
        if (learnsFromTruth) {
            command.add(set.truth().toString());
        }
        set.columns().forEach(column -> command.add(column.name() + ':' + column.kind()));
        MeasuredProcess process = MeasuredProcess.run(command);
        ScoredLinks scored = ScoredLinks.read(links);
        double threshold = scored.bestThreshold(set.entityOf());
        return new Outcome(process, scored.components(set.entityOf(), threshold), threshold);
    }

    private static Path copied(String resource, Path directory) throws IOException {
        Path file = directory.resolve(resource);
        try (InputStream in = Objects.requireNonNull(PythonPeer.class.getResourceAsStream(resource), resource)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
