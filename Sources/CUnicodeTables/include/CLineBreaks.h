// Where lines of UTF-8 text end: LF, VT, FF, CR, NEL, U+2028 and U+2029 (UAX #14, BK, CR, LF and NL).
#pragma once
#include <stddef.h>
#include <stdint.h>

// The place of the first line break in bytes[from..<count], or count where there is none.
size_t rawi_line_break(const uint8_t *_Nullable bytes, size_t from, size_t count);

// The bytes of the line break at `at`: 2 for CR LF and for NEL, 3 for U+2028 and U+2029, else 1; 0 where
// none begins there.
size_t rawi_line_break_length(const uint8_t *_Nullable bytes, size_t at, size_t count);
