package dev.arke.teams.install;

/** What Arke's Teams app has, once: manifest and listeners go by it. */
public final class AppSurface {
    /** The command in a message's menu. */
    public static final String PAGE_ABOUT = "pageAboutMessage";
    /** The command of the search box. */
    public static final String WHO = "whoIsOnCall";

    private AppSurface() {}
}
