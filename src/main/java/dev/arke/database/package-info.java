/** The database: its connections, migrations, transactions and clock; H2 in a file or PostgreSQL. */
@NullMarked
package dev.arke.database;

import org.jspecify.annotations.NullMarked;
