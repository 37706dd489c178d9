# Flink with the job: JobManager, TaskManager and the keeper that submits the job are this image with different commands. Built from the
# root of the source tree:
#   docker build -f deploy/images/job.Dockerfile -t muster-job:0.1.0 .
# No engine has run this file yet; see docs/operate.md.
FROM eclipse-temurin:17.0.15_6-jdk-noble AS build
WORKDIR /src
COPY . .
RUN ./mvnw -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true -pl jobs/stream -am package \
    && mkdir -p /out \
    && cp jobs/stream/target/muster-stream-*-job.jar /out/muster-job.jar

FROM flink:2.2.1-java17
COPY --from=build --chown=root:root /out/muster-job.jar /opt/flink/usrlib/muster-job.jar
COPY --chown=root:root --chmod=0755 deploy/compose/flink/keep-job.sh /opt/flink/bin/keep-job.sh
# As the image's own user, so that a volume which is mounted here belongs to it.
RUN mkdir -p /var/lib/muster/checkpoints && chown -R flink:flink /var/lib/muster
USER flink
# Each part answers in a way of its own, which compose.yaml asks.
HEALTHCHECK NONE
