package org.beistand.operator.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** A socket that hears only so much: the mail library would keep a line of any length. */
final class MeteredSocket extends Socket {
    /** Much more than a certificate chain and the answers to one mail. */
    static final int MOST = 256 * 1024;

    private int heard;

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                count(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] into, int at, int atMost) throws IOException {
                int read = super.read(into, at, atMost);
                count(Math.max(0, read));
                return read;
            }
        };
    }

    private void count(int bytes) throws IOException {
        heard += bytes;
        if (heard > MOST) {
            close();
            throw new IOException("the mail server talks too much");
        }
    }

    /** Gives away this one socket, once, not yet connected: that is how the mail library asks for it. */
    static SocketFactory only(MeteredSocket socket) {
        return new SocketFactory() {
            private boolean given;

            @Override
            public Socket createSocket() throws IOException {
                if (given) {
                    throw new IOException("there is no second connection");
                }
                given = true;
                return socket;
            }

            @Override
            public Socket createSocket(String host, int port) throws IOException {
                throw new IOException("not asked for like this");
            }

            @Override
            public Socket createSocket(String host, int port, InetAddress from, int local) throws IOException {
                throw new IOException("not asked for like this");
            }

            @Override
            public Socket createSocket(InetAddress host, int port) throws IOException {
                throw new IOException("not asked for like this");
            }

            @Override
            public Socket createSocket(InetAddress host, int port, InetAddress from, int local) throws IOException {
                throw new IOException("not asked for like this");
            }
        };
    }
}
