#define _GNU_SOURCE
#include "encoder_arithmetic.h"

#if defined(__x86_64__) && defined(__linux__)

#include <immintrin.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define TILES __attribute__((target("amx-tile,amx-int8,avx512f")))

enum {
  // Rows of a tile, and numbers of four bytes in each of them.
  side = 16,
  // Bytes of a row of a tile.
  line = 4 * side,
  // Rows and outputs that are computed at once: four tiles of sums, two of rows, two of weights.
  block = 2 * side,
  // The longest row whose weights for a block of outputs, and a block of whose rows, are kept on the stack.
  longest = 2048,
};

// Asks the kernel for the registers of tiles, which it keeps from those who don't.
static bool ask(void) {
  enum { arch_req_xcomp_perm = 0x1023, tile_data = 18 };
  return __builtin_cpu_supports("amx-int8") && __builtin_cpu_supports("avx512f") &&
      syscall(SYS_arch_prctl, arch_req_xcomp_perm, tile_data) == 0;
}

bool rawi_has_tiles(void) {
  // 0 before the first call, then 1 or 2; two threads that ask at once get the same answer.
  static int known;
  int answer = __atomic_load_n(&known, __ATOMIC_RELAXED);
  if (answer == 0) {
    answer = ask() ? 2 : 1;
    __atomic_store_n(&known, answer, __ATOMIC_RELAXED);
  }
  return answer == 2;
}

// Turns 16 × 16 numbers of four bytes, `stride` bytes from row to row, about their diagonal.
TILES static void turn(const int8_t *rows, int stride, int8_t *out) {
  __m512i a[side], b[side];
  for (int i = 0; i < side; i++) a[i] = _mm512_loadu_si512(rows + (size_t)i * stride);
  for (int i = 0; i < side; i += 2) {
    b[i] = _mm512_unpacklo_epi32(a[i], a[i + 1]);
    b[i + 1] = _mm512_unpackhi_epi32(a[i], a[i + 1]);
  }
  for (int i = 0; i < side; i += 4)
    for (int j = 0; j < 2; j++) {
      a[i + 2 * j] = _mm512_unpacklo_epi64(b[i + j], b[i + j + 2]);
      a[i + 2 * j + 1] = _mm512_unpackhi_epi64(b[i + j], b[i + j + 2]);
    }
  // a[4i + j] has in its quarter q the numbers 4q + j of the rows 4i to 4i + 3.
  for (int j = 0; j < 4; j++) {
    __m512i even = _mm512_shuffle_i32x4(a[j], a[4 + j], 0x88), even2 = _mm512_shuffle_i32x4(a[8 + j], a[12 + j], 0x88);
    __m512i odd = _mm512_shuffle_i32x4(a[j], a[4 + j], 0xDD), odd2 = _mm512_shuffle_i32x4(a[8 + j], a[12 + j], 0xDD);
    _mm512_storeu_si512(out + line * j, _mm512_shuffle_i32x4(even, even2, 0x88));
    _mm512_storeu_si512(out + line * (4 + j), _mm512_shuffle_i32x4(odd, odd2, 0x88));
    _mm512_storeu_si512(out + line * (8 + j), _mm512_shuffle_i32x4(even, even2, 0xDD));
    _mm512_storeu_si512(out + line * (12 + j), _mm512_shuffle_i32x4(odd, odd2, 0xDD));
  }
}

// The sums of a block of rows and a block of outputs. `turned` has for each 64 inputs the two tiles of their weights.
TILES static void multiply_block(
    const uint8_t *rows, const int8_t *turned, int input, int32_t *sums, int sums_stride) {
  _tile_zero(0);
  _tile_zero(1);
  _tile_zero(2);
  _tile_zero(3);
  for (int k = 0; k < input; k += line) {
    _tile_loadd(4, rows + k, input);
    _tile_loadd(5, rows + (size_t)side * input + k, input);
    _tile_loadd(6, turned + (size_t)block * k, line);
    _tile_loadd(7, turned + (size_t)block * k + side * line, line);
    _tile_dpbusd(0, 4, 6);
    _tile_dpbusd(1, 4, 7);
    _tile_dpbusd(2, 5, 6);
    _tile_dpbusd(3, 5, 7);
  }
  int stride = 4 * sums_stride;
  _tile_stored(0, sums, stride);
  _tile_stored(1, sums + side, stride);
  _tile_stored(2, sums + (size_t)side * sums_stride, stride);
  _tile_stored(3, sums + (size_t)side * sums_stride + side, stride);
}

TILES static void multiply(
    const uint8_t *rows, int count, const int8_t *weights, int input, int output, int32_t *sums) {
  struct {
    uint8_t palette, start, none[14];
    uint16_t bytes[16];
    uint8_t rows[16];
  } shapes = {.palette = 1};
  for (int tile = 0; tile < 8; tile++) {
    shapes.bytes[tile] = line;
    shapes.rows[tile] = side;
  }
  _tile_loadconfig(&shapes);
  _Alignas(64) int8_t turned[block * longest];
  _Alignas(64) uint8_t last[block * longest];
  int whole = count / block * block, rest = count - whole;
  // Rows behind the last are anything: nobody reads their sums.
  if (rest > 0) memcpy(last, rows + (size_t)whole * input, (size_t)rest * input);
  for (int first = 0; first < output; first += block) {
    for (int k = 0; k < input; k += line)
      for (int half = 0; half < 2; half++)
        turn(weights + (size_t)(first + half * side) * input + k, input,
            turned + (size_t)block * k + half * side * line);
    for (int row = 0; row < whole; row += block)
      multiply_block(rows + (size_t)row * input, turned, input, sums + (size_t)row * output + first, output);
    if (rest > 0) {
      _Alignas(64) int32_t some[block * block];
      multiply_block(last, turned, input, some, block);
      for (int row = 0; row < rest; row++)
        memcpy(sums + (size_t)(whole + row) * output + first, some + row * block, sizeof(int32_t) * block);
    }
  }
  _tile_release();
}

bool rawi_multiply_tiles(
    const uint8_t *rows, int count, const int8_t *weights, int input, int output, int32_t *sums) {
  if (input % line != 0 || input > longest || output % block != 0 || !rawi_has_tiles()) return false;
  multiply(rows, count, weights, input, output, sums);
  return true;
}

#else

bool rawi_has_tiles(void) { return false; }

bool rawi_multiply_tiles(
    const uint8_t *rows, int count, const int8_t *weights, int input, int output, int32_t *sums) {
  return false;
}

#endif
