package dev.arke.sandbox;

import java.util.Optional;

/** A request that found its way: who comes, as whom, into which room. */
record Visit(Scene scene, Scene.Person me, Room room, Visitor visitor) {
    /** Empty when nobody of this address is there, or the room is not, or is somebody else's. */
    static Optional<Visit> find(Scene scene, String me, String roomPath, String session) {
        var room = Room.ofPath(roomPath);
        boolean mayEnter = room.isDirect() ? room.address().equals(me) : scene.has(room);
        if (!mayEnter) return Optional.empty();
        return scene.person(me).map(person -> new Visit(scene, person, room, new Visitor(me, session)));
    }

    String path() {
        return room.path(me.address());
    }
}
