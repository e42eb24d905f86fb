package dev.ravel.resolver.transport;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Numbers, texts and lists in few bytes. */
public final class Packed {
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;
    private static final int MAX_BYTES = 10;

    private Packed() {}

    /** Writes one element of a list. */
    @FunctionalInterface
    public interface Writer<T> {
        void write(T element, DataOutput out) throws IOException;
    }

    /** Reads one element of a list. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(DataInput in) throws IOException;
    }

    /** Writes a number in a byte for each seven bits up to its highest; negative ones take ten bytes (LEB128). */
    public static void writeNumber(long number, DataOutput out) throws IOException {
        long rest = number;
        while ((rest & -MORE) != 0) {
            out.writeByte(((int) rest & (MORE - 1)) | MORE);
            rest >>>= BITS;
        }
        out.writeByte((int) rest);
    }

    /** Reads a number. */
    public static long readNumber(DataInput in) throws IOException {
        long number = 0;
        for (int i = 0; i < MAX_BYTES; i++) {
            byte next = in.readByte();
            number |= (long) (next & (MORE - 1)) << (i * BITS);
            if (next >= 0) {
                return number;
            }
        }
        throw new IOException("a packed number has more than " + MAX_BYTES + " bytes");
    }

    /** Reads a number that fits an {@code int}. */
    public static int readInt(DataInput in) throws IOException {
        return Math.toIntExact(readNumber(in));
    }

    /** Writes a number of either sign, small if it is near zero. */
    public static void writeSigned(long number, DataOutput out) throws IOException {
        writeNumber((number << 1) ^ (number >> (Long.SIZE - 1)), out);
    }

    /** Reads a number of either sign. */
    public static long readSigned(DataInput in) throws IOException {
        long number = readNumber(in);
        return (number >>> 1) ^ -(number & 1);
    }

    /** Writes a text as UTF-8 with its length. A text with half of a surrogate pair does not come back whole. */
    public static void writeText(String text, DataOutput out) throws IOException {
        writeBytes(text.getBytes(StandardCharsets.UTF_8), out);
    }

    /** Reads a text. */
    public static String readText(DataInput in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    /** Writes bytes with their number. */
    public static void writeBytes(byte[] bytes, DataOutput out) throws IOException {
        writeNumber(bytes.length, out);
        out.write(bytes);
    }

    /** Reads bytes. */
    public static byte[] readBytes(DataInput in) throws IOException {
        byte[] bytes = new byte[readInt(in)];
        in.readFully(bytes);
        return bytes;
    }

    /** Writes a list with its length. */
    public static <T> void writeList(List<T> list, DataOutput out, Writer<? super T> writer) throws IOException {
        writeNumber(list.size(), out);
        for (T element : list) {
            writer.write(element, out);
        }
    }

    /** Reads a list. */
    public static <T> List<T> readList(DataInput in, Reader<? extends T> reader) throws IOException {
        int size = readInt(in);
        List<T> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(reader.read(in));
        }
        return list;
    }
}
