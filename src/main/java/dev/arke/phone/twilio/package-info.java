/** Twilio, by its own SDK, none of whose types leaves this package. */
@NullMarked
package dev.arke.phone.twilio;

import org.jspecify.annotations.NullMarked;
