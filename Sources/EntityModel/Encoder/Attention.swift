import CEncoderArithmetic
import COneDNN

/// Scaled dot-product attention among the pieces of one run.
///
/// After Vaswani et al., *Attention Is All You Need* (2017), §3.2.
struct Attention {
  let width: Int
  let heads: Int
  let product: MatrixProduct
  private var scores: Activations

  init(shape: ModelShape, product: MatrixProduct) {
    width = shape.width
    heads = shape.heads
    self.product = product
    scores = Activations(rows: 1, width: 1)
  }

  func free() { scores.free() }

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
    let headWidth = width / heads
    // Rows of scores begin at multiples of eight numbers; what is behind their ends stays zero.
    let stride = (count + 7) & ~7
    scores.resize(rows: count * stride)
    let factor = 1 / Float(headWidth).squareRoot()
    for head in 0..<heads {
      let query = rows + head * headWidth
      multiplyTransposed(query, query + width, count, headWidth, factor, stride)
      for row in 0..<count { rawi_softmax(scores.values + row * stride, Int32(count)) }
      multiply(query + 2 * width, count, headWidth, stride, output + head * headWidth)
    }
  }

  private func multiplyTransposed(
    _ query: UnsafePointer<Float>, _ key: UnsafePointer<Float>, _ count: Int, _ headWidth: Int,
    _ factor: Float, _ stride: Int
  ) {
    if case .library = product {
      let status = dnnl_sgemm(
        CChar(UInt8(ascii: "N")), CChar(UInt8(ascii: "T")), dnnl_dim_t(count), dnnl_dim_t(count),
        dnnl_dim_t(headWidth), factor, query, dnnl_dim_t(3 * width), key, dnnl_dim_t(3 * width), 0,
        scores.values, dnnl_dim_t(stride))
      if status == dnnl_success { return }
    }
    for row in 0..<count {
      for column in 0..<count {
        var sum: Float = 0
        for index in 0..<headWidth {
          sum += query[row * 3 * width + index] * key[column * 3 * width + index]
        }
        scores.values[row * stride + column] = sum * factor
      }
    }
  }

  private func multiply(
    _ value: UnsafePointer<Float>, _ count: Int, _ headWidth: Int, _ stride: Int,
    _ output: UnsafeMutablePointer<Float>
  ) {
    if case .library = product {
      let status = dnnl_sgemm(
        CChar(UInt8(ascii: "N")), CChar(UInt8(ascii: "N")), dnnl_dim_t(count),
        dnnl_dim_t(headWidth), dnnl_dim_t(count), 1, scores.values, dnnl_dim_t(stride), value,
        dnnl_dim_t(3 * width), 0, output, dnnl_dim_t(width))
      if status == dnnl_success { return }
    }
    for row in 0..<count {
      for index in 0..<headWidth {
        var sum: Float = 0
        for column in 0..<count {
          sum += scores.values[row * stride + column] * value[column * 3 * width + index]
        }
        output[row * width + index] = sum
      }
    }
  }
}
