/** Tests of messages on their way. */
@NullMarked
package dev.arke.delivery;

import org.jspecify.annotations.NullMarked;
