/** Sends cards as mail over SMTP. */
@NullMarked
package dev.arke.mail;

import org.jspecify.annotations.NullMarked;
