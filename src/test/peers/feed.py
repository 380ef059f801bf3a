"""Reads a feed as Debian's python3-icalendar understands it; ends with 1 and a reason when something is not as it should be."""
import sys
import urllib.error
import urllib.request
from datetime import timedelta, timezone

from icalendar import Calendar

address = sys.argv[1]


def get(url, headers={}):
    return urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=20)


def check(what, holds):
    if not holds:
        sys.exit("not so: " + what)


with get(address + "?alarm=1d,30m") as answer:
    body, tag = answer.read(), answer.headers["ETag"]
calendar = Calendar.from_ical(body)
events = calendar.walk("VEVENT")
check("it has a name", str(calendar["X-WR-CALNAME"]) == "payments on call")
check("there are shifts to come", len(events) > 8)
check("all lines are short", all(len(line) <= 75 for line in body.split(b"\r\n")))
check("each UID is there once", len({str(event["UID"]) for event in events}) == len(events))
for event in events:
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    check("times are UTC", start.utcoffset() == timedelta(0) == end.utcoffset())
    check("it ends after it starts", start < end)
    check("it says when it was changed", event["LAST-MODIFIED"].dt.tzinfo is not None and int(event["SEQUENCE"]) >= 0)
    triggers = sorted(alarm["TRIGGER"].dt for alarm in event.walk("VALARM"))
    check("it rings twice", triggers == [timedelta(days=-1), timedelta(minutes=-30)])
primary = sorted((e for e in events if "primary" in str(e["SUMMARY"])), key=lambda e: e["DTSTART"].dt)
check("alice is primary", all(str(e["SUMMARY"]) == "Alice Martin: primary of payments" for e in primary))
check("without a gap", all(one["DTEND"].dt == other["DTSTART"].dt for one, other in zip(primary, primary[1:])))
check("handoffs are Mondays at 9 in Paris", {e["DTSTART"].dt.astimezone(timezone.utc).hour for e in primary[1:]} <= {7, 8})
try:
    get(address + "?alarm=1d,30m", {"If-None-Match": tag})
    sys.exit("not so: what is known is not sent again")
except urllib.error.HTTPError as error:
    check("what is known is not sent again", error.code == 304)
print(len(events), "events")
