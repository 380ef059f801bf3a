/** What monitors send: alerts, their dedup keys, the services they concern and the rules that route them. */
@NullMarked
package dev.arke.alert;

import org.jspecify.annotations.NullMarked;
