package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.desktop.TextClipboard;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clipboard of an X server. A program that copies keeps the text itself and hands it to whoever asks; the thread here does
 * that for ours and asks the others. A text of more than 32 KiB, or one that its owner would hand out in pieces, is not read.
 * Without a server there is no text.
 */
public final class X11Clipboard implements TextClipboard, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(X11Clipboard.class);
    private static final int LARGEST = 32 * 1024;
    private static final int ANSWER_MILLIS = 1000;
    private static final int SELECTION_CLEAR = 29;
    private static final int SELECTION_REQUEST = 30;
    private static final int SELECTION_NOTIFY = 31;
    private static final long NONE = 0;

    private final @Nullable Service service;

    X11Clipboard(String display) {
        Service opened = null;
        try {
            opened = new Service(XConnection.open(display));
            Thread.ofPlatform().name("clipboard").daemon().start(opened);
        } catch (DesktopException | LinkageError e) {
            LOG.warn("there is no clipboard: {}", e.getMessage());
        }
        this.service = opened;
    }

    @Override
    public Optional<String> read() {
        if (service == null) {
            return Optional.empty();
        }
        CompletableFuture<Optional<String>> answer = service.ask();
        try {
            return answer.get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            service.giveUp(answer);
        }
    }

    @Override
    public void write(String text) {
        if (service != null) {
            service.own(text);
        }
    }

    @Override
    public void close() {
        if (service != null) {
            service.x.close();
        }
    }

    private static final class Service implements Runnable {
        private final XConnection x;
        private final long window;
        private final long clipboard;
        private final long targets;
        private final long utf8;
        private final long utf8Mime;
        private final long transfer;
        private final Queue<CompletableFuture<Optional<String>>> readers = new ArrayDeque<>();
        private @Nullable String owned;
        private long asked = NONE;

        Service(XConnection x) {
            this.x = x;
            this.window = XlibWindows.createSimpleWindow(x.display(), x.root(), -1, -1, 1, 1, 0, 0, 0);
            this.clipboard = x.atom("CLIPBOARD");
            this.targets = x.atom("TARGETS");
            this.utf8 = x.atom("UTF8_STRING");
            this.utf8Mime = x.atom("text/plain;charset=utf-8");
            this.transfer = x.atom("_BEISTAND_CLIPBOARD");
            x.flush();
        }

        @Override
        public void run() {
            try {
                while (x.usable()) {
                    synchronized (x) {
                        for (MemorySegment event = x.nextEvent(); event != null; event = x.nextEvent()) {
                            deal(event);
                        }
                        x.flush();
                    }
                    x.await(-1);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                synchronized (x) {
                    answer(Optional.empty());
                }
            }
        }

        private void deal(MemorySegment event) {
            int type = event.get(JAVA_INT, 0);
            if (type == SELECTION_REQUEST) {
                serve(event);
            } else if (type == SELECTION_CLEAR && XlibWindows.getSelectionOwner(x.display(), clipboard) != window) {
                owned = null;
            } else if (type == SELECTION_NOTIFY && event.get(JAVA_LONG, 48) == asked) {
                receive(event.get(JAVA_LONG, 56));
            }
        }

        void own(String text) {
            synchronized (x) {
                if (x.usable()) {
                    owned = text;
                    XlibWindows.setSelectionOwner(x.display(), clipboard, window, 0);
                    x.settle(); // whoever asks the server after this call finds us
                    x.wake(); // the answer may have brought events along
                }
            }
        }

        CompletableFuture<Optional<String>> ask() {
            synchronized (x) {
                if (!x.usable()) {
                    return CompletableFuture.completedFuture(Optional.empty());
                }
                String own = owned;
                boolean ours = own != null && XlibWindows.getSelectionOwner(x.display(), clipboard) == window;
                x.wake();
                if (own != null && ours) {
                    return CompletableFuture.completedFuture(
                            own.getBytes(StandardCharsets.UTF_8).length > LARGEST
                                    ? Optional.empty()
                                    : Optional.of(own));
                }
                var answer = new CompletableFuture<Optional<String>>();
                readers.add(answer);
                if (readers.size() == 1) {
                    convert(utf8);
                }
                return answer;
            }
        }

        void giveUp(CompletableFuture<Optional<String>> answer) {
            synchronized (x) {
                readers.remove(answer);
            }
        }

        private void convert(long target) {
            asked = target;
            XlibWindows.convertSelection(x.display(), clipboard, target, transfer, window, 0);
            x.flush();
        }

        private void receive(long property) {
            if (property == NONE) {
                if (asked == utf8) {
                    convert(Properties.STRING); // a program from before Unicode
                } else {
                    answer(Optional.empty());
                }
                return;
            }
            var found = Properties.read(x, window, property, LARGEST, false);
            XlibWindows.deleteProperty(x.display(), window, property);
            answer(found.filter(text -> text.format() == 8 && text.more() == 0)
                    .filter(text -> text.type() == utf8 || text.type() == Properties.STRING)
                    .map(text -> new String(text.bytes(), charset(text.type()))));
        }

        private Charset charset(long type) {
            return type == utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        }

        private void answer(Optional<String> text) {
            asked = NONE;
            readers.forEach(reader -> reader.complete(text));
            readers.clear();
        }

        /** XSelectionRequestEvent: requestor 40, selection 48, target 56, property 64, time 72. */
        private void serve(MemorySegment request) {
            long requestor = request.get(JAVA_LONG, 40);
            long target = request.get(JAVA_LONG, 56);
            long property = request.get(JAVA_LONG, 64) == NONE ? target : request.get(JAVA_LONG, 64);
            boolean served = false;
            try (Arena call = Arena.ofConfined()) {
                String text = owned;
                if (text != null && target == targets) {
                    MemorySegment list = call.allocateFrom(JAVA_LONG, targets, utf8, utf8Mime, Properties.STRING);
                    put(requestor, property, Properties.ATOM, 32, list, 4);
                    served = true;
                } else if (text != null && (target == utf8 || target == utf8Mime || target == Properties.STRING)) {
                    Charset charset =
                            target == Properties.STRING ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
                    byte[] bytes = text.getBytes(charset);
                    put(requestor, property, target, 8, call.allocateFrom(JAVA_BYTE, bytes), bytes.length);
                    served = true;
                }
                MemorySegment answer = call.allocate(JAVA_LONG, 24); // XSelectionEvent
                answer.set(JAVA_INT, 0, SELECTION_NOTIFY);
                answer.set(JAVA_LONG, 32, requestor);
                answer.set(JAVA_LONG, 40, request.get(JAVA_LONG, 48));
                answer.set(JAVA_LONG, 48, target);
                answer.set(JAVA_LONG, 56, served ? property : NONE);
                answer.set(JAVA_LONG, 64, request.get(JAVA_LONG, 72));
                XlibWindows.sendEvent(x.display(), requestor, 0, 0, answer);
            }
        }

        private void put(long requestor, long property, long type, int format, MemorySegment value, int items) {
            XlibWindows.changeProperty(
                    x.display(), requestor, property, type, format, Properties.REPLACE, value, items);
        }
    }
}
