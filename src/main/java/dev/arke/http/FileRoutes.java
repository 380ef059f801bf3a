package dev.arke.http;

import dev.arke.card.PlainText;
import dev.arke.card.Reader;
import dev.arke.engine.calendar.HandOverFiles;
import dev.arke.engine.calendar.HandOverFiles.Page;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** /file/{token}: GET gives a report, or asks for a calendar's file and changes nothing; POST takes that file. */
public final class FileRoutes {
    private static final String FIELD = "calendar";
    private static final long MOST_PASSED_OVER = 200L << 20;
    private static final long MOST_BYTES = HttpServer.MOST_OF_A_FILE << 20;

    private final HandOverFiles files;
    private final PlainPage pages;

    public FileRoutes(HandOverFiles files, InstantSource clock) {
        this.files = files;
        this.pages = new PlainPage(clock);
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/file/{token}", this::look);
        routes.post("/file/{token}", this::handIn);
    }

    private void look(Context ctx) {
        files.look(ctx.pathParam("token"))
                .ifPresentOrElse(page -> show(ctx, page), () -> pages.answerNowhere(ctx, over()));
    }

    private static void show(Context ctx, Page page) {
        switch (page) {
            case Page.Upload upload -> PlainPage.answer(ctx, 200, ask(upload));
            case Page.Download(var name, var csv) ->
                ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                        .header("X-Robots-Tag", "noindex")
                        .contentType("text/csv; charset=utf-8")
                        .result(csv);
        }
    }

    private void handIn(Context ctx) throws IOException {
        var token = ctx.pathParam("token");
        // Nothing of a body is read for whoever has no address.
        if (!(files.look(token).orElse(null) instanceof Page.Upload upload)) {
            pages.answerNowhere(ctx, over());
            return;
        }
        var length = ctx.req().getContentLengthLong();
        if (length < 0 || length > MOST_BYTES) {
            // A browser shows no answer before it has sent all.
            if (length > 0 && length < MOST_PASSED_OVER)
                ctx.req().getInputStream().transferTo(OutputStream.nullOutputStream());
            PlainPage.answer(
                    ctx, 413, PlainPage.of("Nothing was changed", "<p>A calendar file may have at most 10 MB.</p>"));
            return;
        }
        var file = ctx.uploadedFile(FIELD);
        if (file == null || file.size() == 0) {
            PlainPage.answer(ctx, 400, ask(upload));
            return;
        }
        files.handIn(token, text(file))
                .map(PlainText::of)
                .ifPresentOrElse(
                        said -> PlainPage.answer(ctx, 200, PlainPage.answer(LinkPhrases.in(Reader.ANYBODY), said)),
                        () -> pages.answerNowhere(ctx, over()));
    }

    private static String text(UploadedFile file) throws IOException {
        try (InputStream content = file.content()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String ask(Page.Upload upload) {
        var whose = PlainPage.text(upload.whose());
        return PlainPage.of(
                "Vacations of " + whose,
                "<p>Choose the file exported from the calendar of vacations (iCalendar, .ics). Its times become"
                    + " vacations; the same file again changes nothing, a later one follows what was moved.</p><form"
                    + " method=\"post\" enctype=\"multipart/form-data\"><p><label>File <input type=\"file\" name=\""
                        + FIELD + "\" accept=\".ics,text/calendar\" required></label></p><button>Upload as "
                        + PlainPage.text(upload.by()) + "</button></form>");
    }

    private static String over() {
        return PlainPage.of(
                "This link cannot be used",
                "<p>It is older than an hour, or was cut on its way. Ask in your chat for a new one.</p>");
    }
}
