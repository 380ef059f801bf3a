package dev.arke.slack.install;

/** What somebody who installs Arke sees in their browser: a heading and a sentence. */
final class InstallPage {
    private InstallPage() {}

    static String of(String heading, String sentence) {
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark">
            <title>%1$s</title>
            </head>
            <body>
            <h1>%1$s</h1>
            <p>%2$s</p>
            </body>
            </html>
            """.formatted(escaped(heading), escaped(sentence));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
