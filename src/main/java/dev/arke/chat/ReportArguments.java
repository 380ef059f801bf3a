package dev.arke.chat;

import dev.arke.chat.DaysPhrase.Days;

/** What follows report: whom or what it is about, and which days; or coverage and a team. */
final class ReportArguments {
    private ReportArguments() {}

    static Parsed read(Words words, ChatContext context) {
        if (!words.isEmpty() && words.first().says("coverage"))
            return LookArguments.named(
                    Verb.REPORT,
                    words.after(1).skip("of").skip("for"),
                    team -> new Parsed.Understood(new Command.ReportCoverage(team)));
        boolean csv = !words.isEmpty() && words.last().says("csv");
        var rest = (csv ? words.untilLast() : words).skip("of").skip("for");
        for (int at = 0; at < rest.size(); at++) {
            var days = DaysPhrase.read(
                    rest.after(at).skip("from").skip("of").skip("for").texts(), context.zone(), context.now());
            if (days.isPresent()) return about(rest.until(at), days.get(), csv);
        }
        var last = rest.isEmpty() ? "" : rest.last().text();
        if (last.matches(".*\\d{4}-\\d{2}.*"))
            return Parsed.Misunderstood.of("days.unread", "report payments 2027-03-01 to 2027-03-14", Shown.word(last));
        return about(rest, DaysPhrase.thisMonth(context.zone(), context.now()), csv);
    }

    private static Parsed about(Words words, Days days, boolean csv) {
        return LookArguments.named(
                Verb.REPORT,
                words,
                of -> new Parsed.Understood(new Command.Report(of, days.first(), days.last(), csv)));
    }
}
