/** The built-in chat at /sandbox: a carrier, a page that draws cards as HTML, and the guard that keeps it at home. */
@NullMarked
package dev.arke.sandbox;

import org.jspecify.annotations.NullMarked;
