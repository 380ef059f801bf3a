/** The web side: what monitors and programs call, one file for each format of inbound alerts. */
@NullMarked
package dev.arke.http;

import org.jspecify.annotations.NullMarked;
