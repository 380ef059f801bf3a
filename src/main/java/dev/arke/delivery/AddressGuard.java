package dev.arke.delivery;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses others may make us call. Whoever may edit a policy or name a calendar could else make Arke call what only Arke can reach: its own
 * machine, the network around it, the keys a cloud hands out at 169.254.169.254. Pure.
 */
public final class AddressGuard {
    /** IPv4 that is not on the internet: the special-purpose registry of IANA, and two clouds' own addresses. */
    private static final List<Cidr> CLOSED_V4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** IPv6 has one part that is on the internet; all else (own, link, multicast, mapped) is closed. */
    private static final Cidr OPEN_V6 = Cidr.of("2000::/3");

    /** Within it: protocols and Teredo, examples, 6to4. The last and Teredo hide an IPv4 address and are retired. */
    private static final List<Cidr> CLOSED_V6 = networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** Networks with IPv6 only reach IPv4 through it (RFC 6052); its last 32 bits are what is really called. */
    private static final Cidr NAT64 = Cidr.of("64:ff9b::/96");

    private final List<Cidr> allowed;

    /** {@code allowed}: networks that may be called although they are closed. */
    public AddressGuard(List<Cidr> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    public boolean mayCall(InetAddress address) {
        if (contain(allowed, address)) return true;
        return switch (address) {
            case Inet4Address four -> !contain(CLOSED_V4, four);
            case Inet6Address six when NAT64.contains(six) -> mayCall(lastBitsOf(six));
            case Inet6Address six -> OPEN_V6.contains(six) && !contain(CLOSED_V6, six);
            default -> false;
        };
    }

    private static InetAddress lastBitsOf(Inet6Address address) {
        var bytes = address.getAddress();
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static boolean contain(List<Cidr> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<Cidr> networks(String... texts) {
        return Stream.of(texts).map(Cidr::of).toList();
    }
}
