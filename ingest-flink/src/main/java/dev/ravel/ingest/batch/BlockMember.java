package dev.ravel.ingest.batch;

import dev.ravel.resolver.transport.Packed;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A record in a block.
 *
 * @param block the number of the key that makes the block
 * @param place which of the record's keys that is
 * @param record the record
 */
record BlockMember(long block, int place, CarriedRecord record) {
    static final MessageType<BlockMember> TYPE =
            MessageType.of(BlockMember.class, BlockMember::write, BlockMember::read);

    private void write(DataOutput out) throws IOException {
        Packed.writeNumber(block, out);
        out.writeByte(place);
        record.write(out);
    }

    private static BlockMember read(DataInput in) throws IOException {
        return new BlockMember(Packed.readNumber(in), in.readByte(), CarriedRecord.read(in));
    }
}
