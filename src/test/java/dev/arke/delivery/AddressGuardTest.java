package dev.arke.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.168.1.1",
                "198.19.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::808:808",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:808:808::",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void whatIsNotOnTheInternetIsClosed(String address) throws UnknownHostException {
        assertThat(mayCall(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "169.253.255.255",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "64:ff9b::808:808",
                "2001:4860:4860::8888",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void whatIsOnTheInternetIsOpen(String address) throws UnknownHostException {
        assertThat(mayCall(address)).isTrue();
    }

    @Test
    void whatIsAllowedByNameOfItsNetworkIsOpenInEveryForm() throws UnknownHostException {
        assertThat(mayCall("10.1.2.3", "10.1.0.0/16")).isTrue();
        assertThat(mayCall("::ffff:10.1.2.3", "10.1.0.0/16")).isTrue();
        assertThat(mayCall("64:ff9b::a01:203", "10.1.0.0/16")).isTrue();
        assertThat(mayCall("10.2.0.1", "10.1.0.0/16")).isFalse();
        assertThat(mayCall("fd00::1", "10.1.0.0/16", "fd00::/8")).isTrue();
        assertThat(mayCall("169.254.169.254", "10.1.0.0/16")).isFalse();
    }

    private static boolean mayCall(String address, String... allowed) throws UnknownHostException {
        var networks = List.of(allowed).stream().map(Cidr::of).toList();
        return new AddressGuard(networks).mayCall(InetAddress.getByName(address));
    }
}
