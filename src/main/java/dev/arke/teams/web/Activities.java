package dev.arke.teams.web;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.Attachment;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.Mention;
import com.microsoft.bot.schema.TextFormatTypes;
import dev.arke.teams.card.CardText;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Our messages as the SDK's activities. What is nested is a tree of JSON: its own maps fail on later Java. */
final class Activities {
    static final String PNG = "image/png";
    static final String CARD = "application/vnd.microsoft.card.adaptive";

    private Activities() {}

    static Activity of(Post post, String botId) {
        var activity = new Activity(ActivityTypes.MESSAGE);
        activity.setFrom(new ChannelAccount(botId, "Arke"));
        activity.setSummary(post.drawn().summary());
        activity.setTextFormat(TextFormatTypes.PLAIN);
        if (!post.drawn().text().isEmpty()) activity.setText(post.drawn().text());
        post.drawn().card().ifPresent(card -> {
            var attachment = new Attachment();
            attachment.setContentType(CARD);
            attachment.setContent(card);
            activity.setAttachments(List.of(attachment));
        });
        // Teams counts no picture of this kind among the bytes of a message
        // (learn.microsoft.com/microsoftteams/platform,
        // "Format your bot messages"; "Send and receive inline images").
        post.image().ifPresent(image -> {
            var attachment = new Attachment();
            attachment.setContentType(PNG);
            attachment.setName(image.name());
            attachment.setContentUrl(
                    "data:" + PNG + ";base64," + Base64.getEncoder().encodeToString(image.png()));
            activity.setAttachments(List.of(attachment));
        });
        if (!post.mentioned().isEmpty()) mention(activity, post.mentioned());
        if (post.rings())
            activity.setChannelData(JsonNodeFactory.instance
                    .objectNode()
                    .set("notification", JsonNodeFactory.instance.objectNode().put("alert", true)));
        post.seenBy().ifPresent(userId -> {
            var reader = new ChannelAccount(userId);
            reader.setProperties("isTargeted", BooleanNode.TRUE);
            activity.setRecipient(reader);
        });
        return activity;
    }

    /** Above the card, in the words of the message: what is in a card pings nobody. */
    private static void mention(Activity activity, List<Post.Mentioned> people) {
        var entities = new ArrayList<Mention>();
        var words = new StringBuilder();
        for (var person : people) {
            var text = "<at>" + CardText.escaped(person.name()) + "</at>";
            var mention = new Mention();
            mention.setMentioned(new ChannelAccount(person.userId(), person.name()));
            mention.setText(text);
            entities.add(mention);
            words.append(words.isEmpty() ? "" : " ").append(text);
        }
        activity.setTextFormat(TextFormatTypes.XML);
        activity.setText(words.toString());
        activity.setMentions(entities);
    }
}
