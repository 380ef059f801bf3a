package dev.arke.sandbox;

import dev.arke.engine.delivery.KeepSandboxMessages;
import dev.arke.engine.delivery.KeepSandboxRooms;
import dev.arke.engine.delivery.MarkSandboxRoomSeen;
import dev.arke.engine.delivery.ReadSandboxMessages;
import dev.arke.engine.delivery.ReadUnreadSandboxMessages;
import dev.arke.engine.delivery.SandboxSignal;

/** The use cases and reads behind the chat's rooms. */
public record SandboxMessages(
        KeepSandboxMessages keep,
        ReadSandboxMessages read,
        ReadUnreadSandboxMessages unread,
        MarkSandboxRoomSeen seen,
        KeepSandboxRooms rooms,
        SandboxSignal signal) {}
