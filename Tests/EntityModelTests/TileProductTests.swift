import CEncoderArithmetic
import TestSupport
import Testing

/// Sizes of a product of bytes.
struct ProductSizes: CustomTestStringConvertible {
  var count: Int
  var input: Int
  var output: Int

  var testDescription: String { "\(count) × \(input) by \(output)" }

  /// The product of random bytes by tiles, `nil` where it is refused, and one sum at a time.
  func products() -> (tiles: [Int32]?, plain: [Int32]) {
    var random = SeededGenerator(seed: UInt64(count + input + output))
    let rows = (0..<count * input).map { _ in UInt8.random(in: 0...255, using: &random) }
    let weights = (0..<output * input).map { _ in Int8.random(in: -128...127, using: &random) }
    var sums = [Int32](repeating: 7, count: count * output)
    let isDone = rawi_multiply_tiles(
      rows, Int32(count), weights, Int32(input), Int32(output), &sums)
    let plain = (0..<count * output).map { place in
      let (row, line) = (place / output * input, place % output * input)
      return (0..<input).reduce(0) { $0 + Int32(rows[row + $1]) * Int32(weights[line + $1]) }
    }
    return (isDone ? sums : nil, plain)
  }
}

@Suite("Products by tiles")
struct TileProductTests {
  @Test(
    .enabled(if: rawi_has_tiles(), "this processor has no tiles"),
    arguments: [1, 15, 16, 31, 32, 33, 70].flatMap { count in
      [(64, 32), (128, 96)].map { ProductSizes(count: count, input: $0.0, output: $0.1) }
    })
  func `are those of one sum at a time`(_ sizes: ProductSizes) {
    let (tiles, plain) = sizes.products()
    #expect(tiles == plain)
  }

  @Test(arguments: [
    ProductSizes(count: 2, input: 16, output: 32), ProductSizes(count: 2, input: 64, output: 48),
    ProductSizes(count: 1, input: 2112, output: 32),
  ])
  func `of sizes that do not fit are refused`(_ sizes: ProductSizes) {
    #expect(sizes.products().tiles == nil)
  }
}
