package org.beistand.protocol.wire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How one type is written and read. Reading throws {@link MalformedMessage} for anything that writing could not have made, so
 * that a value has exactly one form on the wire.
 */
public interface Codec<T> {
    void write(T value, WireWriter out);

    T read(WireReader in);

    Codec<Integer> U8 = of((value, out) -> out.u8(bounded(value, 0, 0xFF)), WireReader::u8);
    Codec<Integer> U16 = of((value, out) -> out.u16(bounded(value, 0, 0xFFFF)), WireReader::u16);
    Codec<Integer> I16 =
            of((value, out) -> out.u16(bounded(value, Short.MIN_VALUE, Short.MAX_VALUE)), in -> (int) (short) in.u16());
    Codec<Integer> I32 = of((value, out) -> out.i32(value), WireReader::i32);
    Codec<Long> I64 = of((value, out) -> out.i64(value), WireReader::i64);
    Codec<Boolean> BOOL = of((value, out) -> out.u8(value ? 1 : 0), in -> switch (in.u8()) {
        case 0 -> false;
        case 1 -> true;
        default -> throw new MalformedMessage("neither true nor false");
    });
    /** Milliseconds since 1970, UTC. */
    Codec<Instant> INSTANT = of((value, out) -> out.i64(value.toEpochMilli()), in -> Instant.ofEpochMilli(in.i64()));
    /** Milliseconds, never negative. */
    Codec<Duration> DURATION = of((value, out) -> out.i64(value.toMillis()), in -> {
        long millis = in.i64();
        if (millis < 0) {
            throw new MalformedMessage("a negative duration");
        }
        return Duration.ofMillis(millis);
    });

    static <T> Codec<T> of(BiConsumer<T, WireWriter> write, Function<WireReader, T> read) {
        return new Codec<>() {
            @Override
            public void write(T value, WireWriter out) {
                write.accept(value, out);
            }

            @Override
            public T read(WireReader in) {
                return read.apply(in);
            }
        };
    }

    /** A record without components. */
    static <R> Codec<R> empty(R only) {
        return of((value, out) -> {}, in -> only);
    }

