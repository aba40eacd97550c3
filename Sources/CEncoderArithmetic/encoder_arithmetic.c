#include "encoder_arithmetic.h"

#include <math.h>
#include <string.h>

#define INLINE static inline __attribute__((always_inline))

// Defines the function `name` for any processor by the inline function `name##_any`, and copies of it for those
// with AVX2 and with AVX-512, of which the widest is taken that the processor can do. Not by ifuncs (`target_clones`): those are resolved before
// the thread sanitizer is up, and it crashes.
#if defined(__x86_64__)
#define FOR_SEVERAL_PROCESSORS(result, name, parameters, arguments) \
  __attribute__((target("avx2,fma"))) static result name##_wide parameters { return name##_any arguments; } \
  __attribute__((target("avx2,fma,avx512f,avx512bw,avx512dq,avx512vl"))) static result name##_widest parameters { \
    return name##_any arguments; \
  } \
  result name parameters { \
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") && \
        __builtin_cpu_supports("avx512vl")) return name##_widest arguments; \
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return name##_wide arguments; \
    return name##_any arguments; \
  }
#else
#define FOR_SEVERAL_PROCESSORS(result, name, parameters, arguments) \
  result name parameters { return name##_any arguments; }
#endif

// Added to a number below 2²², it leaves no bits for fractions: the sum is rounded to the nearest
// whole number, ties to even, which stands in its lowest bits.
static const float magic = 12582912.0f;

// The whole number in a number to which `magic` was added.
INLINE int32_t whole_number(float shifted) {
  int32_t bits;
  memcpy(&bits, &shifted, sizeof bits);
  return bits - 0x4B400000;
}

// eˣ with a relative error below 3·10⁻⁷: 2ⁿ by the exponent's bits, the rest by the polynomial of Cephes' expf.
INLINE float exponential(float x) {
  float bounded = x < -87.0f ? -87.0f : x;
  bounded = bounded > 88.0f ? 88.0f : bounded;
  float shifted = bounded * 1.44269504f + magic;
  float whole = shifted - magic;
  float rest = (bounded - whole * 0.693359375f) + whole * 2.12194440e-4f;
  float value = 1.98756915e-4f;
  value = value * rest + 1.39819995e-3f;
  value = value * rest + 8.3334519e-3f;
  value = value * rest + 4.1665796e-2f;
  value = value * rest + 1.66666655e-1f;
  value = value * rest + 5.00000010e-1f;
  value = value * rest * rest + rest + 1.0f;
  int32_t bits = (whole_number(shifted) + 127) << 23;
  float power;
  memcpy(&power, &bits, sizeof power);
  return value * power;
}

// x·Φ(x), with Φ(x) - ½ as x times a polynomial in x² up to 4.5 standard deviations, fitted so that the
// largest error of the result, 6·10⁻⁵, is least: a hundredth of what rounding to a byte does to it,
// in a third of the time that an error function by exponentials takes.
INLINE float bent(float x) {
  float z = x < -4.5f ? -4.5f : x;
  z = z > 4.5f ? 4.5f : z;
  float u = z * z;
  float value = 3.03615293e-11f;
  value = value * u - 3.31442229e-9f;
  value = value * u + 1.59090845e-7f;
  value = value * u - 4.45155274e-6f;
  value = value * u + 8.14231171e-5f;
  value = value * u - 1.03757740e-3f;
  value = value * u + 9.58515145e-3f;
  value = value * u - 6.59845620e-2f;
  value = value * u + 3.98712546e-1f;
  float share = z * value + 0.5f;
  share = share < 0.0f ? 0.0f : share;
  return x * (share > 1.0f ? 1.0f : share);
}

// Sums are kept in eight parts, so that they can be computed eight at once without changing their order.
INLINE float total(const float parts[8]) {
  return ((parts[0] + parts[4]) + (parts[2] + parts[6])) + ((parts[1] + parts[5]) + (parts[3] + parts[7]));
}

INLINE float rawi_quantise_any(const float *row, int width, uint8_t *bytes) {
  // Sizes are compared by their bits, whose order is theirs; those that are not finite are the largest.
  uint32_t largest = 0;
  for (int i = 0; i < width; i++) {
    uint32_t bits;
    memcpy(&bits, row + i, sizeof bits);
    bits &= 0x7FFFFFFF;
    largest = bits > largest ? bits : largest;
  }
  float top;
  memcpy(&top, &largest, sizeof top);
  if (largest == 0 || largest >= 0x7F800000) {
    memset(bytes, 128, (size_t)width);
    return 0;
  }
  float factor = 127.0f / top;
  for (int i = 0; i < width; i++) bytes[i] = (uint8_t)(whole_number(row[i] * factor + magic) + 128);
  return top / 127.0f;
}
FOR_SEVERAL_PROCESSORS(float, rawi_quantise, (const float *row, int width, uint8_t *bytes), (row, width, bytes))

INLINE void rawi_restore_any(const int32_t *sums, const int32_t *offsets, const float *scales, const float *biases, float step, int width, float *restrict out) {
  for (int i = 0; i < width; i++) out[i] = (float)(sums[i] + offsets[i]) * (scales[i] * step) + biases[i];
}
FOR_SEVERAL_PROCESSORS(void, rawi_restore, (const int32_t *sums, const int32_t *offsets, const float *scales, const float *biases, float step, int width, float *restrict out), (sums, offsets, scales, biases, step, width, out))

INLINE void rawi_restore_bent_any(const int32_t *sums, const int32_t *offsets, const float *scales, const float *biases, float step, int width, float *restrict out) {
  for (int i = 0; i < width; i++) out[i] = bent((float)(sums[i] + offsets[i]) * (scales[i] * step) + biases[i]);
}
FOR_SEVERAL_PROCESSORS(void, rawi_restore_bent, (const int32_t *sums, const int32_t *offsets, const float *scales, const float *biases, float step, int width, float *restrict out), (sums, offsets, scales, biases, step, width, out))

INLINE void normalise(float *row, int width, const float *norm) {
  float parts[8] = {0};
  for (int i = 0; i < width; i += 8)
    for (int j = 0; j < 8; j++) parts[j] += row[i + j];
  float mean = total(parts) / (float)width;
  float squares[8] = {0};
  for (int i = 0; i < width; i += 8)
    for (int j = 0; j < 8; j++) {
      float difference = row[i + j] - mean;
      squares[j] += difference * difference;
    }
  float factor = 1.0f / sqrtf(total(squares) / (float)width + 1e-12f);
  for (int i = 0; i < width; i++) row[i] = (row[i] - mean) * factor * norm[i] + norm[width + i];
}

INLINE void rawi_restore_onto_any(const int32_t *sums, const int32_t *offsets, const float *scales, const float *biases, float step, int width, const float *norm, float *restrict row) {
  for (int i = 0; i < width; i++) row[i] += (float)(sums[i] + offsets[i]) * (scales[i] * step) + biases[i];
  normalise(row, width, norm);
}
FOR_SEVERAL_PROCESSORS(void, rawi_restore_onto, (const int32_t *sums, const int32_t *offsets, const float *scales, const float *biases, float step, int width, const float *norm, float *restrict row), (sums, offsets, scales, biases, step, width, norm, row))

INLINE void rawi_normalise_any(float *restrict row, int width, const float *norm) { normalise(row, width, norm); }
FOR_SEVERAL_PROCESSORS(void, rawi_normalise, (float *restrict row, int width, const float *norm), (row, width, norm))

// Turns `count` scores into shares that sum to 1; what stands behind them up to the next multiple of 8 becomes 0.
INLINE void share(float *row, int count) {
  int whole = (count + 7) & ~7;
  // Behind the end stands what becomes 0.
  for (int i = count; i < whole; i++) row[i] = -3.0e38f;
  float tops[8];
  for (int j = 0; j < 8; j++) tops[j] = row[j];
  for (int i = 8; i < whole; i += 8)
    for (int j = 0; j < 8; j++) tops[j] = row[i + j] > tops[j] ? row[i + j] : tops[j];
  float top = tops[0];
  for (int j = 1; j < 8; j++) top = tops[j] > top ? tops[j] : top;
  for (int i = 0; i < whole; i++) row[i] = exponential(row[i] - top);
  for (int i = count; i < whole; i++) row[i] = 0;
  float parts[8] = {0};
  for (int i = 0; i < whole; i += 8)
    for (int j = 0; j < 8; j++) parts[j] += row[i + j];
  float share = 1.0f / total(parts);
  for (int i = 0; i < whole; i++) row[i] *= share;
}

enum {
  // Numbers that are computed at once, in one register of AVX-512 or two of AVX2.
  lane = rawi_attention_lane,
  // Rows that are computed at once: their sums and what goes into them fit AVX2's sixteen registers.
  together = rawi_attention_rows,
};
typedef float lanes __attribute__((vector_size(4 * lane)));

// sums[r] = Σ left[r][k] · right[k] over `depth`, for the first `rows` of `together` rows and `lane` columns.
INLINE void multiply(
    const float *left, int left_stride, int rows, const float *right, int right_stride, int depth,
    lanes sums[together]) {
  const float *lines[together];
  lanes parts[together];
  for (int r = 0; r < together; r++) {
    lines[r] = left + (size_t)(r < rows ? r : rows - 1) * left_stride;
    parts[r] = (lanes){0};
  }
  for (int k = 0; k < depth; k++) {
    lanes column;
    memcpy(&column, right + (size_t)k * right_stride, sizeof column);
#pragma unroll
    for (int r = 0; r < together; r++) parts[r] += lines[r][k] * column;
  }
  for (int r = 0; r < together; r++) sums[r] = parts[r];
}

INLINE int in_lanes(int count) { return (count + lane - 1) / lane * lane; }

INLINE void rawi_attend_any(
    const float *restrict rows, int count, int width, int heads, float *restrict room, float *restrict out) {
  int head_width = width / heads, stride = in_lanes(count), value_stride = in_lanes(head_width);
  float *keys = room, *values = keys + (size_t)head_width * stride, *scores = values + (size_t)stride * value_stride;
  float factor = 1.0f / sqrtf((float)head_width);
  for (int head = 0; head < heads; head++) {
    const float *queries = rows + head * head_width;
    // The keys stand upright, so that a query meets `lane` of them at once.
    memset(keys, 0, sizeof(float) * (size_t)head_width * (size_t)stride);
    memset(values, 0, sizeof(float) * (size_t)count * (size_t)value_stride);
    for (int i = 0; i < count; i++) {
      const float *key = queries + (size_t)i * 3 * width + width;
      for (int k = 0; k < head_width; k++) keys[(size_t)k * stride + i] = key[k];
      memcpy(values + (size_t)i * value_stride, key + width, sizeof(float) * (size_t)head_width);
    }
    for (int first = 0; first < count; first += together) {
      int here = count - first < together ? count - first : together;
      lanes sums[together];
      for (int column = 0; column < stride; column += lane) {
        multiply(queries + (size_t)first * 3 * width, 3 * width, here, keys + column, stride, head_width, sums);
        for (int r = 0; r < together; r++) {
          sums[r] *= factor;
          memcpy(scores + (size_t)r * stride + column, &sums[r], sizeof sums[r]);
        }
      }
      for (int r = 0; r < here; r++) share(scores + (size_t)r * stride, count);
      for (int column = 0; column < head_width; column += lane) {
        multiply(scores, stride, here, values + column, value_stride, count, sums);
        int length = head_width - column < lane ? head_width - column : lane;
        for (int r = 0; r < here; r++)
          memcpy(out + (size_t)(first + r) * width + head * head_width + column, &sums[r], sizeof(float) * (size_t)length);
      }
    }
  }
}
FOR_SEVERAL_PROCESSORS(void, rawi_attend, (const float *restrict rows, int count, int width, int heads, float *restrict room, float *restrict out), (rows, count, width, heads, room, out))

INLINE float rawi_dot_any(const float *a, const float *b, int width) {
  float parts[8] = {0};
  for (int i = 0; i < width; i += 8)
    for (int j = 0; j < 8; j++) parts[j] += a[i + j] * b[i + j];
  return total(parts);
}
FOR_SEVERAL_PROCESSORS(float, rawi_dot, (const float *a, const float *b, int width), (a, b, width))

