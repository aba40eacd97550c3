// What an encoder computes between its matrix products, a row of numbers at a time.
//
// In C because Swift cannot compile a function for several processors and choose among them while the
// program runs: with the instructions that every x86-64 has, these loops took 80 of the 190
// microseconds that a piece cost in eight layers, with those of AVX2 25.
//
// All widths are multiples of 8. Rows need no alignment. Results do not depend on what stands beside a row.
#pragma once

#include <stdbool.h>
#include <stdint.h>

// Stores `row` as bytes around 128 and returns what one step of them is worth: at most 127 steps
// either way. A row without size, or with a number that is not finite, becomes 128 throughout and
// the step 0.
float rawi_quantise(const float *row, int width, uint8_t *bytes);

// A row of a product of bytes as numbers: (sums + offsets) × scales × step + biases.
void rawi_restore(
    const int32_t *sums, const int32_t *offsets, const float *scales, const float *biases, float step, int width,
    float *out);

// The same, then bent by the Gaussian error linear unit, x·Φ(x).
void rawi_restore_bent(
    const int32_t *sums, const int32_t *offsets, const float *scales, const float *biases, float step, int width,
    float *out);

// The same, added to `row`, which is then normalised.
void rawi_restore_onto(
    const int32_t *sums, const int32_t *offsets, const float *scales, const float *biases, float step, int width,
    const float *norm, float *row);

// Layer normalisation in place: mean 0 and variance 1, then times `width` scales plus `width` offsets of `norm`.
void rawi_normalise(float *row, int width, const float *norm);

enum { rawi_attention_lane = 16, rawi_attention_rows = 6 };

// Scaled dot-product attention: mixes the values of `count` rows by how well queries and keys fit, head by head.
//
// `rows` are query, key and value of `width` numbers each, `out` `width` numbers. `room` is for as many numbers as the
// next multiple of `rawi_attention_lane` behind `count` times (the width of a head, the same up to that multiple, and
// `rawi_attention_rows`).
void rawi_attend(const float *rows, int count, int width, int heads, float *room, float *out);

// The sum of the products of two rows.
float rawi_dot(const float *a, const float *b, int width);

// Whether the processor multiplies tiles of bytes (AMX) and the kernel lets this process do so.
bool rawi_has_tiles(void);

// sums[r][o] = Σ rows[r][i] · weights[o][i] by tiles; false, and nothing is done, where there are none or the sizes
// do not fit: `input` a multiple of 64 up to 2048, `output` one of 32.
bool rawi_multiply_tiles(
    const uint8_t *rows, int count, const int8_t *weights, int input, int output, int32_t *sums);
