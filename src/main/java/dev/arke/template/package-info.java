/** What a page says in a service's own words: its templates, filled in within limits. */
@NullMarked
package dev.arke.template;

import org.jspecify.annotations.NullMarked;
