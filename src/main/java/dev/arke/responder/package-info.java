/** People who can be paged, the teams they form, how they are reached, who acts and what they may. */
@NullMarked
package dev.arke.responder;

import org.jspecify.annotations.NullMarked;
