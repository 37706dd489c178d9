# The console: what a control room sees. Built from the root of the source tree:
#   docker build -f deploy/images/console.Dockerfile -t muster-console:0.1.0 .
# No engine has run this file yet; see docs/operate.md.
FROM eclipse-temurin:17.0.15_6-jdk-noble AS build
WORKDIR /src
COPY . .
RUN ./mvnw -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true -pl console -am package \
    && mkdir -p /out \
    && cp console/target/muster-console-*.jar /out/muster-console.jar \
    && cp -r console/target/lib /out/lib

FROM eclipse-temurin:17.0.15_6-jre-noble
RUN groupadd --system --gid 10001 muster \
    && useradd --system --uid 10001 --gid muster --home-dir /opt/muster --shell /usr/sbin/nologin muster \
    && mkdir -p /var/lib/muster/positions && chown -R muster:muster /var/lib/muster
COPY --from=build --chown=root:root /out /opt/muster
USER 10001:10001
WORKDIR /tmp
EXPOSE 8080
# Liveness and not health: a console whose database is away still shows what is now.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/liveness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q 'HTTP/1.[01] 200' <&3"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8", "-Djava.awt.headless=true", \
    "-cp", "/opt/muster/muster-console.jar:/opt/muster/lib/*", "io.muster.console.ConsoleMain"]
