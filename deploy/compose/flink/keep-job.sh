#!/usr/bin/env bash
# Keeps the job running on a Flink session cluster, which forgets its jobs when it restarts: submits it whenever the cluster runs none, from the
# newest checkpoint that is complete. MUSTER_JOBMANAGER (host:port of its REST address), MUSTER_CHECKPOINTS (folder that it shares with the
# cluster), MUSTER_JOB_ARGUMENTS, MUSTER_PARALLELISM, MUSTER_JOB_JAR; FLINK is the command line of Flink.
set -uo pipefail

jobmanager=${MUSTER_JOBMANAGER:?host:port of the JobManager}
checkpoints=${MUSTER_CHECKPOINTS:?folder of the checkpoints}
jar=${MUSTER_JOB_JAR:-/opt/flink/usrlib/muster-job.jar}
flink=${FLINK:-/opt/flink/bin/flink}
every=${MUSTER_LOOK_EVERY:-10}
runs=${MUSTER_RUNS_FILE:-/tmp/muster-job-runs}

# The names and states of the jobs that the cluster knows, or nothing where it does not answer.
jobs() {
    exec 3<>"/dev/tcp/${jobmanager%:*}/${jobmanager##*:}" || return 1
    printf 'GET /jobs/overview HTTP/1.0\r\nHost: %s\r\n\r\n' "$jobmanager" >&3
    tr '{' '\n' <&3 | grep '"jid"'
    exec 3>&-
    return 0
}

newest() {
    find "$checkpoints" -path '*/chk-*/_metadata' -printf '%T@ %h\n' 2>/dev/null | sort -rn | head -n 1 | cut -d' ' -f2-
}

rm -f "$runs"
trap 'rm -f "$runs"; exit 0' TERM INT
while true; do
    if ! known=$(jobs 2>/dev/null); then
        rm -f "$runs"
        echo "keep-job: no JobManager answers at $jobmanager"
    elif grep -q '"name":"muster"' <<<"$known" && grep -Eq '"state":"(RUNNING|CREATED|INITIALIZING|RESTARTING|RECONCILING|FAILING)"' <<<"$known"; then
        touch "$runs"
    else
        rm -f "$runs"
        from=$(newest)
        echo "keep-job: the cluster runs no job; submitting it ${from:+from $from}"
        # shellcheck disable=SC2086 # arguments are words
        "$flink" run -d -m "$jobmanager" -p "${MUSTER_PARALLELISM:-2}" ${from:+-s "file://$from"} "$jar" ${MUSTER_JOB_ARGUMENTS:?such as --kafka kafka:9092}
    fi
    sleep "$every" &
    wait $!
done
