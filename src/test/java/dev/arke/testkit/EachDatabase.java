package dev.arke.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the whole class once on H2 and once on PostgreSQL. The constructor (or a method) may ask for a {@link
 * TestDatabase}, a {@link dev.arke.database.Database} or an {@link Engine}. Each test begins with what the migrations
 * left, and fails when it leaves a connection borrowed.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(EachDatabaseExtension.class)
public @interface EachDatabase {}
