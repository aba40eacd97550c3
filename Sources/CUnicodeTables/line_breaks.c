#include "CLineBreaks.h"

#include <stdbool.h>

// What ends lines and no paragraphs: VT, FF and U+2028.
static inline size_t break_length(const uint8_t *bytes, size_t at, size_t count, bool all) {
  if (at >= count) return 0;
  uint8_t byte = bytes[at];
  if (byte >= 0x0A && byte <= 0x0D) {
    if (byte == 0x0D) return at + 1 < count && bytes[at + 1] == 0x0A ? 2 : 1;
    return byte == 0x0A || all ? 1 : 0;
  }
  if (byte == 0xC2) return at + 1 < count && bytes[at + 1] == 0x85 ? 2 : 0;
  if (byte == 0xE2 && at + 2 < count && bytes[at + 1] == 0x80)
    return bytes[at + 2] == 0xA9 || (all && bytes[at + 2] == 0xA8) ? 3 : 0;
  return 0;
}

// Sixty-four bytes at a time without a branch, which compilers turn into vector code.
static inline size_t first_break(const uint8_t *bytes, size_t from, size_t count, bool all) {
  size_t at = from;
  uint8_t separators = all ? 0xFE : 0xFF;
  uint8_t separator = all ? 0xA8 : 0xA9;
  while (at + 66 <= count) {
    const uint8_t *block = bytes + at;
    uint8_t found = 0;
    for (int i = 0; i < 64; i++) {
      uint8_t control = all ? (uint8_t)(block[i] - 0x0A) <= 3
                            : (block[i] == 0x0A) | (block[i] == 0x0D);
      uint8_t next = (block[i] == 0xC2) & (block[i + 1] == 0x85);
      uint8_t parted = (block[i] == 0xE2) & (block[i + 1] == 0x80) &
                       ((block[i + 2] & separators) == separator);
      found |= control | next | parted;
    }
    if (found) break;
    at += 64;
  }
  for (; at < count; at++) {
    if (break_length(bytes, at, count, all)) return at;
  }
  return count;
}

size_t rawi_line_break_length(const uint8_t *bytes, size_t at, size_t count) {
  return break_length(bytes, at, count, true);
}

size_t rawi_line_break(const uint8_t *bytes, size_t from, size_t count) {
  return first_break(bytes, from, count, true);
}

size_t rawi_paragraph_break_length(const uint8_t *bytes, size_t at, size_t count) {
  return break_length(bytes, at, count, false);
}

size_t rawi_paragraph_break(const uint8_t *bytes, size_t from, size_t count) {
  return first_break(bytes, from, count, false);
}
