# The ravel command in an image: built with Maven, run on a JRE by a user without privileges.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /ravel
COPY . .
RUN mvn -B -q -pl launcher,graph-server -am -DskipTests -Dfast package

FROM eclipse-temurin:17-jre
RUN useradd --system --create-home ravel
WORKDIR /home/ravel
COPY --from=build /ravel/launcher/target/classes /ravel/launcher/classes
COPY --from=build /ravel/launcher/target/lib /ravel/launcher/lib
COPY --from=build /ravel/launcher/resolve.options /ravel/launcher/resolve.options
COPY --from=build /ravel/graph-server/target/classes /ravel/graph-server/classes
COPY --from=build /ravel/graph-server/target/lib /ravel/graph-server/lib
USER ravel
# As the ravel command does, resolve, serve and ingest get JVM options of their own.
ENTRYPOINT ["sh", "-c", "own=; [ \"$1\" != resolve ] || own=@/ravel/launcher/resolve.options; \
    case $1 in serve|ingest) own='-XX:InitialRAMPercentage=10 -XX:NewRatio=1 -XX:MaxTenuringThreshold=2';; esac; \
    exec java -XX:+UseParallelGC -XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError $own \
    -Dfile.encoding=UTF-8 -Dravel.graph-server=/ravel/graph-server \
    -cp '/ravel/launcher/classes:/ravel/launcher/lib/*' dev.ravel.launcher.Ravel \"$@\"", "ravel"]
CMD ["--help"]
