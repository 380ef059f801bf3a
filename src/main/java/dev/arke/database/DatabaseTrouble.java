package dev.arke.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;

/**
 * Tells trouble of the database itself from a fault of what was asked of it. What is refused for the first is right as it
 * is and worth sending again; SQLState classes as in PostgreSQL's manual, appendix A.
 */
final class DatabaseTrouble {
    /** Connection lost, transaction rolled back, no resources left, in use, an operator's hand, the disk. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "55", "57", "58");
    /** Idle too long inside a transaction; a server that became a standby. */
    private static final Set<String> STATES = Set.of("25P03", "25006");

    /** H2 has closed its file, or cannot use it: no connection to it works ever again. */
    private static final Set<Integer> H2_CLOSED = Set.of(
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
            ErrorCode.CONNECTION_BROKEN_1,
            ErrorCode.OBJECT_CLOSED,
            ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2,
            ErrorCode.FILE_CORRUPTED_1,
            ErrorCode.DATABASE_ALREADY_OPEN_1);

    private DatabaseTrouble() {}

    /** The failure of a unit as its caller is to see it: {@link DatabaseUnavailable} when the unit was not at fault. */
    static RuntimeException asSeen(RuntimeException failure) {
        return failure instanceof DatabaseUnavailable || !anyCause(failure, DatabaseTrouble::isOfDatabase)
                ? failure
                : unavailable(failure);
    }

    static DatabaseUnavailable unavailable(Throwable failure) {
        return new DatabaseUnavailable("the database does not answer: " + failure.getMessage(), failure);
    }

    /** Two transactions got in each other's way and this one was undone: the next try finds the other one's work. */
    static boolean isConflict(Throwable failure) {
        return anyCause(failure, e -> "40001".equals(e.getSQLState()) || "40P01".equals(e.getSQLState()));
    }

    private static boolean isOfDatabase(SQLException e) {
        var state = e.getSQLState();
        if (state != null
                && (STATES.contains(state) || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)))))
            return true;
        return isClosedH2(e) || e.getErrorCode() == ErrorCode.LOCK_TIMEOUT_1;
    }

    /** Right after a write that failed, H2 says it with a general error of its store. */
    private static boolean isClosedH2(SQLException e) {
        return H2_CLOSED.contains(e.getErrorCode())
                || (e.getErrorCode() == ErrorCode.GENERAL_ERROR_1 && e.getCause() instanceof MVStoreException);
    }

    private static boolean anyCause(Throwable failure, Predicate<SQLException> is) {
        for (Throwable at = failure; at != null; at = at.getCause())
            if (at instanceof SQLException e && is.test(e)) return true;
        return false;
    }

    /**
     * Connections the pool must not touch again, beside those it knows itself: H2 may turn in a circle for ever when one to
     * a closed file is rolled back.
     */
    public static final class Eviction implements SQLExceptionOverride {
        @java.lang.Override
        public Override adjudicate(SQLException e) {
            boolean useless = isClosedH2(e) || "25006".equals(e.getSQLState());
            return useless ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
        }
    }
}
