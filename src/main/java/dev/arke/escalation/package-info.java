/** Who is paged, in what order and after what wait: policies, and the pure rule of what is due next. */
@NullMarked
package dev.arke.escalation;

import org.jspecify.annotations.NullMarked;