    /** UTF-8 with at most so many bytes; unpaired surrogates, overlong forms and NUL are refused. */
    static Codec<String> text(int atMostBytes) {
        int limit = bounded(atMostBytes, 0, 0xFFFF);
        return of(
                (value, out) -> {
                    try {
                        ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value));
                        if (utf8.remaining() > limit || value.indexOf('\0') >= 0) {
                            throw new IllegalArgumentException("a text of more than " + limit + " bytes");
                        }
                        out.u16(utf8.remaining());
                        out.octets(Octets.of(utf8.array(), 0, utf8.remaining()));
                    } catch (CharacterCodingException e) {
                        throw new IllegalArgumentException("not a text", e);
                    }
                },
                in -> {
                    int length = in.u16();
                    if (length > limit) {
                        throw new MalformedMessage("a text too long");
                    }
                    Octets utf8 = in.octets(length);
                    try {
                        String text = StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(utf8.array(), utf8.offset(), utf8.length()))
                                .toString();
                        if (text.indexOf('\0') >= 0) {
                            throw new MalformedMessage("NUL in a text");
                        }
                        return text;
                    } catch (CharacterCodingException e) {
                        throw new MalformedMessage("not UTF-8");
                    }
                });
    }

    /** Bytes with a length in front. */
    static Codec<Octets> octets(int atMost) {
        return of(
                (value, out) -> {
                    bounded(value.length(), 0, atMost);
                    out.i32(value.length());
                    out.octets(value);
                },
                in -> {
                    int length = in.i32();
                    if (length < 0 || length > atMost) {
                        throw new MalformedMessage("too many bytes");
                    }
                    return in.octets(length);
                });
    }

    /** Exactly so many bytes. */
    static Codec<Octets> exactly(int count) {
        return of(
                (value, out) -> {
                    bounded(value.length(), count, count);
                    out.octets(value);
                },
                in -> in.octets(count));
    }

    static <T> Codec<List<T>> list(Codec<T> element, int atMost) {
        return of(
                (value, out) -> {
                    out.u16(bounded(value.size(), 0, atMost));
                    value.forEach(one -> element.write(one, out));
                },
                in -> {
                    int count = in.u16();
                    // Each element has at least one byte, so a count beyond what is left is a lie.
                    if (count > atMost || count > in.left()) {
                        throw new MalformedMessage("too many elements");
                    }
                    List<T> all = new ArrayList<>(count);
                    for (int i = 0; i < count; i++) {
                        all.add(element.read(in));
                    }
                    return List.copyOf(all);
                });
    }

    static <T> Codec<Optional<T>> optional(Codec<T> element) {
        return of(
                (value, out) -> {
                    BOOL.write(value.isPresent(), out);
                    value.ifPresent(one -> element.write(one, out));
                },
                in -> BOOL.read(in) ? Optional.of(element.read(in)) : Optional.empty());
    }

    static <E extends Enum<E> & Coded> Codec<E> coded(Class<E> type) {
        Map<Integer, E> byCode = new HashMap<>();
        for (E one : type.getEnumConstants()) {
            if (byCode.put(bounded(one.code(), 0, 0xFFFF), one) != null) {
                throw new IllegalArgumentException("the code of " + one + " is taken");
            }
        }
        return of((value, out) -> out.u16(value.code()), in -> {
            E found = byCode.get(in.u16());
            if (found == null) {
                throw new MalformedMessage("unknown " + type.getSimpleName());
            }
            return found;
        });
    }

    /** One of a sealed family, told apart by a number in front. */
    static <T> Codec<T> oneOf(List<Variant<? extends T>> variants) {
        return Variant.codec(variants);
    }

    /** The same bytes seen as another type; {@code to} may refuse with {@link IllegalArgumentException}. */
    default <R> Codec<R> as(Function<T, R> to, Function<R, T> from) {
        return of((value, out) -> write(from.apply(value), out), in -> {
            T raw = read(in);
            try {
                return to.apply(raw);
            } catch (IllegalArgumentException e) {
                throw new MalformedMessage("a value out of range");
            }
        });
    }

    private static int bounded(int value, int from, int to) {
        if (value < from || value > to) {
            throw new IllegalArgumentException(value + " is not within " + from + " and " + to);
        }
        return value;
    }

    static <A, R> Codec<R> of(Codec<A> a, Function<R, A> aOf, Maker1<A, R> make) {
        return of(
                (value, out) -> {
                    a.write(aOf.apply(value), out);
                },
                in -> made(() -> make.make(a.read(in))));
    }

    static <A, B, R> Codec<R> of(Codec<A> a, Function<R, A> aOf, Codec<B> b, Function<R, B> bOf, Maker2<A, B, R> make) {
        return of(
                (value, out) -> {
                    a.write(aOf.apply(value), out);
                    b.write(bOf.apply(value), out);
                },
                in -> made(() -> make.make(a.read(in), b.read(in))));
    }

    static <A, B, C, R> Codec<R> of(
            Codec<A> a,
            Function<R, A> aOf,
            Codec<B> b,
            Function<R, B> bOf,
            Codec<C> c,
            Function<R, C> cOf,
            Maker3<A, B, C, R> make) {
        return of(
                (value, out) -> {
                    a.write(aOf.apply(value), out);
                    b.write(bOf.apply(value), out);
                    c.write(cOf.apply(value), out);
                },
                in -> made(() -> make.make(a.read(in), b.read(in), c.read(in))));
    }

    static <A, B, C, D, R> Codec<R> of(
            Codec<A> a,
            Function<R, A> aOf,
            Codec<B> b,
            Function<R, B> bOf,
            Codec<C> c,
            Function<R, C> cOf,
            Codec<D> d,
            Function<R, D> dOf,
            Maker4<A, B, C, D, R> make) {
        return of(
                (value, out) -> {
                    a.write(aOf.apply(value), out);
                    b.write(bOf.apply(value), out);
                    c.write(cOf.apply(value), out);
                    d.write(dOf.apply(value), out);
                },
                in -> made(() -> make.make(a.read(in), b.read(in), c.read(in), d.read(in))));
    }

    static <A, B, C, D, E, R> Codec<R> of(
            Codec<A> a,
            Function<R, A> aOf,
            Codec<B> b,
            Function<R, B> bOf,
            Codec<C> c,
            Function<R, C> cOf,
            Codec<D> d,
            Function<R, D> dOf,
            Codec<E> e,
            Function<R, E> eOf,
            Maker5<A, B, C, D, E, R> make) {
        return of(
                (value, out) -> {
                    a.write(aOf.apply(value), out);
                    b.write(bOf.apply(value), out);
                    c.write(cOf.apply(value), out);
                    d.write(dOf.apply(value), out);
                    e.write(eOf.apply(value), out);
                },
                in -> made(() -> make.make(a.read(in), b.read(in), c.read(in), d.read(in), e.read(in))));
    }

    static <A, B, C, D, E, F, R> Codec<R> of(
            Codec<A> a,
            Function<R, A> aOf,
            Codec<B> b,
            Function<R, B> bOf,
            Codec<C> c,
            Function<R, C> cOf,
            Codec<D> d,
            Function<R, D> dOf,
            Codec<E> e,
            Function<R, E> eOf,
            Codec<F> f,
            Function<R, F> fOf,
            Maker6<A, B, C, D, E, F, R> make) {
        return of(
                (value, out) -> {
                    a.write(aOf.apply(value), out);
                    b.write(bOf.apply(value), out);
                    c.write(cOf.apply(value), out);
                    d.write(dOf.apply(value), out);
                    e.write(eOf.apply(value), out);
                    f.write(fOf.apply(value), out);
                },
                in -> made(() -> make.make(a.read(in), b.read(in), c.read(in), d.read(in), e.read(in), f.read(in))));
    }

    static <A, B, C, D, E, F, G, R> Codec<R> of(
            Codec<A> a,
            Function<R, A> aOf,
            Codec<B> b,
            Function<R, B> bOf,
            Codec<C> c,
            Function<R, C> cOf,
            Codec<D> d,
            Function<R, D> dOf,
            Codec<E> e,
            Function<R, E> eOf,
            Codec<F> f,
            Function<R, F> fOf,
            Codec<G> g,
            Function<R, G> gOf,
            Maker7<A, B, C, D, E, F, G, R> make) {
        return of(
                (value, out) -> {
                    a.write(aOf.apply(value), out);
                    b.write(bOf.apply(value), out);
                    c.write(cOf.apply(value), out);
                    d.write(dOf.apply(value), out);
                    e.write(eOf.apply(value), out);
                    f.write(fOf.apply(value), out);
                    g.write(gOf.apply(value), out);
                },
                in -> made(() ->
                        make.make(a.read(in), b.read(in), c.read(in), d.read(in), e.read(in), f.read(in), g.read(in))));
    }

    static <A, B, C, D, E, F, G, H, R> Codec<R> of(
            Codec<A> a,
            Function<R, A> aOf,
            Codec<B> b,
            Function<R, B> bOf,
            Codec<C> c,
            Function<R, C> cOf,
            Codec<D> d,
            Function<R, D> dOf,
            Codec<E> e,
            Function<R, E> eOf,
            Codec<F> f,
            Function<R, F> fOf,
            Codec<G> g,
            Function<R, G> gOf,
            Codec<H> h,
            Function<R, H> hOf,
            Maker8<A, B, C, D, E, F, G, H, R> make) {
        return of(
                (value, out) -> {
                    a.write(aOf.apply(value), out);
                    b.write(bOf.apply(value), out);
                    c.write(cOf.apply(value), out);
                    d.write(dOf.apply(value), out);
                    e.write(eOf.apply(value), out);
                    f.write(fOf.apply(value), out);
                    g.write(gOf.apply(value), out);
                    h.write(hOf.apply(value), out);
                },
                in -> made(() -> make.make(
                        a.read(in),
                        b.read(in),
                        c.read(in),
                        d.read(in),
                        e.read(in),
                        f.read(in),
                        g.read(in),
                        h.read(in))));
    }

    static <A, B, C, D, E, F, G, H, I, R> Codec<R> of(
            Codec<A> a,
            Function<R, A> aOf,
            Codec<B> b,
            Function<R, B> bOf,
            Codec<C> c,
            Function<R, C> cOf,
            Codec<D> d,
            Function<R, D> dOf,
            Codec<E> e,
            Function<R, E> eOf,
            Codec<F> f,
            Function<R, F> fOf,
            Codec<G> g,
            Function<R, G> gOf,
            Codec<H> h,
            Function<R, H> hOf,
            Codec<I> i,
            Function<R, I> iOf,
            Maker9<A, B, C, D, E, F, G, H, I, R> make) {
        return of(
                (value, out) -> {
                    a.write(aOf.apply(value), out);
                    b.write(bOf.apply(value), out);
                    c.write(cOf.apply(value), out);
                    d.write(dOf.apply(value), out);
                    e.write(eOf.apply(value), out);
                    f.write(fOf.apply(value), out);
                    g.write(gOf.apply(value), out);
                    h.write(hOf.apply(value), out);
                    i.write(iOf.apply(value), out);
                },
                in -> made(() -> make.make(
                        a.read(in),
                        b.read(in),
                        c.read(in),
                        d.read(in),
                        e.read(in),
                        f.read(in),
                        g.read(in),
                        h.read(in),
                        i.read(in))));
    }

    static <A, B, C, D, E, F, G, H, I, J, R> Codec<R> of(
            Codec<A> a,
            Function<R, A> aOf,
            Codec<B> b,
            Function<R, B> bOf,
            Codec<C> c,
            Function<R, C> cOf,
            Codec<D> d,
            Function<R, D> dOf,
            Codec<E> e,
            Function<R, E> eOf,
            Codec<F> f,
            Function<R, F> fOf,
            Codec<G> g,
            Function<R, G> gOf,
            Codec<H> h,
            Function<R, H> hOf,
            Codec<I> i,
            Function<R, I> iOf,
            Codec<J> j,
            Function<R, J> jOf,
            Maker10<A, B, C, D, E, F, G, H, I, J, R> make) {
        return of(
                (value, out) -> {
                    a.write(aOf.apply(value), out);
                    b.write(bOf.apply(value), out);
                    c.write(cOf.apply(value), out);
                    d.write(dOf.apply(value), out);
                    e.write(eOf.apply(value), out);
                    f.write(fOf.apply(value), out);
                    g.write(gOf.apply(value), out);
                    h.write(hOf.apply(value), out);
                    i.write(iOf.apply(value), out);
                    j.write(jOf.apply(value), out);
                },
                in -> made(() -> make.make(
                        a.read(in),
                        b.read(in),
                        c.read(in),
                        d.read(in),
                        e.read(in),
                        f.read(in),
                        g.read(in),
                        h.read(in),
                        i.read(in),
                        j.read(in))));
    }

    private static <R> R made(Supplier<R> record) {
        try {
            return record.get();
        } catch (IllegalArgumentException e) {
            // The record's own check refused the combination.
            throw new MalformedMessage("a value out of range");
        }
    }

    /** A record's constructor. */
    interface Maker1<A, R> {
        R make(A a);
    }

    /** A record's constructor. */
    interface Maker2<A, B, R> {
        R make(A a, B b);
    }

    /** A record's constructor. */
    interface Maker3<A, B, C, R> {
        R make(A a, B b, C c);
    }

    /** A record's constructor. */
    interface Maker4<A, B, C, D, R> {
        R make(A a, B b, C c, D d);
    }

    /** A record's constructor. */
    interface Maker5<A, B, C, D, E, R> {
        R make(A a, B b, C c, D d, E e);
    }

    /** A record's constructor. */
    interface Maker6<A, B, C, D, E, F, R> {
        R make(A a, B b, C c, D d, E e, F f);
    }

    /** A record's constructor. */
    interface Maker7<A, B, C, D, E, F, G, R> {
        R make(A a, B b, C c, D d, E e, F f, G g);
    }

    /** A record's constructor. */
    interface Maker8<A, B, C, D, E, F, G, H, R> {
        R make(A a, B b, C c, D d, E e, F f, G g, H h);
    }

    /** A record's constructor. */
    interface Maker9<A, B, C, D, E, F, G, H, I, R> {
        R make(A a, B b, C c, D d, E e, F f, G g, H h, I i);
    }

    /** A record's constructor. */
    interface Maker10<A, B, C, D, E, F, G, H, I, J, R> {
        R make(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j);
    }
}
