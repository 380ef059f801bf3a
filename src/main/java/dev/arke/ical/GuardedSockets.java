package dev.arke.ical;

import dev.arke.delivery.AddressGuard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Sockets that connect to what the guard allows and to nothing else: whatever a name leads to, and wherever a redirect does, it
 * is the address connected to that is looked at.
 */
final class GuardedSockets extends SocketFactory {
    private final AddressGuard guard;

    GuardedSockets(AddressGuard guard) {
        this.guard = guard;
    }

    /** The address is inside a network that may not be called. */
    static final class Closed extends IOException {
        private static final long serialVersionUID = 1;

        Closed() {
            super("the address is inside a network that may not be called");
        }
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress to, int timeout) throws IOException {
                if (!(to instanceof InetSocketAddress at) || at.getAddress() == null || !guard.mayCall(at.getAddress()))
                    throw new Closed();
                super.connect(to, timeout);
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw connectedAtOnce();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw connectedAtOnce();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw connectedAtOnce();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw connectedAtOnce();
    }

    private static UnsupportedOperationException connectedAtOnce() {
        return new UnsupportedOperationException("a socket is made first and connected then");
    }
}
