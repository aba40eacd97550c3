import CEncoderArithmetic

/// Scaled dot-product attention among the pieces of one run.
///
/// After Vaswani et al., *Attention Is All You Need* (2017), §3.2.
struct Attention {
  private let width: Int
  private let heads: Int
  private var room: Activations

  init(shape: ModelShape) {
    width = shape.width
    heads = shape.heads
    let headWidth = width / heads
    room = Activations(
      rows: 1, width: headWidth + Self.inLanes(headWidth) + rawi_attention_rows)
  }

  func free() { room.free() }

  /// Mixes the values of `count` rows by how well queries and keys fit.
  ///
  /// - Parameters:
  ///   - rows: `count` rows of query, key and value, each `width` numbers.
  ///   - count: The pieces of the run.
  ///   - output: `count` rows of `width` numbers.
  /// - Complexity: O(*count*² · *width*).
  mutating func mix(
    _ rows: UnsafeMutablePointer<Float>, count: Int, into output: UnsafeMutablePointer<Float>
  ) {
    room.resize(rows: Self.inLanes(count))
    rawi_attend(rows, Int32(count), Int32(width), Int32(heads), room.values, output)
  }

  private static func inLanes(_ count: Int) -> Int {
    let lane = rawi_attention_lane
    return (count + lane - 1) / lane * lane
  }
}
