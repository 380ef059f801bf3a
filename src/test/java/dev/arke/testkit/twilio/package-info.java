/** A stand-in for Twilio. */
@NullMarked
package dev.arke.testkit.twilio;

import org.jspecify.annotations.NullMarked;
