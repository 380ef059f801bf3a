/** /api/v1: what programs may ask and do, with the same use cases and rights as chat. */
@NullMarked
package dev.arke.http.rest;

import org.jspecify.annotations.NullMarked;
