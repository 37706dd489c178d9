package io.muster.broker;

import java.nio.file.Path;

/** A program that starts a broker, says its process id and waits to be killed. */
final class ParentMain {
    private ParentMain() {}

    public static void main(String[] args) throws Exception {
        KafkaProcess kafka = KafkaProcess.start(KafkaProcessOptions.keeping(Path.of(args[0])));
        System.out.println(kafka.pid());
        Thread.currentThread().join();
    }
}
