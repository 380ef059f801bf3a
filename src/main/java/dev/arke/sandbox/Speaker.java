package dev.arke.sandbox;

import java.time.ZoneId;

/** Who speaks: a browser, the person it is, and the zone its clock shows. */
record Speaker(Visitor visitor, Scene.Person person, ZoneId zone) {}
