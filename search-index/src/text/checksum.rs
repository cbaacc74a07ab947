//! The checksum of the index and of its pieces.

/// CRC-32 (IEEE 802.3), going on from `crc`. Bit by bit: a table would be as fast to download as
/// this is to run over the few hundred kilobytes of a bundle.
pub fn checksum(crc: u32, bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
        })
    };
    !bytes.iter().fold(!crc, step)
}
