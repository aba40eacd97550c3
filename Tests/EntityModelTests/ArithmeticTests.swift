import CEncoderArithmetic
import Foundation
import TestSupport
import Testing

@Suite("The arithmetic between the products")
struct ArithmeticTests {
  @Test func `the bend follows the error function`() {
    let sums = (-800..<800).map(Int32.init)
    var out = [Float](repeating: 0, count: sums.count)
    let scales = [Float](repeating: 1, count: sums.count)
    let biases = [Float](repeating: 0, count: sums.count)
    let none = [Int32](repeating: 0, count: sums.count)
    rawi_restore_bent(sums, none, scales, biases, 0.01, Int32(sums.count), &out)
    for (sum, value) in zip(sums, out) {
      let x = Double(sum) / 100
      #expect(abs(Double(value) - 0.5 * x * (1 + erf(x / 2.0.squareRoot()))) < 1e-4, "\(x)")
    }
  }

  @Test func `sums of bytes become numbers again`() {
    var out = [Float](repeating: 0, count: 8)
    let scales: [Float] = [1, 2, 3, 4, 5, 6, 7, 8]
    let biases: [Float] = [1, 1, 1, 1, 0, 0, 0, 0]
    rawi_restore(
      [1, 2, 2, 2, -2, -2, -2, 0], [1, 0, 0, 0, 0, 0, 0, 0], scales, biases, 0.5, 8, &out)
    #expect(out == [2, 3, 4, 5, -5, -6, -7, 0])
  }

  @Test func `a normalised row has mean 0 and variance 1`() {
    var random = SeededGenerator(seed: 3)
    var row = (0..<384).map { _ in Float.random(in: -9...30, using: &random) }
    let norm = [Float](repeating: 1, count: 384) + [Float](repeating: 0, count: 384)
    rawi_normalise(&row, 384, norm)
    let mean = row.reduce(0, +) / 384
    let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 384
    #expect(abs(mean) < 1e-5)
    #expect(abs(variance - 1) < 1e-4)
  }

  @Test func `a row is normalised with what is added to it`() {
    var random = SeededGenerator(seed: 4)
    let sums = (0..<16).map { _ in Int32.random(in: -900...900, using: &random) }
    let ones = [Float](repeating: 1, count: 16)
    let norm = ones + [Float](repeating: 0.5, count: 16)
    let row = (0..<16).map { _ in Float.random(in: -3...3, using: &random) }
    var expected = zip(row, sums).map { $0 + Float($1) * 0.01 + 1 }
    rawi_normalise(&expected, 16, norm)
    var found = row
    let offsets = [Int32](repeating: 7, count: 16)
    rawi_restore_onto(sums.map { $0 - 7 }, offsets, ones, ones, 0.01, 16, norm, &found)
    for (a, b) in zip(found, expected) { #expect(abs(a - b) < 1e-5) }
  }

  @Test func `bytes stand for a row to half a step`() {
    var random = SeededGenerator(seed: 5)
    let row = (0..<64).map { _ in Float.random(in: -3...3, using: &random) }
    var bytes = [UInt8](repeating: 0, count: 64)
    let step = rawi_quantise(row, 64, &bytes)
    for (value, byte) in zip(row, bytes) {
      #expect(abs(Float(Int(byte) - 128) * step - value) <= step / 2 + 1e-5)
    }
  }

  @Test(arguments: [Float.nan, -.nan, .infinity, -.infinity, 0])
  func `a row without size or measure becomes zero`(_ value: Float) {
    var row = [Float](repeating: 0, count: 16)
    row[5] = value
    var bytes = [UInt8](repeating: 7, count: 16)
    #expect(rawi_quantise(row, 16, &bytes) == 0)
    #expect(bytes.allSatisfy { $0 == 128 })
  }

  @Test(arguments: [1, 5, 6, 7, 16, 17, 101], [8, 32])
  func `attention mixes values by shares that sum to 1`(_ count: Int, _ headWidth: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    let (heads, width) = (2, 2 * headWidth)
    let rows = (0..<count * 3 * width).map { _ in Float.random(in: -3...3, using: &random) }
    // The room is as large as promised, and full of what is left over from other rows.
    let columns = headWidth + (headWidth + 15) / 16 * 16 + 6
    var room = [Float](repeating: 99, count: (count + 15) / 16 * 16 * columns)
    var out = [Float](repeating: 0, count: count * width)
    rawi_attend(rows, Int32(count), Int32(width), Int32(heads), &room, &out)
    func number(_ row: Int, _ column: Int) -> Double { Double(rows[row * 3 * width + column]) }
    for head in 0..<heads {
      let columns = head * headWidth..<(head + 1) * headWidth
      for query in 0..<count {
        let shares = (0..<count).map { key in
          exp(
            columns.reduce(0) { $0 + number(query, $1) * number(key, width + $1) }
              / Double(headWidth).squareRoot())
        }
        let total = shares.reduce(0, +)
        for column in columns {
          let mixed = (0..<count).reduce(0) { $0 + shares[$1] * number($1, 2 * width + column) }
          #expect(abs(Double(out[query * width + column]) - mixed / total) < 1e-4)
        }
      }
    }
  }

  @Test func `products of rows are summed`() {
    let row = (1...16).map(Float.init)
    #expect(rawi_dot(row, row, 16) == 1496)
  }
}
