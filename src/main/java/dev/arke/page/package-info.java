/** From a responder's notification rules to due deliveries, and how pages to one person are bundled. */
@NullMarked
package dev.arke.page;

import org.jspecify.annotations.NullMarked;
