package dev.arke.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A network: all addresses whose first {@code prefix} bits are those of {@code base}. */
public record Cidr(InetAddress base, int prefix) {
    /** What {@link InetAddress} reads as an address; anything else it would look up as a name. */
    private static final Pattern LITERAL =
            Pattern.compile("\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    private static final int MOST_DIGITS = 3;

    public Cidr {
        if (prefix < 0 || prefix > base.getAddress().length * Byte.SIZE)
            throw new IllegalArgumentException("a network of " + base.getHostAddress() + " has no prefix " + prefix);
    }

    /** Reads {@code 10.1.0.0/16}, {@code fd00::/8}, or one address; empty when it is none. */
    public static Optional<Cidr> parse(String text) {
        int slash = text.indexOf('/');
        var address = slash < 0 ? text : text.substring(0, slash);
        if (!LITERAL.matcher(address).matches()) return Optional.empty();
        try {
            var base = InetAddress.getByName(address);
            int bits = base.getAddress().length * Byte.SIZE;
            int prefix = slash < 0 ? bits : number(text.substring(slash + 1));
            return prefix < 0 || prefix > bits ? Optional.empty() : Optional.of(new Cidr(base, prefix));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        boolean fits = digits.length() <= MOST_DIGITS && digits.matches("[0-9]+");
        return fits ? Integer.parseInt(digits) : -1;
    }

    /** One that is well-formed, as it stands in our own source. */
    static Cidr of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    public boolean contains(InetAddress address) {
        var ours = base.getAddress();
        var theirs = address.getAddress();
        if (ours.length != theirs.length) return false;
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) return false;
        }
        return true;
    }

    @Override
    public String toString() {
        return base.getHostAddress() + "/" + prefix;
    }
}
