/** Calls webhooks: signed JSON over HTTP, to addresses that a policy may name and never into our own network. */
@NullMarked
package dev.arke.webhook;

import org.jspecify.annotations.NullMarked;
