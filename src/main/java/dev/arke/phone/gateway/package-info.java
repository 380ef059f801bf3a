/** Texts through a gateway that takes a plain HTTP request. */
@NullMarked
package dev.arke.phone.gateway;

import org.jspecify.annotations.NullMarked;
