package org.beistand.crypto.handshake;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.beistand.crypto.channel.Binding;
import org.beistand.protocol.wire.Octets;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.agreement.jpake.JPAKEParticipant;
import org.bouncycastle.crypto.agreement.jpake.JPAKEPrimeOrderGroups;
import org.bouncycastle.crypto.agreement.jpake.JPAKERound1Payload;
import org.bouncycastle.crypto.agreement.jpake.JPAKERound2Payload;
import org.bouncycastle.crypto.agreement.jpake.JPAKERound3Payload;
import org.bouncycastle.crypto.digests.SHA256Digest;

/**
 * One side of one J-PAKE (RFC 8236) over the group NIST_3072, with key confirmation. Who takes part is named by the side and the
 * channel's binding, so that nothing of it can be used in another channel. Everything travels with fixed lengths: group
 * elements have 384 bytes, scalars and tags 32. May be used for one try only.
 */
final class PasswordRounds {
    static final int ELEMENT = 384;
    static final int SCALAR = 32;
    static final int FIRST = 4 * ELEMENT + 2 * SCALAR;
    static final int SECOND = 2 * ELEMENT + SCALAR;
    static final int TAG = 32;

    private final JPAKEParticipant participant;
    private final String otherId;
    private BigInteger key = BigInteger.ZERO;

    private PasswordRounds(String ownId, String otherId, SessionPassword password, SecureRandom random) {
        this.otherId = otherId;
        char[] characters = password.digits().toCharArray();
        this.participant = new JPAKEParticipant(
                ownId, characters, JPAKEPrimeOrderGroups.NIST_3072, SHA256Digest.newInstance(), random);
        Arrays.fill(characters, '\0');
    }

    static PasswordRounds moderator(Binding binding, SessionPassword password, SecureRandom random) {
        return new PasswordRounds(id("moderator", binding), id("guest", binding), password, random);
    }

    static PasswordRounds guest(Binding binding, SessionPassword password, SecureRandom random) {
        return new PasswordRounds(id("guest", binding), id("moderator", binding), password, random);
    }

    private static String id(String side, Binding binding) {
        return side + " " + binding.value().toHex();
    }

    /** Two elements, and the proofs that their exponents are known. */
    Octets first() {
        JPAKERound1Payload own = participant.createRound1PayloadToSend();
        Written out = new Written(FIRST);
        out.element(own.getGx1());
        out.element(own.getGx2());
        out.proof(own.getKnowledgeProofForX1());
        out.proof(own.getKnowledgeProofForX2());
        return out.octets();
    }

    /** @return false if a proof does not hold */
    boolean takeFirst(Octets theirs) {
        if (theirs.length() != FIRST) {
            return false;
        }
        Read in = new Read(theirs);
        JPAKERound1Payload payload =
                new JPAKERound1Payload(otherId, in.element(), in.element(), in.proof(), in.proof());
        return holds(() -> participant.validateRound1PayloadReceived(payload));
    }

    /** The element that depends on the password, and the proof that its exponent is known. */
    Octets second() {
        JPAKERound2Payload own = participant.createRound2PayloadToSend();
        Written out = new Written(SECOND);
        out.element(own.getA());
        out.proof(own.getKnowledgeProofForX2s());
        return out.octets();
    }

    /** @return false if a proof does not hold; a wrong password shows only in the tag */
    boolean takeSecond(Octets theirs) {
        if (theirs.length() != SECOND) {
            return false;
        }
        Read in = new Read(theirs);
        JPAKERound2Payload payload = new JPAKERound2Payload(otherId, in.element(), in.proof());
        if (!holds(() -> participant.validateRound2PayloadReceived(payload))) {
            return false;
        }
        key = participant.calculateKeyingMaterial();
        return true;
    }

    /** Confirms the key. */
    Octets tag() {
        // The library keeps the 32 bytes of an HMAC as a number with a sign.
        BigInteger own = participant.createRound3PayloadToSend(key).getMacTag();
        byte[] tag = new byte[TAG];
        Arrays.fill(tag, own.signum() < 0 ? (byte) -1 : 0);
        fixed(own, tag, 0, TAG);
        return Octets.of(tag);
    }

    /** @return whether the other side has the same key, and so the same password */
    boolean takeTag(Octets theirs) {
        if (theirs.length() != TAG) {
            return false;
        }
        JPAKERound3Payload payload = new JPAKERound3Payload(otherId, new BigInteger(theirs.toArray()));
        return holds(() -> participant.validateRound3PayloadReceived(payload, key));
    }

    /** A step of the library that throws when something does not hold. */
    private interface Step {
        void take() throws CryptoException;
    }

    private static boolean holds(Step step) {
        try {
            step.take();
            return true;
        } catch (CryptoException | IllegalArgumentException e) {
            return false;
        }
    }

    private static void fixed(BigInteger value, byte[] target, int at, int length) {
        byte[] bytes = value.toByteArray();
        int used = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - used, target, at + length - used, used);
    }

    private static final class Written {
        private final byte[] bytes;
        private int at;

        Written(int length) {
            bytes = new byte[length];
        }

        void element(BigInteger value) {
            fixed(value, bytes, at, ELEMENT);
            at += ELEMENT;
        }

        void proof(BigInteger... proof) {
            element(proof[0]);
            fixed(proof[1], bytes, at, SCALAR);
            at += SCALAR;
        }

        Octets octets() {
            return Octets.of(bytes);
        }
    }

    private static final class Read {
        private final Octets bytes;
        private int at;

        Read(Octets bytes) {
            this.bytes = bytes;
        }

        BigInteger element() {
            return next(ELEMENT);
        }

        BigInteger[] proof() {
            return new BigInteger[] {next(ELEMENT), next(SCALAR)};
        }

        private BigInteger next(int length) {
            BigInteger value = new BigInteger(1, bytes.slice(at, length).toArray());
            at += length;
            return value;
        }
    }
}
