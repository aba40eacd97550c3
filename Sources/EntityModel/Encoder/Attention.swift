import COneDNN

/// Scaled dot-product attention among the pieces of one run (Vaswani et al. 2017, §3.2).
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
      for row in 0..<count { softmax(scores.values + row * stride, count: count, stride: stride) }
      multiply(query + 2 * width, count, headWidth, stride, output + head * headWidth)
    }
  }

  /// Turns a row of scores into shares that sum to 1.
  private func softmax(_ row: UnsafeMutablePointer<Float>, count: Int, stride: Int) {
    var largest = row[0]
    for index in 1..<max(1, count) { largest = max(largest, row[index]) }
    for index in count..<max(count, stride) { row[index] = -.greatestFiniteMagnitude }
    var total = Lane.zero
    for index in Swift.stride(from: 0, to: stride, by: 8) {
      var lane = Arithmetic.exponential(row.lane(index) - largest)
      if index + 8 > count { for place in max(0, count - index)..<8 { lane[place] = 0 } }
      row.store(lane, at: index)
      total += lane
    }
    let share = 1 / total.sum()
    for index in Swift.stride(from: 0, to: stride, by: 8) {
      row.store(row.lane(index) * share, at: index)
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
