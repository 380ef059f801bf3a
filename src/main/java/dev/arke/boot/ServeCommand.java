package dev.arke.boot;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Runs the server until it is told to stop. */
@Command(name = "serve", description = "Run the server.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Override
    public Integer call() throws InterruptedException {
        var settings = Settings.read(System.getenv());
        var arke = Arke.start(settings, Settings.DATA);
        System.out.println("Arke " + Version.number() + " listens on " + arke.address());
        if (settings.sandbox()) System.out.println("The built-in chat: " + arke.address() + "/sandbox");
        arke.runUntilStopped();
        return 0;
    }
}
