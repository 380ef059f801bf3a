/** What Arke says, free of any vendor's markup: spans, elements, buttons and forms that adapters draw. */
@NullMarked
package dev.arke.card;

import org.jspecify.annotations.NullMarked;
