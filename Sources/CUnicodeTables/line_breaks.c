#include "CLineBreaks.h"

size_t rawi_line_break_length(const uint8_t *bytes, size_t at, size_t count) {
  if (at >= count) return 0;
  uint8_t byte = bytes[at];
  if (byte >= 0x0A && byte <= 0x0D)
    return byte == 0x0D && at + 1 < count && bytes[at + 1] == 0x0A ? 2 : 1;
  if (byte == 0xC2) return at + 1 < count && bytes[at + 1] == 0x85 ? 2 : 0;
  if (byte == 0xE2 && at + 2 < count && bytes[at + 1] == 0x80)
    return (bytes[at + 2] & 0xFE) == 0xA8 ? 3 : 0;
  return 0;
}

// Sixty-four bytes at a time without a branch, which compilers turn into vector code.
size_t rawi_line_break(const uint8_t *bytes, size_t from, size_t count) {
  size_t at = from;
  while (at + 66 <= count) {
    const uint8_t *block = bytes + at;
    uint8_t found = 0;
    for (int i = 0; i < 64; i++) {
      uint8_t control = (uint8_t)(block[i] - 0x0A) <= 3;
      uint8_t next = (block[i] == 0xC2) & (block[i + 1] == 0x85);
      uint8_t separator =
          (block[i] == 0xE2) & (block[i + 1] == 0x80) & ((block[i + 2] & 0xFE) == 0xA8);
      found |= control | next | separator;
    }
    if (found) break;
    at += 64;
  }
  for (; at < count; at++) {
    if (rawi_line_break_length(bytes, at, count)) return at;
  }
  return count;
}
