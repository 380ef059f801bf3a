package dev.arke.testkit.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Files as apps upload them: an address is asked for, the bytes are sent there, and then they are shown in a channel. */
public final class FakeFiles {
    static final String PATH = "/upload/";

    /** A file that was shown; {@code content}: a character for each byte. */
    public record Shown(String name, String alt, String content, String channel, Optional<String> thread) {}

    private record Upload(String name, String alt, int length) {}

    private final Function<String, String> base;
    private final FakeRooms rooms;
    private final Map<String, Upload> uploads = new HashMap<>();
    private final Map<String, byte[]> contents = new HashMap<>();
    private final List<Shown> shown = new ArrayList<>();

    FakeFiles(Function<String, String> base, FakeRooms rooms) {
        this.base = base;
        this.rooms = rooms;
    }

    public synchronized List<Shown> shown() {
        return List.copyOf(shown);
    }

    Map<String, Function<Call, ObjectNode>> methods() {
        return Map.of("files.getUploadURLExternal", this::address, "files.completeUploadExternal", this::complete);
    }

    private synchronized ObjectNode address(Call call) {
        var id = "F0FILE" + uploads.size();
        uploads.put(
                id,
                new Upload(
                        call.get("filename"), call.find("alt_txt").orElse(""), Integer.parseInt(call.get("length"))));
        return Wire.object().put("file_id", id).put("upload_url", base.apply(PATH + id));
    }

    /** The status of the answer. */
    synchronized int receive(String path, byte[] bytes) {
        var id = path.substring(PATH.length());
        var upload = uploads.get(id);
        if (upload == null || upload.length() != bytes.length) return 400;
        contents.put(id, bytes);
        return 200;
    }

    private synchronized ObjectNode complete(Call call) {
        var files = call.json("files", "invalid_arguments").orElseThrow();
        var channel = call.find("channels").or(() -> call.find("channel_id")).orElseThrow();
        if (!rooms.get(channel).members().contains(FakeSlack.BOT)) throw new Refused("not_in_channel");
        for (var file : files) {
            var id = file.get("id").textValue();
            var bytes = contents.get(id);
            var upload = uploads.get(id);
            if (bytes == null || upload == null) throw new Refused("file_not_found");
            shown.add(new Shown(
                    upload.name(),
                    upload.alt(),
                    new String(bytes, StandardCharsets.ISO_8859_1),
                    channel,
                    call.find("thread_ts")));
        }
        var answer = Wire.object();
        answer.putArray("files").addObject().put("id", files.get(0).get("id").textValue());
        return answer;
    }
}
