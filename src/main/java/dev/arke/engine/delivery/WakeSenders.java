package dev.arke.engine.delivery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells the senders of this node that there is something to send: called once a unit that planned it is committed. */
public final class WakeSenders {
    private final List<Runnable> sleepers = new CopyOnWriteArrayList<>();

    /** Cheap; may be called from anywhere, also when nobody listens. */
    public void wake() {
        sleepers.forEach(Runnable::run);
    }

    void register(Runnable sleeper) {
        sleepers.add(sleeper);
    }

    void unregister(Runnable sleeper) {
        sleepers.remove(sleeper);
    }
}
