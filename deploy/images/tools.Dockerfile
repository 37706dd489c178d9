# The commands (./muster …) for a machine without a JDK: topics, plan, people, alarms, feed check. Built from the root of the source tree:
#   docker build -f deploy/images/tools.Dockerfile -t muster-tools:0.1.0 .
# No engine has run this file yet; see docs/operate.md.
FROM eclipse-temurin:17.0.15_6-jdk-noble AS build
WORKDIR /src
COPY . .
RUN ./mvnw -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true -pl deploy/launcher -am package \
    && mkdir -p /out \
    && cp deploy/launcher/target/muster-launcher-*.jar /out/muster-launcher.jar \
    && cp -r deploy/launcher/target/lib /out/lib

FROM eclipse-temurin:17.0.15_6-jre-noble
RUN groupadd --system --gid 10001 muster \
    && useradd --system --uid 10001 --gid muster --home-dir /opt/muster --shell /usr/sbin/nologin muster
COPY --from=build --chown=root:root /out /opt/muster
USER 10001:10001
WORKDIR /tmp
# A command that runs and ends; what it says is its health.
HEALTHCHECK NONE
ENTRYPOINT ["java", "--add-opens=java.base/java.lang=ALL-UNNAMED", "--add-opens=java.base/java.util=ALL-UNNAMED", \
    "--add-opens=java.base/java.time=ALL-UNNAMED", "-XX:MaxRAMPercentage=70", "-Dfile.encoding=UTF-8", "-Djava.awt.headless=true", \
    "-cp", "/opt/muster/muster-launcher.jar:/opt/muster/lib/*", "io.muster.launcher.Main"]
CMD ["help"]
