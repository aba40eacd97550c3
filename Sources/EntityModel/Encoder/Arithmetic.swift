/// What stands between the products: normalisation, the bend of the inner layer, exponentials.
enum Arithmetic {
  /// eˣ with a relative error below 3·10⁻⁷: 2ⁿ by the exponent's bits, the rest by the polynomial of
  /// Cephes' `expf`.
  @inline(__always)
  static func exponential(_ x: Lane) -> Lane {
    let bounded = x.replacing(with: -87, where: x .< -87).replacing(with: 88, where: x .> 88)
    let shifted = bounded * 1.442_695_04 + magic
    let whole = shifted - magic
    let rest = (bounded - whole * 0.693_359_375) + whole * 2.121_944_4e-4
    var value = Lane(repeating: 1.987_569_15e-4)
    value = value * rest + 1.398_199_95e-3
    value = value * rest + 8.333_451_9e-3
    value = value * rest + 4.166_579_6e-2
    value = value * rest + 1.666_666_55e-1
    value = value * rest + 5.000_000_1e-1
    value = value * rest * rest + rest + 1
    return value * unsafeBitCast((wholeNumbers(shifted) &+ 127) &<< 23, to: Lane.self)
  }

  /// Added to a number below 2²², it leaves no bits for fractions: the sum is rounded to the nearest whole
  /// number, ties to even, which stands in its lowest bits. The processors that Swift builds for by
  /// default have no instruction for that.
  private static let magic: Float = 12_582_912

  /// The whole numbers in numbers to which ``magic`` was added.
  @inline(__always)
  private static func wholeNumbers(_ shifted: Lane) -> SIMD8<Int32> {
    unsafeBitCast(shifted, to: SIMD8<Int32>.self) &- 0x4B40_0000
  }

  /// The Gaussian error linear unit, x·Φ(x), by Abramowitz and Stegun's formula 7.1.26 for the error
  /// function (error below 1.5·10⁻⁷).
  @inline(__always)
  static func gelu(_ x: Lane) -> Lane {
    let z = x * 0.707_106_78
    let size = z.replacing(with: -z, where: z .< 0)
    let t = 1 / (1 + 0.327_591_1 * size)
    var value = Lane(repeating: 1.061_405_43)
    value = value * t - 1.453_152_03
    value = value * t + 1.421_413_74
    value = value * t - 0.284_496_74
    value = value * t + 0.254_829_59
    let erf = 1 - value * t * exponential(-(size * size))
    return 0.5 * x * (1 + erf.replacing(with: -erf, where: z .< 0))
  }

  /// Layer normalisation of one row in place: mean 0 and variance 1, then scaled and moved.
  ///
  /// - Parameter norm: `width` scales, then `width` offsets.
  static func normalise(
    _ row: UnsafeMutablePointer<Float>, width: Int, _ norm: UnsafePointer<Float>
  ) {
    var sum = Lane.zero
    for index in stride(from: 0, to: width, by: 8) { sum += row.lane(index) }
    let mean = sum.sum() / Float(width)
    var squares = Lane.zero
    for index in stride(from: 0, to: width, by: 8) {
      let difference = row.lane(index) - mean
      squares += difference * difference
    }
    let factor = 1 / (squares.sum() / Float(width) + 1e-12).squareRoot()
    for index in stride(from: 0, to: width, by: 8) {
      row.store(
        (row.lane(index) - mean) * factor * norm.lane(index) + norm.lane(width + index), at: index)
    }
  }

  /// Stores a row as bytes around 128 and returns what one step of them is worth.
  static func quantise(
    _ row: UnsafePointer<Float>, width: Int, into bytes: UnsafeMutablePointer<UInt8>
  ) -> Float {
    var largest = Lane.zero
    for index in stride(from: 0, to: width, by: 8) {
      let lane = row.lane(index)
      let size = lane.replacing(with: -lane, where: lane .< 0)
      largest.replace(with: size, where: size .> largest)
    }
    let top = largest.max()
    guard top > 0, top.isFinite else {
      bytes.update(repeating: 128, count: width)
      return 0
    }
    let factor = 127 / top
    for index in stride(from: 0, to: width, by: 8) {
      let values = SIMD8<UInt8>(
        truncatingIfNeeded: wholeNumbers(row.lane(index) * factor + magic) &+ 128)
      UnsafeMutableRawPointer(bytes + index).storeBytes(of: values, as: SIMD8<UInt8>.self)
    }
    return top / 127
  }
}
