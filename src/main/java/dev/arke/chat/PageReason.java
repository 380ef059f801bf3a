package dev.arke.chat;

/** Why somebody is paged. */
public sealed interface PageReason {
    /** As a step of the policy, counted from 1. */
    record OfStep(int step) implements PageReason {}

    record LastResort() implements PageReason {}

    /** The last resort reached nobody. */
    record Admin() implements PageReason {}

    /** Somebody asked for them. */
    record AskedBy(String name) implements PageReason {}

    /** Not told by the timeline any more. */
    record Unknown() implements PageReason {}
}
