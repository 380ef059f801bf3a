package dev.arke.database;

/** A process of its own that opens the database of its argument and says what came of it. */
final class OpenDatabase {
    private OpenDatabase() {}

    public static void main(String[] args) {
        try (var database = Database.open(new DatabaseSettings(args[0], "arke", "secret"))) {
            System.out.println("opened " + database.clock().offset());
        } catch (DatabaseUnavailable e) {
            System.out.println(e.getMessage());
        }
    }
}
